"""The ledger of exception cases and what is counted of them, by the hall's own calendar."""

from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from app.domain.exception_figures import ExceptionFigure, ExceptionGrouping
from app.domain.five_ones import Grouping, Span, period_of
from app.ports.exceptions_report import ExceptionsReport
from app.ports.ledger_queries import ExceptionFiguresQuery, LedgerQuery
from app.ports.rows import ExceptionFiguresRow, LedgerRow
from app.services.limits import office_calendar
from app.services.use_case import Ports


async def exception_figures(
    ports: Ports, span: Span, by: ExceptionGrouping = ExceptionGrouping.HALL
) -> Sequence[ExceptionFiguresRow]:
    """The figures of a span of days, parted."""
    return await ports.readers.exception_figures(
        ExceptionFiguresQuery(span, await office_calendar(ports), by)
    )


async def report(
    ports: Ports, span: Span, by: ExceptionGrouping = ExceptionGrouping.HALL
) -> ExceptionsReport:
    """The figures of the hall, of its parts and of its units, as they are handed out."""
    hall = await ports.readers.hall()
    (whole,) = await exception_figures(ports, span)
    units = tuple(await exception_figures(ports, span, ExceptionGrouping.DEPARTMENT))
    match by:
        case ExceptionGrouping.HALL:
            rows: tuple[ExceptionFiguresRow, ...] = ()
        case ExceptionGrouping.DEPARTMENT:
            rows = units
        case _:
            rows = tuple(await exception_figures(ports, span, by))
    return ExceptionsReport(
        hall=hall.name,
        made_at=hall.now.astimezone(ZoneInfo(hall.timezone)),
        span=span,
        by=by,
        whole=whole.figures,
        units=units,
        rows=rows,
    )


async def all_of(ports: Ports, span: Span) -> LedgerQuery:
    """Every case registered in a span of days, to be narrowed."""
    return LedgerQuery(span, await office_calendar(ports))


async def behind(
    ports: Ports,
    figure: ExceptionFigure,
    span: Span,
    part: tuple[ExceptionGrouping, str] | None = None,
    limit: int | None = None,
) -> Sequence[LedgerRow]:
    """The cases behind a figure, or behind one part of it: a grouping and a key of it."""
    query = _narrowed(await all_of(ports, span), part)
    return await ports.readers.exception_ledger(replace(query, figure=figure, limit=limit))


def _narrowed(query: LedgerQuery, part: tuple[ExceptionGrouping, str] | None) -> LedgerQuery:
    match part:
        case (ExceptionGrouping.CATEGORY, key):
            return replace(query, category=key)
        case (ExceptionGrouping.DEPARTMENT, key):
            return replace(query, department=key)
        case (ExceptionGrouping.ITEM, key):
            return replace(query, item=key)
        case (ExceptionGrouping.MONTH, key):
            days = [day for day in query.span.days() if period_of(day, Grouping.MONTH) == key]
            return replace(query, span=Span(days[0], days[-1]))
        case _:
            return query
