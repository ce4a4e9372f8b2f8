"""What the presenters of figures have in common: which days, which figure, its parts, the list behind it, files."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from app.domain.errors import YiciError
from app.domain.five_ones import Span
from app.domain.message import Message
from app.services.limits import office_calendar
from app.services.use_case import Ports
from ui.office.state import LISTED, FiguresState, File, Files, Range, Report, span_of
from ui.refresh import Pause
from ui.tasks import Tasks

LEAST_SECONDS = 5.0
"""Figures of a month hardly move with one ticket: they are not counted anew for each in a full hall."""

S = TypeVar("S", bound=FiguresState)
S_contra = TypeVar("S_contra", bound=FiguresState, contravariant=True)


class View(Protocol[S_contra]):
    """What a presenter needs of the screen."""

    def render(self, state: S_contra) -> None: ...

    def say(self, message: Message) -> None:
        """Say for a while what worked."""


class FiguresPresenter(ABC, Generic[S]):
    """A page brings what is counted, what stands behind it, and how both make a report that is handed out.

    ``name`` begins those of its tasks, ``wrong_days`` says that the days typed are none.
    """

    name: str
    wrong_days = "office.range.wrong"

    def __init__(
        self,
        ports: Ports,
        files: Files,
        view: View[S],
        tasks: Tasks,
        failed: Callable[[str, BaseException], None],
        blank: S,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._ports, self._files, self._view, self._tasks = ports, files, view, tasks
        self._report_failure, self._pause = failed, pause
        self._state = blank

    def choose_range(self, chosen: Range) -> None:
        """Other days; a free range begins with those that were shown."""
        report = self._state.report
        if chosen is Range.FREE and report is not None:
            span = report.span
            self._change(first=span.first.isoformat(), last=span.last.isoformat())
        self._change(range=chosen)
        self.read_now()

    def type_days(self, first: str, last: str) -> None:
        """The free range as it is typed."""
        self._change(first=first, last=last)
        self.read_now()

    def choose_figure(self, figure: StrEnum) -> None:
        """Show the parts of another figure; chosen again, what stands behind it."""
        if figure is self._state.figure and self._state.listing is None:
            self.open_list()
        else:
            self._change(figure=figure, listing=None)

    def choose_grouping(self, by: StrEnum) -> None:
        """Part the figures by something else."""
        if by is not self._state.by:
            self._change(by=by, listing=None)
            self.read_now()

    def open_list(self, part: Any = None) -> None:
        """Show what stands behind the figure, or behind a part of it."""
        if self._state.report is not None:
            self._list(self._listing(part))

    def close_list(self) -> None:
        """Show the parts again."""
        self._change(listing=None)

    def save(self, kind: File, path: Path) -> None:
        """Save what is shown; a person may go on meanwhile."""
        if not self._state.is_saving and self._state.report is not None:
            self._change(is_saving=True)
            self._tasks.run_command(self._save(kind, path), name=f"{self.name}.save")

    def read_now(self) -> None:
        """Count at once, for the person who asked."""
        self._tasks.start(self._read(self.reload), name=f"{self.name}.read", replace=True)

    async def reload(self) -> None:
        """Count again. Raises DatabaseAway."""
        hall = await self._ports.readers.hall()
        published = (await office_calendar(self._ports)).is_published(hall.day.year)
        state = self._state
        span = self._span(state, hall.day)
        if span is None:
            # The figures of other days would be taken for those of these.
            wrong = Message(self.wrong_days)
            self._change(hall=hall, calendar_published=published, report=None, problem=wrong)
            return
        report = await self._counted(span, state.by)
        # Others may have been chosen while these were counted.
        now = self._state
        if (self._span(now, hall.day), now.by) == (span, state.by):
            self._change(hall=hall, calendar_published=published, report=report, problem=None)
            if now.listing is not None:
                await self._read_list()

    async def reload_seldom(self) -> None:
        """Count again, and then rest. Raises DatabaseAway."""
        await self.reload()
        await self._pause(LEAST_SECONDS)

    def _span(self, state: S, today: date) -> Span | None:
        """The days that are meant; None while they are none."""
        return span_of(state.range, today, state.first, state.last)

    @abstractmethod
    async def _counted(self, span: Span, by: Any) -> Report:
        """The figures of these days, parted."""

    @abstractmethod
    def _listing(self, part: Any) -> Any:
        """The list behind the figure that is looked at, or a part of it, before it is read."""

    @abstractmethod
    async def _behind(self, listing: Any, limit: int | None) -> Sequence[Any]:
        """What stands in a list."""

    @abstractmethod
    def _as_shown(self, listed: tuple[tuple[Any, ...], bool] | None) -> Any:
        """The report as it stands on the page, with the rows of its list and whether there are more."""

    def _list(self, listing: Any) -> None:
        self._change(listing=listing)
        self._tasks.start(self._read(self._read_list), name=f"{self.name}.list", replace=True)

    async def _read_list(self) -> None:
        wanted = self._state.listing
        if wanted is None:
            return
        rows = await self._behind(wanted, LISTED + 1)
        # Another list may be wanted by now; what is shown already is read anew.
        now = self._state.listing
        if now is not None and replace(now, rows=None, more=False) == replace(wanted, rows=None, more=False):
            self._change(listing=replace(now, rows=tuple(rows[:LISTED]), more=len(rows) > LISTED))

    async def _to_save(self, kind: File) -> Any:
        """The workbook has room for a whole list."""
        listing = self._state.listing
        if listing is None:
            return self._as_shown(None)
        limit = None if kind is File.XLSX else LISTED + 1
        rows = tuple(await self._behind(listing, limit))
        if limit is None:
            return self._as_shown((rows, False))
        return self._as_shown((rows[:LISTED], len(rows) > LISTED))

    async def _read(self, reading: Callable[[], Awaitable[None]]) -> None:
        try:
            await reading()
        except YiciError as error:
            self._failed(error)

    async def _save(self, kind: File, path: Path) -> None:
        try:
            report = await self._to_save(kind)
            if kind is File.PDF:
                content = await self._ports.render(report)
            else:
                content = await asyncio.to_thread(self._files.workbook, report)
            await asyncio.to_thread(self._files.write, path, content)
            self._view.say(Message("office.saved", {"file": str(path)}))
        finally:
            self._change(is_saving=False)

    def _failed(self, error: Exception) -> None:
        self._report_failure(f"{self.name}.reload", error)

    def _change(self, **changes: Any) -> None:
        state = replace(self._state, **changes)
        if state != self._state:
            self._state = state
            self._view.render(state)
