"""The figures of ratings as a report: what the office's page, the workbook and the printed page are made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.domain.five_ones import OVER_TIME, Grouping, Ratio, Span, periods
from app.domain.message import Message
from app.domain.rating import RatingLevel
from app.domain.rating_figures import RatingFigure
from app.ports.drawn import DrawnPart, counts, share
from app.ports.figures_report import called
from app.ports.rows import RatingCounts

Counted = RatingLevel | RatingFigure
COUNTED: tuple[Counted, ...] = (*RatingLevel, RatingFigure.GOOD, RatingFigure.BAD)
"""What tables tell of a part: every level, and what they come to."""


@dataclass(frozen=True, kw_only=True)
class RatingsReport:
    """The ratings of the hall, and those of its parts. ``figure`` is the one whose parts are drawn."""

    hall: str
    made_at: datetime  # aware, in the hall's time zone
    span: Span
    by: Grouping
    whole: RatingCounts
    rows: tuple[RatingCounts, ...] = ()
    figure: RatingFigure | None = None
    qr: str = ""  # a report carries none


def ratio_of(row: RatingCounts, counted: Counted) -> Ratio:
    """What a column of a table tells of a part."""
    return row.ratio(counted) if isinstance(counted, RatingLevel) else row.figure(counted)


def drawn(report: RatingsReport, figure: RatingFigure) -> tuple[DrawnPart[RatingCounts], ...]:
    """The parts of a figure as they are drawn: over time in its order, else what wants looking at first."""
    return tuple(
        DrawnPart(
            row=row,
            key=row.key,
            name=called(row, report.by),
            length=row.figure(figure).share,
            value=share(row.figure(figure)),
            counts=Message("rating.too_few") if row.too_few else counts(row.figure(figure)),
        )
        for row in _in_order(report, figure)
    )


def _in_order(report: RatingsReport, figure: RatingFigure) -> Iterator[RatingCounts]:
    if report.by in OVER_TIME:
        known = {row.key: row for row in report.rows}
        nothing = dict.fromkeys(RatingLevel, 0)
        for key in periods(report.span, report.by):
            yield known.get(key) or RatingCounts(key, "", nothing)
    else:
        way = -1 if figure is RatingFigure.BAD else 1
        having = [row for row in report.rows if row.total or row.too_few]
        yield from sorted(
            having,
            key=lambda row: (row.too_few, way * (row.figure(figure).share or 0.0), row.name or row.key),
        )
