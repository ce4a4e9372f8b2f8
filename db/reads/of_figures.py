"""The five ones, ratings, and what follows bad ones, as frozen rows."""

from collections.abc import Sequence

from app.domain.five_ones import Figure
from app.ports.queries import FiveOnesQuery
from app.ports.rating_queries import CountsQuery, FollowUpQuery, RatingQuery
from app.ports.rows import CountedRow, FiguresRow, FollowUpPage, FollowUpRow, RatingCounts, RatingRow, ToRate
from db.reads import five_ones as figure_reads
from db.reads import follow_ups as follow_up_reads
from db.reads import ratings as rating_reads
from db.reads.looking import Looking


class FigureReaders(Looking):
    """The five ones, ratings, and what follows bad ones."""

    async def five_ones(self, query: FiveOnesQuery) -> Sequence[FiguresRow]:
        """The five ones, parted."""
        async with self._look() as t:
            return await figure_reads.five_ones(t, query)

    async def behind_figure(self, figure: Figure, query: FiveOnesQuery) -> Sequence[CountedRow]:
        """The list behind a figure."""
        async with self._look() as t:
            return await figure_reads.behind_figure(t, figure, query)

    async def ratings(self, query: RatingQuery) -> Sequence[RatingRow]:
        """Ratings, newest first."""
        async with self._look() as t:
            return await rating_reads.find_ratings(t, query)

    async def rating_counts(self, query: CountsQuery) -> Sequence[RatingCounts]:
        """Ratings by level, parted."""
        async with self._look() as t:
            return await rating_reads.rating_counts(t, query)

    async def to_rate(self, counter: int) -> ToRate | None:
        """What a counter's tablet asks about."""
        async with self._look() as t:
            return await rating_reads.to_rate(t, counter)

    async def follow_ups(self, query: FollowUpQuery) -> Sequence[FollowUpRow]:
        """Follow-ups, the most urgent first."""
        async with self._look() as t:
            return await follow_up_reads.find_follow_ups(t, query)

    async def follow_up(self, number: str) -> FollowUpPage:
        """A follow-up with its story."""
        async with self._look() as t:
            return await follow_up_reads.follow_up_page(t, number)
