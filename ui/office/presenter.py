"""The office's presenter: reads the figures again when something changes, and saves them as files."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain.events import Topic
from app.domain.five_ones import Grouping, Span
from app.ports.change_feed import ChangeFeed, Touch
from app.ports.figures_report import FigureList, FiguresReport
from app.ports.rows import CountedRow, FiguresRow
from app.services import five_ones
from app.services.use_case import Ports
from ui.office.figures import FiguresPresenter, View
from ui.office.state import Files, Listing, OfficeState
from ui.refresh import Pause, Refresher
from ui.tasks import Tasks

NOBODY = "\0"
"""The origin of no station: the office changes nothing, so every change is somebody else's."""
TOPICS = (Topic.TICKETS, Topic.CASES, Topic.NOTICES, Topic.HALL)


class OfficePresenter(FiguresPresenter[OfficeState]):
    """``start`` begins; the tasks' owner ends it. ``follow`` is for the other pages, before that."""

    name = "office"

    def __init__(
        self,
        ports: Ports,
        feed: ChangeFeed,
        files: Files,
        view: View[OfficeState],
        tasks: Tasks,
        failed: Callable[[str, BaseException], None],
        *,
        pause: Pause = asyncio.sleep,
    ) -> None:
        super().__init__(ports, files, view, tasks, failed, OfficeState(), pause)
        self._refresher = Refresher(
            feed,
            origin=NOBODY,
            touched=lambda touch: self._change(touch=touch),
            failed=self._failed,
            recovered=lambda: self._change(touch=Touch.CONNECTED),
        )
        self._refresher.subscribe(TOPICS, self.reload_seldom)
        self.follow = self._refresher.subscribe

    def start(self) -> None:
        """Show what there is, and follow the hall from now on."""
        self._view.render(self._state)
        self._tasks.start(self._refresher.run(), name="office.follow")

    def list_missed(self, *, missed_only: bool) -> None:
        """List only what is not in the numerator, or all again."""
        listing = self._state.listing
        if listing is not None and missed_only != listing.missed_only:
            self._list(Listing(listing.figure, listing.part, missed_only))

    def read_again(self) -> None:
        """A person wants it now."""
        self._refresher.refresh_all()

    async def _counted(self, span: Span, by: Grouping) -> FiguresReport:
        return await five_ones.report(self._ports, span, by)

    def _listing(self, part: FiguresRow | None) -> Listing:
        return Listing(self._state.figure, part)

    async def _behind(self, listing: Listing, limit: int | None) -> Sequence[CountedRow]:
        report = self._state.report
        assert report is not None
        part = (report.by, listing.part.key) if listing.part else None
        return await five_ones.behind(
            self._ports, listing.figure, report.span, part, missed_only=listing.missed_only, limit=limit
        )

    def _as_shown(self, listed: tuple[tuple[CountedRow, ...], bool] | None) -> FiguresReport:
        state, listing = self._state, self._state.listing
        assert state.report is not None
        if listed is None or listing is None:
            return replace(state.report, figure=state.figure)
        rows, more = listed
        behind = FigureList(
            figure=listing.figure, rows=rows, part=listing.part, missed_only=listing.missed_only, more=more
        )
        return replace(state.report, figure=state.figure, listed=behind)

    def _failed(self, error: Exception) -> None:
        """What cannot be read again is old, whatever the reason."""
        self._change(touch=Touch.LOST)
        super()._failed(error)
