"""What was chosen and typed at the desk outlives a restart; who the person is never goes to a file.

Name, phone and files of an exception are left out on purpose, and people's numbers in its words are masked.
"""

import logging
from dataclasses import dataclass

from app.domain.free_text import said
from ui.guide_desk.draft import Draft, ErrandDraft
from ui.guide_desk.searching import Searching
from ui.guide_desk.state import NOTHING_WISHED, ExceptionWish
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
    """The errands in their order, the one on the page, and what was typed about an exception."""

    errands: tuple[KeptErrand, ...] = ()
    at: int = 0
    exception: ExceptionWish = NOTHING_WISHED


NOTHING_KEPT = KeptDraft()


class Keeping:
    """Writes errands and words as they change, and brings them back once."""

    def __init__(self, file: KeptFile[KeptDraft]) -> None:
        self._file = file
        self._kept = file.read()
        self._to_restore = self._kept
        self._writing = False

    @property
    def exception(self) -> ExceptionWish:
        """What was typed about an exception."""
        return self._kept.exception

    def differs(self, draft: Draft, exception: ExceptionWish) -> bool:
        """Whether the file does not say what was chosen and typed; then ``write`` is due."""
        kept = _kept(draft, exception)
        if kept == self._kept:
            return False
        self._kept = kept
        return True

    async def write(self) -> None:
        """Write the latest; a file that cannot be written costs only its contents.

        What is typed while it is being written is written next, so that no letter has a file of its own.
        """
        if self._writing:
            return
        written, self._writing = None, True
        try:
            while written != self._kept:
                written = self._kept
                await self._file.write(written)
        except OSError as error:
            _log.warning("the draft cannot be kept: %s", type(error).__name__)
        finally:
            self._writing = False

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


def _kept(draft: Draft, exception: ExceptionWish) -> KeptDraft:
    kept = (KeptErrand(e.code, e.situation, e.brought, e.not_applicable) for e in draft.errands)
    summary, wish, ticket = said(exception.summary), said(exception.wish), said(exception.ticket)
    words = ExceptionWish(summary, exception.category, wish, ticket=ticket, anonymous=exception.anonymous)
    return KeptDraft(tuple(kept), draft.at, words)
