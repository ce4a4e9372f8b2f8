"""The list and the page of the case that is looked at, as the database has them now."""

import asyncio
from datetime import date, timedelta

from app.domain.calendar import WorkingDays, add_working_days, working_days_between
from app.domain.case_parts import WatchKind
from app.domain.catalogue import ServiceItem
from app.domain.errors import NotFound
from app.ports.readers import CaseQuery
from app.ports.rows import CasePage
from ui.cases import rules
from ui.cases.desk import Desk
from ui.cases.state import Scope
from ui.papers import asked_for, is_paper

LIMIT = 200
"""More cases are not listed; the search narrows them down."""

SOON_DAYS = 3
_LONGEST_PLEDGE = 30
"""Days to choose from at most."""


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
        else:
            self._open_first()

    async def refresh_people(self) -> None:
        """Read to which department the person belongs.

        Raises:
            DatabaseAway: out of touch.
        """
        self._desk.change(department=await self._own_department())
        await self.refresh()

    def search(self, text: str) -> None:
        """List what fits the text; a scanned paper opens its case."""
        if text != self._desk.state.searched:
            self._desk.change(searched=text)
            self._desk.look(self._find, "list")

    def scan(self, code: str) -> None:
        """A reader has read something: look for it."""
        self.search(code)

    def show(self, scope: Scope) -> None:
        """List these."""
        self._desk.change(scope=scope)
        self._desk.look(self.refresh, "list")

    def show_watch(self, watch: WatchKind | None) -> None:
        """List what waits for this; None lists whatever it waits for."""
        self._desk.change(watch=watch)
        self._desk.look(self.refresh, "list")

    def open(self, number: str) -> None:
        """Look at a case."""
        if number != self._desk.state.wanted:
            self._desk.change(wanted=number, chosen=None, problem=None, revealed=None)
            self._desk.look(lambda: self._read_page(number), "page")

    def read_page(self, number: str) -> None:
        """Read it again after a step that told something else than the page."""
        self._desk.look(lambda: self._read_page(number), "page")

    def show_page(self, page: CasePage) -> None:
        """Show the page as a command left it, unless the person looks at another case by now."""
        if self._desk.state.wanted == page.row.number:
            self._desk.change(page=page, chosen=None, **self._computed(page))

    async def _find(self) -> None:
        await self._read_list()
        rows = self._desk.state.rows or ()
        if is_paper(self._desk.state.searched.strip()) and rows:
            self.open(rows[0].number)
            self._desk.view.focus_action()

    async def _own_department(self) -> str | None:
        actor = self._desk.state.actor
        if actor is None or actor.department is None:
            return None
        members = await self._desk.ports.readers.staff()
        return next((m.department for m in members if m.number == actor.number), None)

    async def _read_list(self) -> None:
        async with self._reading:
            if self._desk.state.department is None:
                self._desk.change(department=await self._own_department())
            state, readers = self._desk.state, self._desk.ports.readers
            hall, rows = await readers.hall(), await readers.cases(self._query())
        calendar = self._desk.ports.working_days
        if state.searched == self._desk.state.searched:
            self._desk.change(
                hall=hall,
                rows=tuple(rows),
                full=len(rows) == LIMIT,
                soon=add_working_days(hall.day, SOON_DAYS, calendar).day,
                calendar_published=calendar.is_published(hall.day.year),
            )

    def _query(self) -> CaseQuery:
        state = self._desk.state
        own = state.department if state.scope is Scope.OWN else None
        query = CaseQuery(
            open_only=state.scope is not Scope.ALL, watch=state.watch, department=own, limit=LIMIT
        )
        text = state.searched.strip()
        return asked_for(text, query, self._desk.ports.protector) if text else query

    async def _read_page(self, number: str) -> None:
        try:
            async with self._reading:
                page = await self._desk.ports.readers.case(number)
                item = await self._item_of(page)
        except NotFound:
            self._desk.change(wanted=None, page=None)
            raise
        if self._desk.state.wanted == number and not self._is_older(page):
            self._desk.change(page=page, item=item, **self._computed(page))

    async def _item_of(self, page: CasePage) -> ServiceItem | None:
        """The item as it is in force; None for one that was cancelled meanwhile: its cases go on without a list."""
        try:
            return await self._desk.ports.readers.item(page.row.item)
        except NotFound:
            return None

    def _is_older(self, page: CasePage) -> bool:
        """Whether a step was answered while this was being read."""
        shown = self._desk.state.page
        return shown is not None and shown.row.number == page.row.number and page.version < shown.version

    def _computed(self, page: CasePage) -> dict[str, object]:
        """What the calendar says of the case."""
        hall, calendar = self._desk.state.hall, self._desk.ports.working_days
        today = hall.day if hall else page.row.received_on
        due = page.row.watch.due.day if page.row.watch else today
        left = working_days_between(today, due, calendar) or -working_days_between(due, today, calendar)
        return {"days_left": left, "pledge_days": _working_days_after(today, calendar)}

    def _open_first(self) -> None:
        for _, members in rules.grouped(self._desk.state):
            self.open(members[0].number)
            return


def _working_days_after(today: date, calendar: WorkingDays) -> tuple[date, ...]:
    days = (today + timedelta(days=n) for n in range(_LONGEST_PLEDGE + 1))
    return tuple(day for day in days if calendar.is_working_day(day))
