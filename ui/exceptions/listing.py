"""The list of exceptions and the page of one, as the database has them now."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from app.domain.exception_terms import Terms
from app.ports.case_search import SimilarCase
from app.ports.queries import ExceptionQuery
from app.ports.rows import ExceptionPage, ExceptionRow, GroupRow
from ui.exceptions import rules
from ui.exceptions.state import ExceptionsState, Pane, Scope
from ui.similar import SimilarReader
from ui.worklist.desk import Desk
from ui.worklist.listing import LIMIT, Listing, working_days_from


class ExceptionListing(Listing[ExceptionsState, ExceptionPage]):
    """Lists exceptions, knows to whom they can be assigned, and which are like the one that is looked at."""

    def __init__(self, desk: Desk[ExceptionsState], similar: SimilarReader) -> None:
        super().__init__(desk)
        self._similar = similar

    async def refresh_choices(self) -> None:
        """Read departments and staff, to whom a case can be assigned.

        Raises:
            DatabaseAway: out of touch.
        """
        readers = self._desk.ports.readers
        departments, staff = await readers.departments(), await readers.staff()
        self._desk.change(departments=tuple(departments), staff=tuple(staff))

    async def refresh(self) -> None:
        """Read the list again, and the case and the group that are looked at. Raises ``DatabaseAway``."""
        await super().refresh()
        if self._desk.state.group_wanted is not None:
            await self.read_group(self._desk.state.group_wanted)

    def open(self, number: str) -> None:
        """Look at what was selected in the list."""
        if self._desk.state.scope is Scope.GROUPS:
            self.open_group(number)
        else:
            self.open_case(number)

    def open_case(self, number: str) -> None:
        """Look at a case, and no longer at a form or a group."""
        if self._desk.state.pane is not Pane.CASE:
            self._desk.change(pane=Pane.CASE, problem=None, found=())
        super().open(number)

    def open_group(self, number: str) -> None:
        """Look at a group."""
        if (self._desk.state.pane, self._desk.state.group_wanted) != (Pane.GROUP, number):
            self._desk.change(pane=Pane.GROUP, group_wanted=number, deed=None, problem=None)
        self._desk.look(lambda: self.read_group(number), "group")

    async def read_group(self, number: str) -> None:
        """Read a group, and the checks about its cases.

        Raises:
            DatabaseAway: out of touch.
        """
        readers = self._desk.ports.readers
        page = await readers.exception_group(number)
        numbers = {case.number for case in page.cases}
        checks = [
            check for check in await readers.department_checks(open_only=False) if check.case in numbers
        ]
        if self._desk.state.group_wanted == number:
            self._desk.change(group=page, checks=tuple(checks))

    async def read_groups(self) -> None:
        """Read the groups into which a case can be put. Raises ``DatabaseAway``."""
        groups = await self._desk.ports.readers.exception_groups(open_only=False)
        self._desk.change(known_groups=tuple(groups))

    async def _rows(self) -> Sequence[ExceptionRow | GroupRow]:
        state = self._desk.state
        if state.scope is Scope.GROUPS:
            return await self._groups(state.searched.strip())
        everything, text = state.scope is Scope.ALL, state.searched.strip() or None
        query = ExceptionQuery(open_only=not everything, text=text, limit=LIMIT)
        return await self._desk.ports.readers.exceptions(query)

    async def _groups(self, text: str) -> list[GroupRow]:
        groups = await self._desk.ports.readers.exception_groups(open_only=False)
        return [group for group in groups if text in group.cause or text in group.number]

    async def _page(self, number: str) -> tuple[ExceptionPage, dict[str, Any]]:
        page = await self._desk.ports.readers.exception(number)
        self._similar.of(number, page.row.summary, lambda found: self._show_alike(number, found))
        return page, {}

    def _show_alike(self, number: str, found: tuple[SimilarCase, ...]) -> None:
        self._desk.change(alike=found, alike_to=number)

    def _computed(self, page: ExceptionPage) -> dict[str, Any]:
        last = page.row.due.day
        today = self._today or last
        days = [day for day in working_days_from(today, last, self._calendar) if day != last]
        terms = Terms(self._desk.state.policy, self._calendar, today)
        longer = working_days_from(last + timedelta(days=1), terms.extended(page.row.due).day, self._calendar)
        return {
            "days_left": self._days_left(today, last),
            "due_days": (last, *reversed(days)),
            "longer_days": tuple(reversed(longer)),
            "follow_up_by": terms.follow_up(max(today, last)),
        }

    def _first(self) -> str | None:
        if self._desk.state.pane is not Pane.CASE:
            return None
        return next((members[0].number for _, members in rules.groups(self._desk.state)), None)
