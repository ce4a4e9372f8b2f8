"""What the page of reminders shows: a worklist, and the form of a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.case_parts import WatchKind
from app.domain.catalogue import Regime
from app.domain.free_text import said
from app.domain.reminder import ReminderAction
from app.ports.documents import AboutKind
from app.ports.rows import DepartmentRow, ReminderRow
from ui.worklist.state import WorklistState


class Scope(StrEnum):
    """Which reminders are listed: those that are still owed, or all."""

    OPEN = "open"
    ALL = "all"


class Pane(StrEnum):
    """What stands in the middle: a reminder, or the form of a new one."""

    ONE = "one"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class ReminderDraft:
    """Words about one reminder: what was done, or why it is void."""

    text: str = ""

    def to_keep(self) -> "ReminderDraft":
        """The same as it may be kept in a file: numbers of people in the words masked."""
        return ReminderDraft(said(self.text))


@dataclass(frozen=True, slots=True)
class NewReminder:
    """A reminder that is being written. ``about`` is the key of something late; empty: in the office's own words.

    ``department`` None is that of what it is about; ``by`` None is in three working days.
    """

    about: str = ""
    department: str | None = None
    finding: str = ""
    rule: str = ""
    by: date | None = None

    def to_keep(self) -> "NewReminder":
        """The same as it may be kept in a file: numbers of people in the words masked."""
        return NewReminder(self.about, self.department, said(self.finding), said(self.rule), self.by)


@dataclass(frozen=True, slots=True)
class Late:
    """A case that is late or nearly so, or an exception that is late: what can be reminded of.

    ``watch`` and ``regime`` are a case's. ``reminded`` is the day of the last reminder of it that is open.
    """

    kind: AboutKind
    number: str
    title: str
    due: date
    days_left: int
    watch: WatchKind | None = None
    regime: Regime | None = None
    reminded: date | None = None

    @property
    def key(self) -> str:
        """What it is chosen by."""
        return f"{self.kind}/{self.number}"


@dataclass(frozen=True, slots=True)
class ReminderPage:
    """The reminder that is looked at."""

    row: ReminderRow


NOTHING_TYPED = ReminderDraft()
NOTHING_NEW = NewReminder()


@dataclass(frozen=True, slots=True)
class RemindersState(WorklistState):
    """What only this list has. ``by_days`` are the days until which a new one can ask, the usual one first."""

    rows: tuple[ReminderRow, ...] | None = None
    scope: Scope = Scope.OPEN
    page: ReminderPage | None = None
    chosen: ReminderAction | None = None
    drafts: Mapping[str, ReminderDraft] = field(default_factory=dict)
    pane: Pane = Pane.ONE
    new: NewReminder = NOTHING_NEW
    late: tuple[Late, ...] = ()
    departments: tuple[DepartmentRow, ...] = ()
    by_days: tuple[date, ...] = ()

    @property
    def draft(self) -> ReminderDraft:
        """What was typed about the reminder on the page."""
        return self.drafts.get(self.page.row.number, NOTHING_TYPED) if self.page else NOTHING_TYPED

    @property
    def about(self) -> Late | None:
        """What the new one is about, while it can be reminded of."""
        return next((late for late in self.late if late.key == self.new.about), None)
