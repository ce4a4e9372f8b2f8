"""The list and the page of the case that is looked at, as the database has them now."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Generic

from app.domain.calendar import WorkingDays, working_days_between
from app.domain.errors import NotFound
from app.domain.worklist import last_soon_day
from app.services.limits import office_calendar
from app.services.policy import hall_policy
from ui.worklist.desk import Desk
from ui.worklist.state import Numbered, P, S

LIMIT = 200
"""More cases are not listed; the search narrows them down."""


class Listing(ABC, Generic[S, P]):
    """Reads what is listed and what is looked at; readings never overtake each other.

    A room brings how its rows and pages are read, and what it computes of a page; days are counted by the office's
    own calendar.
    """

    def __init__(self, desk: Desk[S]) -> None:
        self._desk = desk
        self._calendar: WorkingDays = desk.ports.working_days
        self._reading = asyncio.Lock()

    async def refresh(self) -> None:
        """Read the list, and the page that is looked at, again.

        Raises:
            DatabaseAway: out of touch.
        """
        await self._read_list()
        if self._desk.state.wanted is not None:
            await self._read_page(self._desk.state.wanted)
        elif (first := self._first()) is not None:
            self.open(first)

    def search(self, text: str) -> None:
        """List what fits the text."""
        if text != self._desk.state.searched:
            self._desk.change(searched=text)
            self._desk.look(self._find, "list")

    def show(self, scope: StrEnum) -> None:
        """List these."""
        self._desk.change(scope=scope)
        self._desk.look(self.refresh, "list")

    def open(self, number: str) -> None:
        """Look at a case."""
        if number != self._desk.state.wanted:
            self._desk.change(wanted=number, chosen=None, problem=None)
            self.read_page(number)

    def read_page(self, number: str) -> None:
        """Read a case anew."""
        self._desk.look(lambda: self._read_page(number), "page")

    def show_page(self, page: P) -> None:
        """Show the page as a command left it, unless the person looks at another case by now."""
        if self._desk.state.wanted == page.row.number:
            self._desk.change(page=page, chosen=None, **self._computed(page))

    @property
    def _today(self) -> date | None:
        hall = self._desk.state.hall
        return hall.day if hall else None

    def _days_left(self, today: date, due: date) -> int:
        """The working days until then; negative once it is over."""
        left = working_days_between(today, due, self._calendar)
        return left or -working_days_between(due, today, self._calendar)

    @abstractmethod
    async def _rows(self) -> Sequence[Numbered]:
        """Read what fits scope and search, at most ``LIMIT``."""

    @abstractmethod
    async def _page(self, number: str) -> tuple[P, dict[str, Any]]:
        """Read a case, and further fields of the state that belong to it."""

    @abstractmethod
    def _computed(self, page: P) -> dict[str, Any]:
        """What the calendar says of the case, as fields of the state."""

    @abstractmethod
    def _first(self) -> str | None:
        """The case to look at when nobody has asked for one."""

    def _is_older(self, page: P) -> bool:
        """Whether a step was answered while this was being read."""
        return False

    async def _find(self) -> None:
        await self._read_list()

    async def _read_list(self) -> None:
        async with self._reading:
            searched = self._desk.state.searched
            hall, rows = await self._desk.ports.readers.hall(), await self._rows()
            self._calendar = await office_calendar(self._desk.ports)
            policy = await hall_policy(self._desk.ports)
        if searched == self._desk.state.searched:
            self._desk.change(
                hall=hall,
                policy=policy,
                rows=tuple(rows),
                full=len(rows) == LIMIT,
                soon=last_soon_day(hall.day, policy.days_to_remind, self._calendar),
                calendar_published=self._calendar.is_published(hall.day.year),
            )

    async def _read_page(self, number: str) -> None:
        try:
            async with self._reading:
                page, beside = await self._page(number)
        except NotFound:
            self._desk.change(wanted=None, page=None)
            raise
        if self._desk.state.wanted == number and not self._is_older(page):
            self._desk.change(page=page, **beside, **self._computed(page))


def working_days_from(first: date, last: date, calendar: WorkingDays) -> list[date]:
    """The working days of a stretch, both ends included."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if calendar.is_working_day(day)]
