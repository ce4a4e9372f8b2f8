"""The hall, its departments and its hours."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.domain.ids import DepartmentId, HallId
from app.domain.policy import Policy


class ApprovalSection(StrEnum):
    """How a department's approvals are organised: a section of its own, a hung name plate, or none."""

    OWN = "own"
    HUNG = "hung"
    NONE = "none"


class CalendarAction(StrEnum):
    """What can happen to the office's calendar."""

    ENTER_YEAR = "enter_year"
    FORGET_YEAR = "forget_year"


@dataclass(frozen=True, slots=True)
class Department:
    """An authority with staff in the hall.

    ``name`` is what the hall calls it (农业农村); ``full_name`` stands on paper beside the seal
    (青溪区农业农村局), ``document_name`` in document numbers (青溪农业农村).
    """

    id: DepartmentId
    code: str
    name: str
    full_name: str
    document_name: str
    approval_section: ApprovalSection = ApprovalSection.NONE
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class OpenPeriod:
    """A stretch of the week in which the hall is open.

    ``weekdays`` count from Monday = 0; ``closes`` at 00:00 means midnight.
    """

    weekdays: tuple[int, ...]
    opens: time
    closes: time

    def covers(self, local: datetime) -> bool:
        """Whether the local time falls into this stretch."""
        before_end = self.closes == time() or local.time() < self.closes
        return local.weekday() in self.weekdays and self.opens <= local.time() and before_end


ALWAYS_OPEN = (OpenPeriod(tuple(range(7)), time(), time()),)


@dataclass(frozen=True, slots=True)
class Hall:
    """One building; one database holds one hall. ``policy`` are its settings."""

    id: HallId
    code: str
    name: str
    timezone: str
    opening_hours: tuple[OpenPeriod, ...] = ALWAYS_OPEN
    address: str | None = None
    phone: str | None = None
    supervision_phone: str | None = None
    exceptions_place: str | None = None
    is_sample: bool = False
    policy: Policy = Policy()

    @property
    def zone(self) -> ZoneInfo:
        """The hall's time zone."""
        return ZoneInfo(self.timezone)

    def business_day(self, now: datetime) -> date:
        """The hall's local date (办公日); numbers start anew each day."""
        return now.astimezone(self.zone).date()

    def beginning_of(self, day: date) -> datetime:
        """The instant at which a business day begins."""
        return datetime.combine(day, time(), self.zone)

    def is_open(self, now: datetime) -> bool:
        """Whether the hall issues tickets at this instant."""
        local = now.astimezone(self.zone)
        return any(period.covers(local) for period in self.opening_hours)
