"""The list and the page of the case that is looked at, as the database has them now."""

import asyncio
from datetime import date, timedelta

from app.domain.calendar import WorkingDays
from app.domain.errors import NotFound
from app.ports.readers import ExceptionQuery
from app.ports.rows import ExceptionPage
from ui.exceptions import rules
from ui.exceptions.desk import Desk
from ui.exceptions.state import Pane, Scope

LIMIT = 200
"""More cases are not listed; the search narrows them down."""


class Listing:
    """Reads what is listed and what is looked at; readings never overtake each other."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._reading = asyncio.Lock()

    async def refresh(self) -> None:
        """Read the list, and the page that is looked at, again.

        Raises:
            DatabaseAway: out of touch.
        """
        await self._read_list()
        if self._desk.state.wanted is not None:
            await self._read_page(self._desk.state.wanted)
        elif self._desk.state.pane is Pane.CASE:
            self._open_first()

    async def refresh_choices(self) -> None:
        """Read departments and staff, to whom a case can be assigned.

        Raises:
            DatabaseAway: out of touch.
        """
        readers = self._desk.ports.readers
        departments, staff = await readers.departments(), await readers.staff()
        self._desk.change(departments=tuple(departments), staff=tuple(staff))

    def search(self, text: str) -> None:
        """List what fits the text: item, description or number."""
        if text != self._desk.state.searched:
            self._desk.change(searched=text)
            self._desk.look(self._read_list, "list")

    def show(self, scope: Scope) -> None:
        """List these."""
        self._desk.change(scope=scope)
        self._desk.look(self.refresh, "list")

    def open(self, number: str) -> None:
        """Look at a case."""
        state = self._desk.state
        if number == state.wanted and state.pane is Pane.CASE:
            return
        self._desk.change(wanted=number, pane=Pane.CASE, chosen=None, problem=None)
        self._desk.look(lambda: self._read_page(number), "page")

    def show_page(self, page: ExceptionPage) -> None:
        """Show the page as a command left it, unless the person looks at another case by now."""
        if self._desk.state.wanted == page.row.number:
            days = _days_to_assign(self._desk, page)
            self._desk.change(page=page, due_days=days, chosen=None)

    async def _read_list(self) -> None:
        async with self._reading:
            state, readers = self._desk.state, self._desk.ports.readers
            everything, text = state.scope is Scope.ALL, state.searched.strip() or None
            query = ExceptionQuery(open_only=not everything, text=text, limit=LIMIT)
            hall, rows = await readers.hall(), await readers.exceptions(query)
        published = self._desk.ports.working_days.is_published(hall.day.year)
        self._desk.change(hall=hall, rows=tuple(rows), full=len(rows) == LIMIT, calendar_published=published)

    async def _read_page(self, number: str) -> None:
        try:
            async with self._reading:
                page = await self._desk.ports.readers.exception(number)
        except NotFound:
            self._desk.change(wanted=None, page=None)
            raise
        if self._desk.state.wanted == number:
            self._desk.change(page=page, due_days=_days_to_assign(self._desk, page))

    def _open_first(self) -> None:
        for _, members in rules.grouped(rules.listed(self._desk.state)):
            self.open(members[0].number)
            return


def _days_to_assign(desk: Desk, page: ExceptionPage) -> tuple[date, ...]:
    """The last day that the level allows and the working days until then, the last one first."""
    last = page.row.due.day
    today = desk.state.hall.day if desk.state.hall else last
    return (last, *_working_days_before(last, today, desk.ports.working_days))


def _working_days_before(last: date, today: date, calendar: WorkingDays) -> list[date]:
    days = (last - timedelta(days=back) for back in range(1, (last - today).days + 1))
    return [day for day in days if calendar.is_working_day(day)]
