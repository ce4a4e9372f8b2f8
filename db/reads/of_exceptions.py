"""Exception cases, their groups and checks, and their ledger, as frozen rows."""

from collections.abc import Sequence

from app.ports.ledger_queries import ExceptionFiguresQuery, LedgerQuery
from app.ports.queries import ExceptionQuery
from app.ports.rows import (
    CheckPage,
    ExceptionFiguresRow,
    ExceptionPage,
    ExceptionRow,
    GroupPage,
    GroupRow,
    LedgerRow,
    SearchedCase,
)
from db.reads import exceptions as exception_reads
from db.reads.department_checks import check_page, find_checks
from db.reads.exception_figures import exception_figures
from db.reads.exception_groups import find_groups, group_page
from db.reads.exception_ledger import exception_ledger
from db.reads.looking import Looking
from db.reads.similar import searched_cases


class ExceptionReaders(Looking):
    """Exception cases, their groups and checks, and their ledger."""

    async def exceptions(self, query: ExceptionQuery) -> Sequence[ExceptionRow]:
        """Exception cases, the most urgent first."""
        async with self._look() as t:
            return await exception_reads.find_exceptions(t, query)

    async def exception(self, number: str) -> ExceptionPage:
        """An exception case with its story."""
        async with self._look() as t:
            return await exception_reads.exception_page(t, number)

    async def searched_cases(self, limit: int) -> Sequence[SearchedCase]:
        """What similar exceptions are looked for in, newest first."""
        async with self._look() as t:
            return await searched_cases(t, limit)

    async def exception_groups(self, *, open_only: bool = True) -> Sequence[GroupRow]:
        """Groups of exceptions, by due day."""
        async with self._look() as t:
            return await find_groups(t, open_only=open_only)

    async def exception_group(self, number: str) -> GroupPage:
        """A group of exceptions with its story."""
        async with self._look() as t:
            return await group_page(t, number)

    async def department_checks(self, *, open_only: bool = True) -> Sequence[CheckPage]:
        """Checks over departments, by due day."""
        async with self._look() as t:
            return await find_checks(t, open_only=open_only)

    async def department_check(self, number: str) -> CheckPage:
        """A check over departments with its answers."""
        async with self._look() as t:
            return await check_page(t, number)

    async def exception_ledger(self, query: LedgerQuery) -> Sequence[LedgerRow]:
        """Exception cases with every step."""
        async with self._look() as t:
            return await exception_ledger(t, query)

    async def exception_figures(self, query: ExceptionFiguresQuery) -> Sequence[ExceptionFiguresRow]:
        """What is counted of exception cases, parted."""
        async with self._look() as t:
            return await exception_figures(t, query)
