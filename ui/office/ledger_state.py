"""What the office's page of exceptions shows."""

from dataclasses import dataclass

from app.domain.exception_figures import ExceptionFigure, ExceptionGrouping
from app.ports.exceptions_report import ExceptionsReport
from app.ports.rows import ExceptionFiguresRow, LedgerRow
from ui.office.state import FiguresState

EXCEPTION_GROUPINGS = tuple(by for by in ExceptionGrouping if by is not ExceptionGrouping.HALL)
"""By what the page parts: the hall itself stands in the tiles."""


@dataclass(frozen=True, slots=True)
class CaseListing:
    """The cases behind a figure, or behind one ``part`` of it; ``rows`` None while they are read."""

    figure: ExceptionFigure
    part: ExceptionFiguresRow | None = None
    rows: tuple[LedgerRow, ...] | None = None
    more: bool = False


@dataclass(frozen=True, slots=True)
class LedgerState(FiguresState):
    """``figure`` is the one whose parts are shown, ``listing`` the cases behind it that stand in their place."""

    figure: ExceptionFigure = ExceptionFigure.REGISTERED
    by: ExceptionGrouping = ExceptionGrouping.CATEGORY
    listing: CaseListing | None = None
    report: ExceptionsReport | None = None
