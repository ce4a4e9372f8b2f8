"""The presenter of the office's page of ratings. Nobody signs in there: it tells figures, and of past days only."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.domain.events import Topic
from app.domain.five_ones import Grouping, Span
from app.ports.ratings_report import RatingsReport
from app.ports.rows import RatingCounts
from app.services.rating_views import past_ratings
from app.services.use_case import Ports
from ui.office.figures import FiguresPresenter, View
from ui.office.ratings_state import CountsListing, RatingsState
from ui.office.state import Files
from ui.refresh import Pause
from ui.tasks import Tasks

RATINGS_TOPICS = (Topic.RATINGS, Topic.HALL)


class RatingsPresenter(FiguresPresenter[RatingsState]):
    """Whoever follows the hall calls ``reload_seldom``."""

    name = "office.ratings"
    wrong_days = "office.ratings.range.wrong"

    def __init__(
        self,
        ports: Ports,
        files: Files,
        view: View[RatingsState],
        tasks: Tasks,
        failed: Callable[[str, BaseException], None],
        *,
        pause: Pause = asyncio.sleep,
    ) -> None:
        super().__init__(ports, files, view, tasks, failed, RatingsState(), pause)

    def start(self) -> None:
        """Show what there is."""
        self._view.render(self._state)

    def _span(self, state: RatingsState, today: date) -> Span | None:
        """Days that are over: a rating right after a service would name its author."""
        newest = today - timedelta(days=1)
        span = super()._span(state, newest)
        return span if span is not None and span.last <= newest else None

    async def _counted(self, span: Span, by: Grouping) -> RatingsReport:
        return await past_ratings(self._ports, span, by)

    def _listing(self, part: RatingCounts | None) -> CountsListing:
        return CountsListing(part)

    async def _behind(self, listing: CountsListing, limit: int | None) -> Sequence[RatingCounts]:
        """What is behind a figure is every level in numbers, never single ratings."""
        report = self._state.report
        assert report is not None
        parts = [row for row in report.rows if listing.part is None or row.key == listing.part.key]
        return parts[:limit]

    def _as_shown(self, listed: tuple[tuple[RatingCounts, ...], bool] | None) -> RatingsReport:
        """The table of all levels is part of every file."""
        assert self._state.report is not None
        return replace(self._state.report, figure=self._state.figure)
