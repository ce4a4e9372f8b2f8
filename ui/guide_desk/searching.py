"""Finding items while somebody types, and what is taken here most."""

from collections.abc import Iterable

from app.ports.item_search import ItemMatch, ItemSearch, ItemSearchFactory, MatchSection, Usage
from app.ports.rows import GuideDesk, ItemRow
from ui.guide_desk.desk import Desk
from ui.guide_desk.state import Group, GroupKind, Hit

MOST_USUAL = 8
_KINDS = {MatchSection.NAME: GroupKind.NAME, MatchSection.MATERIALS: GroupKind.MATERIAL}


class Searching:
    """Keeps the index of the items in force; a search is answered at once, with every letter."""

    def __init__(self, desk: Desk, index_of: ItemSearchFactory) -> None:
        self._desk, self._index_of = desk, index_of
        self._index: ItemSearch = index_of(())
        self._rows: dict[str, ItemRow] = {}

    async def read_items(self) -> None:
        """Read the items in force.

        Raises:
            DatabaseAway: out of touch; the items known before stay.
        """
        rows = await self._desk.ports.readers.items()
        self._index = self._index_of(rows)
        self._rows = {row.code: row for row in rows}
        self.search(self._desk.state.searched)

    def search(self, text: str) -> None:
        """Show what is found for this text."""
        self._desk.change(searched=text.strip(), groups=self._groups(text.strip()))

    def again(self) -> None:
        """Order anew by what is taken here."""
        self.search(self._desk.state.searched)

    def item(self, code: str) -> ItemRow | None:
        """An item in force, by its code."""
        return self._rows.get(code)

    def _groups(self, text: str) -> tuple[Group, ...]:
        usual = Group(GroupKind.USUAL, tuple(self._usual()))
        matches = self._index.search(text, self._usage())
        if not text:
            found = [usual, Group(GroupKind.ALL, tuple(_hit(match) for match in self._all(matches)))]
        elif matches:
            found = [*_sections(matches), usual]
        else:
            found = []
        return tuple(group for group in found if group.hits)

    def _all(self, matches: Iterable[ItemMatch]) -> list[ItemMatch]:
        usual = {hit.code for hit in self._usual()}
        return [match for match in matches if match.item.code not in usual]

    def _usual(self) -> Iterable[Hit]:
        counted = self._desk.state.desk.usual_items if self._desk.state.desk else ()
        for code, uses in counted[:MOST_USUAL]:
            row = self._rows.get(code)
            if row is not None:
                yield _plain(row, uses=uses)

    def _usage(self) -> Usage:
        desk = self._desk.state.desk
        return Usage(_recent(desk), dict(desk.usual_items)) if desk else Usage()


def _sections(matches: tuple[ItemMatch, ...]) -> list[Group]:
    return [
        Group(kind, tuple(_hit(match) for match in matches if match.section is section))
        for section, kind in _KINDS.items()
    ]


def _recent(desk: GuideDesk) -> tuple[str, ...]:
    return tuple(dict.fromkeys(errand.item for ticket in desk.recent for errand in ticket.errands))


def _hit(match: ItemMatch) -> Hit:
    marked = match.mention or match.department
    found = marked.text[slice(*marked.span)] if marked.span else ""
    mention = match.mention.text if match.mention else ""
    return _plain(match.item, mention=mention, found=found)


def _plain(row: ItemRow, *, mention: str = "", found: str = "", uses: int | None = None) -> Hit:
    return Hit(
        row.code, row.name, row.department, row.handling, row.promised_days, bool(row.online),
        mention=mention, found=found, uses=uses,
    )  # fmt: skip
