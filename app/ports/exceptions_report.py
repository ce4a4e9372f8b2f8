"""The ledger of exception cases and its figures as a report: what page, workbook and printed page are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.exception_figures import (
    ExceptionFigure,
    ExceptionFigures,
    ExceptionGrouping,
    best_first,
    worst_first,
)
from app.domain.five_ones import Grouping, Ratio, Span, periods
from app.domain.message import Message
from app.ports.drawn import DrawnPart, counts, share
from app.ports.rows.exception_ledger import ExceptionFiguresRow, LedgerRow

Row = ExceptionFiguresRow
_F = ExceptionFigure


@dataclass(frozen=True, kw_only=True)
class LedgerList:
    """Cases of the ledger: those behind a figure, or behind one ``part`` of it. ``more``: there is more than that."""

    rows: tuple[LedgerRow, ...]
    figure: ExceptionFigure | None = None
    part: Row | None = None
    more: bool = False


@dataclass(frozen=True, kw_only=True)
class ExceptionsReport:
    """The figures of the hall, of its parts where they were asked for, and of its units, of which some are named.

    ``figure`` is the one whose parts are drawn, ``listed`` the cases that were opened.
    """

    hall: str
    made_at: datetime  # aware, in the hall's time zone
    span: Span
    by: ExceptionGrouping
    whole: ExceptionFigures
    units: tuple[Row, ...] = ()
    rows: tuple[Row, ...] = ()
    figure: ExceptionFigure | None = None
    listed: LedgerList | None = None
    qr: str = ""  # a report carries none


def worst(report: ExceptionsReport) -> tuple[Row, ...]:
    """The units with most overdue."""
    return _named(report.units, worst_first({row.key: row.figures for row in report.units}))


def best(report: ExceptionsReport) -> tuple[Row, ...]:
    """The units with nothing overdue that answered quickest."""
    return _named(report.units, best_first({row.key: row.figures for row in report.units}))


def parts_of(report: ExceptionsReport, figure: ExceptionFigure) -> tuple[Row, ...]:
    """The parts that a figure has, in the order in which they are drawn."""
    if report.by is not ExceptionGrouping.MONTH:
        having = [row for row in report.rows if _has(row, figure)]
        return tuple(sorted(having, key=lambda row: _urgency(row, figure)))
    known = {row.key: row for row in report.rows}
    keys = periods(report.span, Grouping.MONTH)
    return tuple(known.get(key) or Row(key, "", ExceptionFigures()) for key in keys)


def drawn(report: ExceptionsReport, figure: ExceptionFigure) -> tuple[DrawnPart[Row], ...]:
    """The parts of a figure as they are drawn: months in their order, else what wants looking at first."""
    rows = parts_of(report, figure)
    longest = top(rows, figure)
    return tuple(
        DrawnPart(
            row=row,
            key=row.key,
            name=called(row, report.by),
            length=_amount(row, figure) / longest if _has(row, figure) else None,
            value=value(row.figures, figure),
            counts=beside(row.figures, figure),
        )
        for row in rows
    )


def top(rows: Sequence[Row], figure: ExceptionFigure) -> float:
    """What a bar of full length stands for: all, or the most cases or days of a part."""
    if figure not in (_F.REGISTERED, _F.ANSWERED):
        return 1.0
    return max((_amount(row, figure) for row in rows if _has(row, figure)), default=0.0) or 1.0


def value(figures: ExceptionFigures, figure: ExceptionFigure) -> Message:
    """A figure in its words: cases, days, or a share."""
    match figure:
        case _F.REGISTERED:
            return Message("ledger.cases", {"count": figures.registered})
        case _F.ANSWERED if figures.median_days is not None:
            return Message("ledger.days", {"days": f"{figures.median_days:g}"})
        case _F.ANSWERED:
            return share(Ratio())
        case _:
            return share(figures.ratio(figure))


def beside(figures: ExceptionFigures, figure: ExceptionFigure) -> Message:
    """What stands beside a figure: of how many, and of days how long nine in ten took at the most."""
    ratio = figures.ratio(figure)
    match figure:
        case _F.REGISTERED:
            return Message("ledger.open_of", {"open": figures.open})
        case _F.ANSWERED if figures.p90_days is not None:
            return Message("ledger.p90", {"days": figures.p90_days, "counts": counts(ratio)})
        case _:
            return counts(ratio)


def called(row: Row, by: ExceptionGrouping) -> Message:
    """How people call a part."""
    if by is ExceptionGrouping.CATEGORY and not row.name:
        return Message(f"exception_category.{row.key}")
    if not row.key:
        return Message(f"ledger.without.{by}")
    return Message("five_ones.part", {"name": row.name or row.key})


def _named(units: Sequence[Row], keys: tuple[str, ...]) -> tuple[Row, ...]:
    known = {row.key: row for row in units}
    return tuple(known[key] for key in keys)


def _has(row: Row, figure: ExceptionFigure) -> bool:
    if figure is _F.ANSWERED:
        return row.figures.median_days is not None
    return row.figures.ratio(figure).denominator > 0


def _amount(row: Row, figure: ExceptionFigure) -> float:
    match figure:
        case _F.REGISTERED:
            return row.figures.registered
        case _F.ANSWERED:
            return row.figures.median_days or 0.0
        case _:
            return row.figures.ratio(figure).share or 0.0


def _urgency(row: Row, figure: ExceptionFigure) -> tuple[float, str]:
    """The most cases, days or overdue first; of the satisfied the fewest."""
    amount = _amount(row, figure)
    return (amount if figure is _F.SATISFIED else -amount), row.name or row.key
