"""What the office's pages of figures show."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from app.domain.five_ones import Figure, Grouping, Span
from app.domain.message import Message
from app.ports.change_feed import Touch
from app.ports.exceptions_report import ExceptionsReport
from app.ports.figures_report import FiguresReport
from app.ports.ratings_report import RatingsReport
from app.ports.rows import CountedRow, FiguresRow, HallRow

TILES = (Figure.ONE_PLACE, Figure.ONE_TRIP, Figure.ONE_DAY, Figure.TOLD_ONCE, Figure.ONLINE)
"""One tile for each goal; that of 一网通办 tells both its figures."""

ONLINE = (Figure.ONLINE, Figure.SENT_ONLINE)
GROUPINGS = tuple(by for by in Grouping if by is not Grouping.HALL)
"""By what the page parts: the hall itself stands in the tiles."""
LISTED = 500
"""No more is listed on the page; the workbook holds all."""


class Range(StrEnum):
    """Which days: today, this month or quarter up to today, or days that a person named."""

    TODAY = "today"
    MONTH = "month"
    QUARTER = "quarter"
    FREE = "free"


class File(StrEnum):
    """What the figures can be saved as."""

    XLSX = "xlsx"
    PDF = "pdf"


class Files(Protocol):
    """Makes files of a report; raises ``DeviceFailed`` where one is there already or cannot be written."""

    def workbook(self, report: FiguresReport | ExceptionsReport | RatingsReport) -> bytes: ...

    def write(self, path: Path, content: bytes) -> None: ...


class Report(Protocol):
    """What is known of some days."""

    @property
    def span(self) -> Span: ...


@dataclass(frozen=True, slots=True)
class FiguresState:
    """What every page of figures shows; each narrows the last four.

    ``first`` and ``last`` are the free range as typed. ``figure`` is the one whose parts are shown, by something;
    ``listing`` is the list behind it that stands in their place.
    """

    hall: HallRow | None = None
    touch: Touch | None = None
    range: Range = Range.MONTH
    first: str = ""
    last: str = ""
    figure: StrEnum | None = None
    by: StrEnum | None = None
    listing: Any = None
    report: Report | None = None
    problem: Message | None = None
    is_saving: bool = False
    calendar_published: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """The list behind a figure, or behind one ``part`` of it; ``rows`` None while it is read."""

    figure: Figure
    part: FiguresRow | None = None
    missed_only: bool = False
    rows: tuple[CountedRow, ...] | None = None
    more: bool = False


@dataclass(frozen=True, slots=True)
class OfficeState(FiguresState):
    """The page of the five ones."""

    figure: Figure = Figure.ONE_PLACE
    by: Grouping = Grouping.DEPARTMENT
    listing: Listing | None = None
    report: FiguresReport | None = None


def span_of(chosen: Range, today: date, first: str, last: str) -> Span | None:
    """The days of a range; None while the free one is not two days in order."""
    match chosen:
        case Range.TODAY:
            return Span(today, today)
        case Range.MONTH:
            return Span(today.replace(day=1), today)
        case Range.QUARTER:
            return Span(today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), today)
        case Range.FREE:
            return _typed(first, last)


def tile_of(figure: Figure) -> Figure:
    """The figure on whose tile a figure stands."""
    return Figure.ONLINE if figure in ONLINE else figure


def _typed(first: str, last: str) -> Span | None:
    try:
        span = Span(date.fromisoformat(first.strip()), date.fromisoformat(last.strip()))
    except ValueError:
        return None
    return span if span.days() else None
