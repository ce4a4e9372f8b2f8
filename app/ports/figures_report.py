"""The five ones as a report: what the page, the workbook and the printed page are made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.domain.five_ones import OVER_TIME, Figure, Figures, Grouping, Ratio, Span, periods
from app.domain.message import Message
from app.ports.drawn import DrawnPart, counts, share
from app.ports.rows.five_ones import CountedRow, FiguresRow


class Named(Protocol):
    """A part of something: a department, an item, a counter, a day."""

    @property
    def key(self) -> str: ...

    @property
    def name(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class FigureList:
    """What stands behind a figure, or behind one ``part`` of it. ``more``: there is more than is listed."""

    figure: Figure
    rows: tuple[CountedRow, ...]
    part: FiguresRow | None = None
    missed_only: bool = False
    more: bool = False


@dataclass(frozen=True, kw_only=True)
class FiguresReport:
    """The figures of the hall, and those of its parts where they were asked for (``by`` other than the hall).

    ``figure`` is the one whose parts are drawn, ``listed`` the list that was opened.
    """

    hall: str
    made_at: datetime  # aware, in the hall's time zone
    span: Span
    by: Grouping
    whole: Figures
    rows: tuple[FiguresRow, ...] = ()
    figure: Figure | None = None
    listed: FigureList | None = None
    qr: str = ""  # a report carries none


def drawn(report: FiguresReport, figure: Figure) -> tuple[DrawnPart[FiguresRow], ...]:
    """The parts of a figure as they are drawn.

    Over time in its order, with the periods in which nothing happened; else the lowest share first, which is where
    one looks, and only what has anything of the figure.
    """
    return tuple(
        DrawnPart(
            row=row,
            key=row.key,
            name=called(row, report.by),
            length=row.figures[figure].share,
            value=share(row.figures[figure]),
            counts=counts(row.figures[figure]),
        )
        for row in _in_order(report, figure)
    )


def called(row: Named, by: Grouping) -> Message:
    """How people call a part: by its name, a counter by its number as well."""
    if not row.key:
        return Message("five_ones.no_counter")
    if by is Grouping.COUNTER:
        code = "five_ones.counter.named" if row.name else "five_ones.counter"
        return Message(code, {"number": row.key, "name": row.name})
    return Message("five_ones.part", {"name": row.name or row.key})


def within(by: StrEnum) -> Message:
    """What a report is parted by, as the word stands inside a phrase: “by department”."""
    return Message(f"grouping.within.{by}")


def _in_order(report: FiguresReport, figure: Figure) -> Iterator[FiguresRow]:
    if report.by in OVER_TIME:
        known = {row.key: row for row in report.rows}
        nothing = dict.fromkeys(Figure, Ratio())
        for key in periods(report.span, report.by):
            yield known.get(key) or FiguresRow(key, "", nothing)
    else:
        having = [row for row in report.rows if row.figures[figure].denominator]
        yield from sorted(having, key=lambda row: (row.figures[figure].share or 0.0, row.name or row.key))


def why(figure: Figure, row: CountedRow) -> Message:
    """Why something counts in a figure's numerator, or does not."""
    code = f"five_ones.why.{figure}.{'counts' if row.counts else 'counts_not'}"
    return Message(code, {"trips": row.trips, "accepted": row.accepted_on, "day": row.day})
