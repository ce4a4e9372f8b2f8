"""What a hall file sets up: hall, opening hours, departments, lines, counters, staff and settings."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from app.domain.errors import Problem
from app.domain.exception_category import Category
from app.domain.hall import ApprovalSection, OpenPeriod
from app.domain.hall_settings import Figure
from app.domain.message import Message
from app.domain.staff import Role


@dataclass(frozen=True, slots=True)
class HallEntry:
    """The hall itself."""

    code: str
    name: str
    timezone: str
    address: str | None = None
    phone: str | None = None
    supervision_phone: str | None = None
    exceptions_place: str | None = None


@dataclass(frozen=True, slots=True)
class DepartmentEntry:
    """A department; its other names are its ``name`` where the file gives none."""

    code: str
    name: str
    full_name: str
    document_name: str
    approval_section: ApprovalSection
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class LineEntry:
    """A line; ``department`` is a code, ``items`` are codes. ``where`` is the place of the items in the file."""

    prefix: str
    name: str
    department: str | None
    items: tuple[str, ...]
    daily_quota: int | None = None
    where: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class CounterLine:
    """A line that a counter serves, by prefix, and how much the counter favours it."""

    prefix: str
    preference: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class CounterEntry:
    """A counter; ``department`` is a code."""

    number: int
    name: str
    direction: str | None
    department: str | None
    lines: tuple[CounterLine, ...]


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """A member of staff; ``department`` is a code. Without a password nobody can sign in under the number yet."""

    number: str
    name: str
    role: Role
    department: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class HallFile:
    """A whole file. Codes, prefixes and numbers are unique, and what refers to another entry finds it.

    ``settings`` and ``exception_categories`` are those that the file names.
    """

    hall: HallEntry
    opening_hours: tuple[OpenPeriod, ...]
    departments: tuple[DepartmentEntry, ...]
    lines: tuple[LineEntry, ...]
    counters: tuple[CounterEntry, ...]
    staff: tuple[StaffEntry, ...] = ()
    settings: Mapping[str, Figure] = field(default_factory=dict)
    exception_categories: tuple[Category, ...] = ()

    def unknown_items(self, codes: Container[str]) -> tuple[Problem, ...]:
        """One problem for each item of a line that is not among the catalogue's codes."""
        return tuple(
            Problem(line.where, Message("import.rule.no_item", {"value": item}))
            for line in self.lines
            for item in line.items
            if item not in codes
        )
