"""The shape of a hall file: one object with the hall and everything in it."""

from datetime import time, timedelta
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from app.domain import hall_file
from app.domain.exception_category import Category, ExceptionCategory
from app.domain.hall import ApprovalSection, OpenPeriod
from app.domain.policy import LONGEST_ADVANTAGE
from app.domain.staff import SHORTEST_PASSWORD, Role
from app.exchange.fields import ClockTime, Entry, Prefix, Text, TimeZone
from app.exchange.hall_settings import SettingsEntry


class HallEntry(Entry):
    """The hall itself."""

    code: Text
    name: Text
    timezone: TimeZone = "Asia/Shanghai"
    address: Text | None = None
    phone: Text | None = None
    supervision_phone: Text | None = None
    exceptions_place: Text | None = None

    def entry(self) -> hall_file.HallEntry:
        """As the domain has it."""
        return hall_file.HallEntry(**self.model_dump())


class PeriodEntry(Entry):
    """A stretch of the week; weekdays count from Monday = 1, ``closes`` may be 24:00."""

    weekdays: Annotated[list[Annotated[int, Field(ge=1, le=7)]], Field(min_length=1)]
    opens: ClockTime
    closes: ClockTime

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.closes != time() and self.closes <= self.opens:
            raise PydanticCustomError("import.rule.hours", "ends before it begins")
        return self

    def period(self) -> OpenPeriod:
        """As the domain has it, counting from Monday = 0."""
        return OpenPeriod(tuple(day - 1 for day in self.weekdays), self.opens, self.closes)


class DepartmentEntry(Entry):
    """A department of the hall."""

    code: Text
    name: Text
    full_name: Text | None = None
    document_name: Text | None = None
    approval_section: Annotated[ApprovalSection, Field(strict=False)] = ApprovalSection.NONE
    phone: Text | None = None

    def entry(self) -> hall_file.DepartmentEntry:
        """As the domain has it."""
        return hall_file.DepartmentEntry(
            code=self.code,
            name=self.name,
            full_name=self.full_name or self.name,
            document_name=self.document_name or self.name,
            approval_section=self.approval_section,
            phone=self.phone,
        )


class LineEntry(Entry):
    """A line; its department goes by code or name, its items by code."""

    prefix: Prefix
    name: Text
    department: Text | None = None
    items: list[Text]
    daily_quota: Annotated[int, Field(ge=1)] | None = None


class CounterLineEntry(Entry):
    """A line that a counter serves."""

    prefix: Prefix
    preference_minutes: Annotated[int, Field(ge=0, le=LONGEST_ADVANTAGE)] = 0

    def line(self) -> hall_file.CounterLine:
        """As the domain has it."""
        return hall_file.CounterLine(self.prefix, timedelta(minutes=self.preference_minutes))


class CounterEntry(Entry):
    """A counter; its department goes by code or name."""

    number: Annotated[int, Field(ge=1, le=999)]
    name: Text
    direction: Text | None = None
    department: Text | None = None
    lines: Annotated[list[CounterLineEntry], Field(min_length=1)]


class StaffEntry(Entry):
    """A member of staff; the department goes by code or name."""

    number: Text
    name: Text
    role: Annotated[Role, Field(strict=False)]
    department: Text | None = None
    password: str | None = None

    @field_validator("password")
    @classmethod
    def _is_long_enough(cls, password: str | None) -> str | None:
        if password is not None and len(password) < SHORTEST_PASSWORD:
            raise PydanticCustomError("import.rule.password_short", "too short", {"least": SHORTEST_PASSWORD})
        return password


class CategoryEntry(Entry):
    """A category of exceptions; without a name a usual one is called as usual."""

    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
    name: Text | None = None
    retired: bool = False

    @model_validator(mode="after")
    def _is_called_something(self) -> Self:
        if self.name is None and self.code not in list(ExceptionCategory):
            raise PydanticCustomError("import.rule.category_name", "no name")
        return self

    def category(self) -> Category:
        """As the domain has it."""
        return Category(self.code, self.name or "", self.retired)


class WholeHall(Entry):
    """The whole file."""

    hall: HallEntry
    opening_hours: Annotated[list[PeriodEntry], Field(min_length=1)]
    departments: Annotated[list[DepartmentEntry], Field(min_length=1)]
    lines: Annotated[list[LineEntry], Field(min_length=1)]
    counters: Annotated[list[CounterEntry], Field(min_length=1)]
    staff: list[StaffEntry] | None = None
    settings: SettingsEntry | None = None
    exception_categories: list[CategoryEntry] | None = None
