"""Where exception cases and what is made of them are loaded from and saved to, as with all repositories."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from app.domain.attachment import Attachment
from app.domain.department_check import DepartmentCheck
from app.domain.exception_case import ExceptionCase
from app.domain.exception_group import CauseGroup
from app.domain.ids import ExceptionCaseId


class Exceptions(Protocol):
    """Exception cases."""

    async def by_number(self, number: str, *, lock: bool = False) -> ExceptionCase: ...

    async def numbers(self) -> frozenset[str]:
        """The numbers of all cases."""

    async def provisional(self) -> Sequence[str]:
        """The numbers of open cases with a provisional limit, or with a date in a year after that they count from."""

    async def open_that_came_by(self, day: date) -> Sequence[str]:
        """The numbers of open cases that count from a day or one before."""

    async def falling_due(self, day: date, at_most: int) -> Sequence[str]:
        """The numbers of unanswered cases of which a rule has to warn, or which it lets rise, by that day."""

    async def add(self, case: ExceptionCase) -> None: ...

    async def save(self, case: ExceptionCase) -> None: ...


class Attachments(Protocol):
    """Files of exception cases; they are only ever added."""

    async def add(self, attachment: Attachment, content: bytes | None) -> None:
        """Add a file; with its bytes where the database keeps them."""

    async def count(self, case: ExceptionCaseId) -> int:
        """How many files a case has."""

    async def get(self, case: ExceptionCaseId, number: int) -> tuple[Attachment, bytes | None]:
        """A file by its number, and its bytes where the database keeps them."""


class ExceptionGroups(Protocol):
    """Groups of exception cases."""

    async def by_number(self, number: str, *, lock: bool = False) -> CauseGroup: ...

    async def number_of(self, case: ExceptionCaseId) -> str | None:
        """The number of the group that a case is in, or None."""

    async def falling_due(self, day: date, at_most: int) -> Sequence[str]:
        """The numbers of open groups, of whose limit a rule has to warn or tell by that day."""

    async def add(self, group: CauseGroup) -> None: ...

    async def save(self, group: CauseGroup) -> None:
        """Save a group that was loaded in this transaction."""


class DepartmentChecks(Protocol):
    """Checks over departments."""

    async def by_number(self, number: str, *, lock: bool = False) -> DepartmentCheck: ...

    async def falling_due(self, day: date, at_most: int) -> Sequence[str]:
        """The numbers of checks that somebody has yet to answer, of whose limit a rule has to warn or tell by then."""

    async def add(self, check: DepartmentCheck) -> None: ...

    async def save(self, check: DepartmentCheck) -> None:
        """Save a check that was loaded in this transaction."""
