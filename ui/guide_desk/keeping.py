"""What was chosen for the person at the desk outlives a restart; who that person is never goes to a file."""

import logging
from dataclasses import dataclass

from ui.guide_desk.draft import Draft, ErrandDraft
from ui.guide_desk.searching import Searching
from ui.kept_file import KeptFile

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptErrand:
    """One errand of the draft: item, situation, and what was seen."""

    item: str
    situation: str | None = None
    brought: frozenset[int] | None = None
    not_applicable: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """The errands in their order, and the one on the page."""

    errands: tuple[KeptErrand, ...] = ()
    at: int = 0


NOTHING_KEPT = KeptDraft()


class Keeping:
    """Writes the draft's errands as they change, and brings them back once."""

    def __init__(self, file: KeptFile[KeptDraft]) -> None:
        self._file = file
        self._kept = file.read()
        self._to_restore = self._kept

    def differs(self, draft: Draft) -> bool:
        """Whether the file does not say what the draft says; then ``write`` is due."""
        kept = _kept(draft)
        if kept == self._kept:
            return False
        self._kept = kept
        return True

    async def write(self) -> None:
        """Write the latest errands; a file that cannot be written costs only its contents."""
        try:
            await self._file.write(self._kept)
        except OSError as error:
            _log.warning("the draft cannot be kept: %s", type(error).__name__)

    def restore(self, draft: Draft, searching: Searching) -> Draft:
        """The draft as it was before a restart, when nothing has been begun since; only once."""
        kept, self._to_restore = self._to_restore, NOTHING_KEPT
        rows = [(errand, searching.item(errand.item)) for errand in kept.errands]
        errands = tuple(
            ErrandDraft(
                row,
                situation=errand.situation,
                brought=errand.brought,
                not_applicable=errand.not_applicable,
            )
            for errand, row in rows
            if row is not None
        )
        if draft.errands or not errands:
            return draft
        return Draft(errands, min(kept.at, len(errands) - 1), visitor=draft.visitor)


def _kept(draft: Draft) -> KeptDraft:
    kept = (KeptErrand(e.code, e.situation, e.brought, e.not_applicable) for e in draft.errands)
    return KeptDraft(tuple(kept), draft.at)
