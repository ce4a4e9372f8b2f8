"""Exception cases, in a list and with their story, the parts of others and their files."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.attachment import AttachmentKind, AttachmentPlace
from app.domain.calendar import Due
from app.domain.exception_case import Channel
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung
from app.ports.judged import Judged


@dataclass(frozen=True, slots=True)
class StepRow:
    """One entry of an exception's story; names are those of staff, None where a rule took the step.

    ``by`` and ``handler`` are staff numbers. ``judged`` is what the step says that the case is, ``satisfied`` what its
    person said when asked; None in others.
    """

    action: ExceptionAction
    state: ExceptionState
    at: datetime
    by: str | None
    by_name: str | None
    text: str
    department: str | None
    handler_name: str | None
    due: date | None
    basis: str = ""
    rung: Rung | None = None
    handler: str | None = None
    judged: Judged | None = None
    satisfied: bool | None = None


@dataclass(frozen=True, slots=True)
class PartRow:
    """What another department was asked for; ``handler`` is a staff number, ``answered_at`` None while it owes."""

    department: str
    handler: str
    handler_name: str
    task: str
    answer: str
    answered_at: datetime | None
    released: bool

    @property
    def is_open(self) -> bool:
        """Whether it is still owed."""
        return self.answered_at is None and not self.released


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A file of a case, without its bytes."""

    number: int
    name: str
    kind: AttachmentKind
    size: int
    sha256: str
    by: str
    by_name: str
    at: datetime
    place: AttachmentPlace


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """An exception case in a list. ``days_left`` counts calendar days to the due day, negative when overdue.

    ``category_name`` is empty where the category is called as usual. ``contact_by`` is None where no contact is owed,
    ``supporters`` are the numbers of staff who owe a part. ``next_step`` is what is owed next, None once it is on file.
    ``owner_left`` says that the owner can no longer sign in.
    """

    id: UUID
    number: str
    state: ExceptionState
    category: str
    level: ExceptionLevel
    channel: Channel
    summary: str
    department: str | None
    owner: str | None
    owner_name: str | None
    registered_at: datetime
    due: Due
    days_left: int
    category_name: str = ""
    rung: Rung = Rung.HANDLER
    contact_by: date | None = None
    supporters: tuple[str, ...] = ()
    wish: str = ""
    ticket: str | None = None
    item: str | None = None
    satisfied: bool | None = None
    next_step: ExceptionAction | None = None
    owner_left: bool = False


@dataclass(frozen=True, slots=True)
class ExceptionPage:
    """An exception case with its story and what may be done next; ``group`` is the number of the one it is in.

    ``concerned`` are the numbers of staff whose business its files are.
    ``notices`` are the numbers of all that had been told when it was registered, ``notice`` the latest of them.
    """

    row: ExceptionRow
    wish: str
    name: str | None
    phone: str | None
    ticket: str | None
    item: str | None
    item_name: str | None
    notice: str | None
    counter: int | None
    satisfied: bool | None
    steps: tuple[StepRow, ...]
    actions: frozenset[ExceptionAction]
    trips: int
    group: str | None = None
    case: str | None = None
    notices: tuple[str, ...] = ()
    parts: tuple[PartRow, ...] = ()
    attachments: tuple[AttachmentRow, ...] = ()
    concerned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchedCase:
    """What similar cases are looked for in. ``remedy`` is the answer, ``is_denial`` a signed-off negative one; empty
    where there is none, where the person was not satisfied with it, or where the case was taken up anew since.

    ``satisfied`` is whether it was settled, None where nobody said. ``is_known`` tells the cases that come with the
    program from the hall's own; ``source`` is where such a one was. ``group`` is the number of the one it is in.
    """

    number: str
    summary: str
    item: str | None
    category: str
    remedy: str
    is_open: bool
    satisfied: bool | None = None
    source: str | None = None
    is_known: bool = False
    group: str | None = None
    category_name: str = ""
    is_denial: bool = False
