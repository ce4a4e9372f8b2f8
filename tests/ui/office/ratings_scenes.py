"""The office's page of ratings in every scene. Figures are invented."""

from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.five_ones import Grouping, Span
from app.domain.rating import RatingLevel
from app.domain.rating_figures import RatingFigure
from app.ports.change_feed import Touch
from app.ports.ratings_report import RatingsReport
from app.ports.rows import RatingCounts
from tests.ui.office.scenes import HALL, NAMES
from ui.office.ratings_state import CountsListing, RatingsState

SPAN = Span(date(2026, 3, 1), date(2026, 3, 17))
MADE_AT = datetime(2026, 3, 18, 9, tzinfo=UTC)


def counts(key: str, name: str, n: int) -> RatingCounts:
    """The more the later: 40 and more good ones, and a bad one now and then."""
    told = (40 + 3 * n, 12 + n, 3 + n % 4, n % 3, n % 2)
    return RatingCounts(key, name, dict(zip(RatingLevel, told, strict=True)), n % 2)


def report(parts: int, by: Grouping = Grouping.DEPARTMENT) -> RatingsReport:
    """As many parts; of counters and months their keys are told."""
    keys = {Grouping.COUNTER: "{}", Grouping.MONTH: "2026-{:02d}"}
    named = by not in keys
    rows = tuple(
        counts(keys.get(by, "D{:02d}").format(n), NAMES[n % len(NAMES)] if named else "", n)
        for n in range(1, parts + 1)
    )
    whole = counts("QX", "", parts * 7) if parts else RatingCounts("QX", "", dict.fromkeys(RatingLevel, 0))
    return RatingsReport(hall="青溪区政务服务中心", made_at=MADE_AT, span=SPAN, by=by, whole=whole, rows=rows)


def hiding(told: RatingsReport, parts: int) -> RatingsReport:
    """The first parts are too few to show."""
    rows = tuple(row.hidden() if at < parts else row for at, row in enumerate(told.rows))
    return replace(told, rows=rows)


FEW = RatingsState(HALL, Touch.CONNECTED, report=report(7))
RATINGS_SCENES = {
    "ratings": FEW,
    "ratings-bad": replace(
        FEW, figure=RatingFigure.BAD, by=Grouping.COUNTER, report=report(9, Grouping.COUNTER)
    ),
    "ratings-table": replace(FEW, listing=CountsListing(None, report(7).rows)),
    "ratings-overfull": replace(
        FEW, report=report(40), listing=CountsListing(None, report(40).rows), by=Grouping.ITEM
    ),
    "ratings-few": replace(FEW, report=hiding(report(5), 2)),
    "ratings-too-few": replace(FEW, report=replace(hiding(report(2), 2), whole=report(2).whole.hidden())),
    "ratings-empty": replace(FEW, report=report(0)),
    "ratings-months": replace(
        FEW,
        by=Grouping.MONTH,
        report=replace(report(4, Grouping.MONTH), span=Span(date(2026, 1, 1), date(2026, 5, 17))),
    ),
}
