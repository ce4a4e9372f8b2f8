"""The office's presenter: reads the figures again when something changes, and saves them as files."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from app.domain.errors import YiciError
from app.domain.events import Topic
from app.domain.five_ones import Figure, Grouping
from app.domain.message import Message
from app.ports.change_feed import ChangeFeed, Touch
from app.ports.figures_report import FigureList, FiguresReport
from app.ports.rows import CountedRow, FiguresRow
from app.services import five_ones
from app.services.limits import office_calendar
from app.services.use_case import Ports
from ui.office.state import LISTED, File, Files, Listing, OfficeState, Range, span_of
from ui.refresh import Pause, Refresher
from ui.tasks import Tasks

NOBODY = "\0"
"""The origin of no station: the office changes nothing, so every change is somebody else's."""
TOPICS = (Topic.TICKETS, Topic.CASES, Topic.NOTICES, Topic.HALL)
LEAST_SECONDS = 5.0
"""Figures of a month hardly move with one ticket: they are not counted anew for each in a full hall."""
READ, LIST = "office.read", "office.list"


class View(Protocol):
    """What the presenter needs of the screen."""

    def render(self, state: OfficeState) -> None: ...

    def say(self, message: Message) -> None:
        """Say for a while what worked."""


class OfficePresenter:
    """``start`` begins; the tasks' owner ends it."""

    def __init__(
        self,
        ports: Ports,
        feed: ChangeFeed,
        files: Files,
        view: View,
        tasks: Tasks,
        failed: Callable[[str, BaseException], None],
        *,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._ports, self._files, self._view, self._tasks = ports, files, view, tasks
        self._report_failure, self._pause = failed, pause
        self._state = OfficeState()
        self._refresher = Refresher(
            feed,
            origin=NOBODY,
            touched=lambda touch: self._change(touch=touch),
            failed=self._failed,
            recovered=lambda: self._change(touch=Touch.CONNECTED),
        )
        self._refresher.subscribe(TOPICS, self._reload_seldom)
        self.follow = self._refresher.subscribe

    def start(self) -> None:
        """Show what there is, and follow the hall from now on."""
        self._view.render(self._state)
        self._tasks.start(self._refresher.run(), name="office.follow")

    def choose_range(self, chosen: Range) -> None:
        """Other days; a free range begins with those that were shown."""
        report = self._state.report
        if chosen is Range.FREE and report is not None:
            span = report.span
            self._change(first=span.first.isoformat(), last=span.last.isoformat())
        self._change(range=chosen)
        self._read_now()

    def type_days(self, first: str, last: str) -> None:
        """The free range as it is typed."""
        self._change(first=first, last=last)
        self._read_now()

    def choose_figure(self, figure: Figure) -> None:
        """Show the parts of another figure; chosen again, what stands behind it."""
        if figure is self._state.figure and self._state.listing is None:
            self.open_list()
        else:
            self._change(figure=figure, listing=None)

    def choose_grouping(self, by: Grouping) -> None:
        """Part the figures by something else."""
        if by is not self._state.by:
            self._change(by=by, listing=None)
            self._read_now()

    def open_list(self, part: FiguresRow | None = None) -> None:
        """Show what stands behind the figure, or behind a part of it."""
        if self._state.report is not None:
            self._list(Listing(self._state.figure, part))

    def list_missed(self, *, missed_only: bool) -> None:
        """List only what is not in the numerator, or all again."""
        listing = self._state.listing
        if listing is not None and missed_only != listing.missed_only:
            self._list(Listing(listing.figure, listing.part, missed_only))

    def close_list(self) -> None:
        """Show the parts again."""
        self._change(listing=None)

    def read_again(self) -> None:
        """A person wants it now."""
        self._refresher.refresh_all()

    def save(self, kind: File, path: Path) -> None:
        """Save what is shown; a person may go on meanwhile."""
        if not self._state.is_saving and self._state.report is not None:
            self._change(is_saving=True)
            self._tasks.run_command(self._save(kind, path), name="office.save")

    async def reload(self) -> None:
        """Count again. Raises DatabaseAway."""
        hall = await self._ports.readers.hall()
        published = (await office_calendar(self._ports)).is_published(hall.day.year)
        state = self._state
        span = span_of(state.range, hall.day, state.first, state.last)
        if span is None:
            # The figures of other days would be taken for those of these.
            self._change(
                hall=hall, calendar_published=published, report=None, problem=Message("office.range.wrong")
            )
            return
        report = await five_ones.report(self._ports, span, state.by)
        # Others may have been chosen while these were counted.
        now = self._state
        if (span_of(now.range, hall.day, now.first, now.last), now.by) == (span, state.by):
            self._change(hall=hall, calendar_published=published, report=report, problem=None)
            if now.listing is not None:
                await self._read_list()

    def _list(self, listing: Listing) -> None:
        self._change(listing=listing)
        self._tasks.start(self._read(self._read_list), name=LIST, replace=True)

    async def _read_list(self) -> None:
        wanted = self._state.listing
        if wanted is None:
            return
        rows = await self._behind(wanted, LISTED + 1)
        # Another list may be wanted by now; what is shown already is read anew.
        now = self._state.listing
        if now is not None and replace(now, rows=None, more=False) == replace(wanted, rows=None, more=False):
            self._change(listing=replace(now, rows=rows[:LISTED], more=len(rows) > LISTED))

    async def _behind(self, listing: Listing, limit: int | None) -> tuple[CountedRow, ...]:
        state = self._state
        assert state.report is not None
        part = (state.report.by, listing.part.key) if listing.part else None
        rows = await five_ones.behind(
            self._ports, listing.figure, state.report.span, part, missed_only=listing.missed_only, limit=limit
        )
        return tuple(rows)

    async def _as_shown(self, kind: File) -> FiguresReport:
        """The report as it stands on the page; the workbook has room for a whole list."""
        state, listing = self._state, self._state.listing
        assert state.report is not None
        if listing is None:
            return replace(state.report, figure=state.figure)
        limit = None if kind is File.XLSX else LISTED + 1
        rows = await self._behind(listing, limit)
        listed = FigureList(
            figure=listing.figure,
            rows=rows if limit is None else rows[:LISTED],
            part=listing.part,
            missed_only=listing.missed_only,
            more=limit is not None and len(rows) > LISTED,
        )
        return replace(state.report, figure=state.figure, listed=listed)

    async def _reload_seldom(self) -> None:
        await self.reload()
        await self._pause(LEAST_SECONDS)

    def _read_now(self) -> None:
        self._tasks.start(self._read(self.reload), name=READ, replace=True)

    async def _read(self, reading: Callable[[], Awaitable[None]]) -> None:
        try:
            await reading()
        except YiciError as error:
            self._failed(error)

    async def _save(self, kind: File, path: Path) -> None:
        try:
            report = await self._as_shown(kind)
            if kind is File.PDF:
                content = await self._ports.render(report)
            else:
                content = await asyncio.to_thread(self._files.workbook, report)
            await asyncio.to_thread(self._files.write, path, content)
            self._view.say(Message("office.saved", {"file": str(path)}))
        finally:
            self._change(is_saving=False)

    def _failed(self, error: Exception) -> None:
        """What cannot be read again is old, whatever the reason."""
        self._change(touch=Touch.LOST)
        self._report_failure("office.reload", error)

    def _change(self, **changes: Any) -> None:
        state = replace(self._state, **changes)
        if state != self._state:
            self._state = state
            self._view.render(state)
