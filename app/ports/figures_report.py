"""The five ones as a report: what the workbook and the printed page are made of."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.five_ones import Figures, Grouping, Span
from app.ports.rows.five_ones import FiguresRow


@dataclass(frozen=True, kw_only=True)
class FiguresReport:
    """The figures of the hall, and those of its parts where they were asked for (``by`` other than the hall)."""

    hall: str
    made_at: datetime  # aware, in the hall's time zone
    span: Span
    by: Grouping
    whole: Figures
    rows: tuple[FiguresRow, ...] = ()
    qr: str = ""  # a report carries none
