"""The hall, its departments, lines and staff."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.staff import Role, StaffState


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
