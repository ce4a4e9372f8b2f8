"""What to read of what is there: which tickets, cases, exceptions, papers, and how many of them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.calendar import WorkingDays
from app.domain.case_parts import WatchKind
from app.domain.case_table import CaseState
from app.domain.document import DocumentKind, DocumentStatus
from app.domain.exception_table import ExceptionState
from app.domain.five_ones import Grouping, Span
from app.domain.print_job import PrintState
from app.domain.ticket_table import TicketState

EVERYTHING = 100_000
"""More rows than a list has: the limit of what must not be cut off."""


@dataclass(frozen=True, slots=True)
class TicketQuery:
    """Which tickets to list: of a day (None: today), by state, by start of number, by look-up of name or identity."""

    day: date | None = None
    state: TicketState | None = None
    number: str | None = None
    lookups: tuple[bytes, ...] = ()
    limit: int = 200


@dataclass(frozen=True, slots=True)
class ExceptionQuery:
    """Which exception cases to list; ``open_only`` leaves out what is closed, ``group`` what is not of that group."""

    open_only: bool = True
    state: ExceptionState | None = None
    handler: str | None = None
    text: str | None = None
    group: str | None = None
    limit: int = 200


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """Which cases to list. ``due_by``: whose next limit is no later; ``keys``: keyed look-ups of what was typed.

    ``handled_by`` is a staff number: cases in whose story that person took a step. ``notice``, ``document`` and
    ``ticket`` (its day and number) are papers that were scanned: the cases of them.
    """

    open_only: bool = True
    state: CaseState | None = None
    watch: WatchKind | None = None
    department: str | None = None
    handled_by: str | None = None
    due_by: date | None = None
    text: str | None = None
    keys: tuple[bytes, ...] = ()
    notice: UUID | None = None
    document: UUID | None = None
    ticket: tuple[date, str] | None = None
    limit: int = 200


@dataclass(frozen=True, slots=True)
class OwedQuery:
    """Which open cases to count, on which day; ``last_soon`` is the last day that counts as near."""

    day: date
    last_soon: date
    department: str | None = None


@dataclass(frozen=True, slots=True)
class FiveOnesQuery:
    """Which figures: of a span of business days, by the hall's working days, parted by something.

    What stands behind them is listed of one ``part`` (a key of the grouping), or of all; ``missed_only`` lists what
    is not in the numerator, ``limit`` no more than so many.
    """

    span: Span
    calendar: WorkingDays
    by: Grouping = Grouping.HALL
    part: str | None = None
    missed_only: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """Which documents of cases to list: of one case (its number), of a kind, by whether they count."""

    case: str | None = None
    kind: DocumentKind | None = None
    status: DocumentStatus | None = None
    limit: int = 200


@dataclass(frozen=True, slots=True)
class ReminderQuery:
    """Which reminders to list: what is still owed or all, of one department (its code) or of all, by a text in them."""

    open_only: bool = True
    department: str | None = None
    text: str | None = None
    limit: int = 200


@dataclass(frozen=True, slots=True)
class PrintQuery:
    """Which print jobs to list: of one station's queue, in some of the states (none named: in any)."""

    queue: str | None = None
    states: frozenset[PrintState] = frozenset()
    limit: int = 200
