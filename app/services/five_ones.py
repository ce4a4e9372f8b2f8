"""The five ones as people ask for them: with the hall's own calendar, and of this month when nobody says more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from app.domain.errors import BadInput
from app.domain.five_ones import Figure, Grouping, Span
from app.ports.figures_report import FiguresReport
from app.ports.queries import FiveOnesQuery
from app.ports.rows import CountedRow, FiguresRow
from app.services.limits import office_calendar
from app.services.use_case import Ports


async def span_of(ports: Ports, first: date | None = None, last: date | None = None) -> Span:
    """The days that are meant: up to today, from the first of its month.

    Raises:
        BadInput: it ends before it begins.
    """
    last = last or (await ports.readers.hall()).day
    span = Span(first or last.replace(day=1), last)
    if not span.days():
        raise BadInput("five_ones.rule.span", first=span.first, last=span.last)
    return span


async def five_ones(ports: Ports, span: Span, by: Grouping = Grouping.HALL) -> Sequence[FiguresRow]:
    """The figures of a span of days, parted."""
    return await ports.readers.five_ones(await _query(ports, span, by))


async def report(ports: Ports, span: Span, by: Grouping = Grouping.HALL) -> FiguresReport:
    """The figures of the hall and of its parts, as they are handed out."""
    hall = await ports.readers.hall()
    (whole,) = await five_ones(ports, span)
    return FiguresReport(
        hall=hall.name,
        made_at=hall.now.astimezone(ZoneInfo(hall.timezone)),
        span=span,
        by=by,
        whole=whole.figures,
        rows=() if by is Grouping.HALL else tuple(await five_ones(ports, span, by)),
    )


async def behind(
    ports: Ports,
    figure: Figure,
    span: Span,
    part: tuple[Grouping, str] | None = None,
    *,
    missed_only: bool = False,
    limit: int | None = None,
) -> Sequence[CountedRow]:
    """The list behind a figure, or behind one part of it: a grouping and a key of it."""
    by, key = part or (Grouping.HALL, None)
    query = replace(await _query(ports, span, by), part=key, missed_only=missed_only, limit=limit)
    return await ports.readers.behind_figure(figure, query)


async def _query(ports: Ports, span: Span, by: Grouping = Grouping.HALL) -> FiveOnesQuery:
    return FiveOnesQuery(span, await office_calendar(ports), by)
