"""Finding the item that something new is about."""

from dataclasses import dataclass
from typing import Generic

from app.ports.item_search import ItemSearch, ItemSearchFactory
from app.ports.rows import ItemRow
from ui.worklist.desk import Desk
from ui.worklist.state import S

MOST_FOUND = 5


@dataclass(frozen=True, slots=True)
class ChosenItem:
    """The item that it is about."""

    code: str
    name: str


class ItemFinder(Generic[S]):
    """Keeps what was found in the state's ``found``."""

    def __init__(self, desk: Desk[S], index_of: ItemSearchFactory) -> None:
        self._desk, self._index_of = desk, index_of
        self._index: ItemSearch | None = None
        self._found: tuple[ItemRow, ...] = ()

    async def refresh(self) -> None:
        """Read the items in force again.

        Raises:
            DatabaseAway: out of touch.
        """
        self._index = self._index_of(await self._desk.ports.readers.items())

    def search(self, text: str) -> None:
        """Find items by name, pinyin, initials or code; nothing for an empty text."""
        matches = self._index.search(text, limit=MOST_FOUND) if self._index and text.strip() else ()
        self._show(tuple(match.item for match in matches))

    def choose(self, code: str) -> ChosenItem | None:
        """This one of the found items; None for one that was not found."""
        item = next((item for item in self._found if item.code == code), None)
        if item is None:
            return None
        self._show(())
        return ChosenItem(item.code, item.name)

    def _show(self, found: tuple[ItemRow, ...]) -> None:
        self._found = found
        self._desk.change(found=found)
