"""Frozen rows that screens, paper and the command line read. Personal values in them are masked."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.calendar import Due
from app.domain.catalogue import HandlingType, Regime
from app.domain.counter import CounterState
from app.domain.errand import Outcome
from app.domain.exception_case import Channel, ExceptionCategory, ExceptionLevel
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.judgement import ShortcomingKind
from app.domain.notice import NoticeKind
from app.domain.policy import Priority
from app.domain.staff import Role, StaffState
from app.domain.ticket_table import TicketState


@dataclass(frozen=True, slots=True)
class ErrandRow:
    """One errand of a ticket; ``line`` is the prefix."""

    item: str
    item_name: str
    situation: str | None
    line: str
    outcome: Outcome | None
    brought: frozenset[int] | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TicketRow:
    """A ticket as everybody sees it. ``line`` is the prefix, ``counter`` the counter's number.

    ``ahead`` and ``wait_minutes`` are given for waiting tickets only; a wait of None means nobody serves the line now.
    """

    id: UUID
    number: str
    day: date
    line: str
    line_name: str
    state: TicketState
    counter: int | None
    errands: tuple[ErrandRow, ...]
    issued_at: datetime
    line_at: datetime
    since: datetime | None
    calls: int
    called_at: datetime | None
    misses: int
    priority: Priority
    name: str | None
    identity: str | None
    phone: str | None
    note: str | None
    reprints: int
    pinned_counter: int | None = None
    pinned_clerk: str | None = None
    ahead: int | None = None
    wait_minutes: tuple[int, int] | None = None
    is_test: bool = False

    @property
    def errand(self) -> ErrandRow:
        """The errand being done: the first open one, or the last."""
        return next((e for e in self.errands if e.outcome is None), self.errands[-1])


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line now. ``counters`` are the numbers of all counters that serve it."""

    prefix: str
    name: str
    waiting: int
    wait_minutes: tuple[int, int] | None
    longest_minutes: int | None
    too_long: bool
    open_counters: int
    counters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CounterRow:
    """A counter now, with its live ticket. ``lines`` are prefixes."""

    number: int
    name: str
    direction: str | None
    state: CounterState
    clerk: str | None
    clerk_name: str | None
    pause_reason: str | None
    since: datetime | None
    lines: tuple[str, ...]
    ticket: str | None
    ticket_state: TicketState | None
    ticket_since: datetime | None


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call as the board shows it. ``calls`` counts announcements: a higher number is a recall."""

    ticket: UUID
    number: str
    counter: int
    direction: str | None
    called_at: datetime
    calls: int


@dataclass(frozen=True, slots=True)
class Board:
    """What the hall's board shows: calls newest first."""

    hall: str
    now: datetime
    calls: tuple[CallRow, ...]
    lines: tuple[LineRow, ...]


@dataclass(frozen=True, slots=True)
class VisitRow:
    """An earlier trip of the same person for the same item."""

    ticket: str
    day: date
    at: datetime
    counter: int | None
    outcome: Outcome | None
    notice: str | None


@dataclass(frozen=True, slots=True)
class ShortcomingRow:
    """One thing told by a notice; ``material`` is the number in the item's list."""

    material: int
    name: str
    kind: ShortcomingKind
    text: str


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """An issued slip."""

    id: UUID
    number: str
    kind: NoticeKind
    ticket: str | None
    item: str
    item_name: str
    situation: str | None
    issued_at: datetime
    due: date | None
    reprints: int
    problems: tuple[ShortcomingRow, ...]


@dataclass(frozen=True, slots=True)
class DayFigures:
    """A counter's day so far: errands ended, median minutes of service, notices issued."""

    finished: int
    median_minutes: int | None
    notices: int


@dataclass(frozen=True, slots=True)
class CounterDesk:
    """Everything a counter's screen shows, read in one go."""

    now: datetime
    counter: CounterRow
    ticket: TicketRow | None
    visits: tuple[VisitRow, ...]
    notices: tuple[NoticeRow, ...]
    queue: tuple[TicketRow, ...]
    held: tuple[TicketRow, ...]
    undoable: TicketRow | None
    lines: tuple[LineRow, ...]
    mates: tuple[CounterRow, ...]
    figures: DayFigures


@dataclass(frozen=True, slots=True)
class GuideDesk:
    """What stands live beside the guide desk's search."""

    now: datetime
    lines: tuple[LineRow, ...]
    no_shows: tuple[TicketRow, ...]
    recent: tuple[TicketRow, ...]
    issued_today: int
    usual_items: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item in a list; ``department`` is its name, ``line`` the prefix or None when nobody serves it."""

    code: str
    name: str
    department: str
    handling: HandlingType | None
    promised_days: str | None
    regime: Regime
    online: bool | None
    situations: tuple[str, ...]
    materials: tuple[str, ...]
    line: str | None


@dataclass(frozen=True, slots=True)
class StepRow:
    """One entry of an exception's story; names are those of staff."""

    action: ExceptionAction
    state: ExceptionState
    at: datetime
    by: str
    by_name: str
    text: str
    department: str | None
    handler_name: str | None
    due: date | None


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """An exception case in a list. ``days_left`` counts calendar days to the due day, negative when overdue."""

    id: UUID
    number: str
    state: ExceptionState
    category: ExceptionCategory
    level: ExceptionLevel
    channel: Channel
    summary: str
    department: str | None
    owner: str | None
    owner_name: str | None
    registered_at: datetime
    due: Due
    days_left: int


@dataclass(frozen=True, slots=True)
class ExceptionPage:
    """An exception case with its story and what may be done next."""

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


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A member of staff in a list."""

    number: str
    name: str
    role: Role
    state: StaffState
    department: str | None


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department in a list."""

    code: str
    name: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class HallRow:
    """The hall's head line for every screen."""

    code: str
    name: str
    timezone: str
    is_sample: bool
    day: date
    now: datetime
    is_open: bool
