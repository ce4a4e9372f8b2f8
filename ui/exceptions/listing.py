"""The list of exceptions and the page of one, as the database has them now."""

from collections.abc import Sequence
from typing import Any

from app.ports.case_search import SimilarCase
from app.ports.readers import ExceptionQuery
from app.ports.rows import ExceptionPage, ExceptionRow
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

    def open(self, number: str) -> None:
        """Look at a case, and no longer at the form of a new one."""
        if self._desk.state.pane is Pane.NEW:
            self._desk.change(pane=Pane.CASE, problem=None, found=())
        super().open(number)

    async def _rows(self) -> Sequence[ExceptionRow]:
        state = self._desk.state
        everything, text = state.scope is Scope.ALL, state.searched.strip() or None
        query = ExceptionQuery(open_only=not everything, text=text, limit=LIMIT)
        return await self._desk.ports.readers.exceptions(query)

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
        return {"days_left": self._days_left(today, last), "due_days": (last, *reversed(days))}

    def _first(self) -> str | None:
        if self._desk.state.pane is Pane.NEW:
            return None
        return next((members[0].number for _, members in rules.groups(self._desk.state)), None)
