"""Which exception cases to list in the ledger, and which to count."""

from dataclasses import dataclass

from app.domain.calendar import WorkingDays
from app.domain.exception_figures import ExceptionFigure, ExceptionGrouping
from app.domain.exception_table import ExceptionState
from app.domain.five_ones import Span


@dataclass(frozen=True, slots=True)
class LedgerQuery:
    """Which cases to list: registered within a span of days, by the hall's working days.

    ``department``, ``category`` and ``item`` are codes, of which an empty one means that there is none. ``figure``
    lists what it counts (of the satisfied all that were asked), without what a file brought in.
    """

    span: Span
    calendar: WorkingDays
    department: str | None = None
    category: str | None = None
    item: str | None = None
    state: ExceptionState | None = None
    figure: ExceptionFigure | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class ExceptionFiguresQuery:
    """Which cases to count: registered within a span of days, by the hall's working days, parted by something."""

    span: Span
    calendar: WorkingDays
    by: ExceptionGrouping = ExceptionGrouping.HALL
