"""What the office's page of ratings shows."""

from dataclasses import dataclass

from app.domain.five_ones import Grouping
from app.domain.rating_figures import RatingFigure
from app.ports.ratings_report import RatingsReport
from app.ports.rows import RatingCounts
from ui.office.state import FiguresState


@dataclass(frozen=True, slots=True)
class CountsListing:
    """All levels of the parts, or of one ``part``, in numbers; ``rows`` None while they are read."""

    part: RatingCounts | None = None
    rows: tuple[RatingCounts, ...] | None = None
    more: bool = False


@dataclass(frozen=True, slots=True)
class RatingsState(FiguresState):
    """``figure`` is the one whose parts are shown, ``listing`` the table of all levels that stands in their place."""

    figure: RatingFigure = RatingFigure.GOOD
    by: Grouping = Grouping.DEPARTMENT
    listing: CountsListing | None = None
    report: RatingsReport | None = None
