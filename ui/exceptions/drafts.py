"""What a person has typed and chosen but not yet done."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.domain.exception_terms import ExceptionLevel
from app.domain.free_text import said
from ui.worklist.items import ChosenItem


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """About one case: the words serve whichever action is taken in the end, so that none are lost.

    ``department`` is a code, ``handler`` a staff number (who is given the case or a part of it, or is released from
    one); None means not chosen yet, for ``category`` and ``level`` that they stay as they were registered.
    ``basis`` is that of a negative answer.
    """

    text: str = ""
    category: str | None = None
    level: ExceptionLevel | None = None
    department: str | None = None
    handler: str | None = None
    due: date | None = None
    satisfied: bool | None = None
    basis: str = ""

    def to_keep(self) -> "CaseDraft":
        """The same as it may be kept in a file: numbers of people in the words are masked."""
        return replace(self, text=said(self.text), basis=said(self.basis))


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case that is being registered; ``anonymous`` leaves out ticket, name and phone."""

    summary: str = ""
    wish: str = ""
    category: str | None = None
    level: ExceptionLevel = ExceptionLevel.ORDINARY
    item: ChosenItem | None = None
    ticket: str = ""
    name: str = ""
    phone: str = ""
    anonymous: bool = False
    files: tuple[Path, ...] = ()

    def to_keep(self) -> "NewCase":
        """The same as it may be kept in a file: who somebody is left out, numbers in the words masked."""
        summary, wish, ticket = said(self.summary), said(self.wish), said(self.ticket)
        return replace(self, summary=summary, wish=wish, ticket=ticket, name="", phone="", files=())


NOTHING_TYPED = CaseDraft()
"""The draft of a case that nobody has written about."""

NOTHING_NEW = NewCase()
"""The form of a new case as it begins."""
