"""Who may see what of ratings: the office all of it, everybody else figures only, and of past days only.

A rating given right after a service would name its author to the clerk, and so would the figures of a few.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from app.domain.errors import BadInput, RuleBroken
from app.domain.five_ones import Grouping, Span
from app.domain.rating_figures import too_few
from app.domain.staff import PERMISSIONS, Actor, Permission
from app.ports.rating_queries import CountsQuery, FollowUpQuery, RatingQuery
from app.ports.ratings_report import RatingsReport
from app.ports.rows import FollowUpPage, FollowUpRow, OwnRatings, RatingCounts, RatingRow
from app.services.use_case import Ports


def sees_everything(actor: Actor) -> bool:
    """Whether single ratings, and those of today, are this person's business."""
    return Permission.RATING_DIRECT in PERMISSIONS[actor.role]


async def rating_span(
    ports: Ports, actor: Actor, first: date | None = None, last: date | None = None, *, own: bool = False
) -> Span:
    """The days that are meant, from the first of the month up to the last that this person may see.

    What one was given oneself (``own``) is for nobody of the same day.

    Raises:
        BadInput: it ends before it begins.
        RuleBroken: it reaches into today, and this person sees figures from the next day on.
    """
    today = (await ports.readers.hall()).day
    at_once = sees_everything(actor) and not own
    newest = today if at_once else today - timedelta(days=1)
    last = last or newest
    if last > newest and not at_once:
        raise RuleBroken("rating.rule.next_day", newest=newest)
    span = Span(first or last.replace(day=1), last)
    if not span.days():
        raise BadInput("rating.rule.span", first=span.first, last=span.last)
    return span


async def rating_counts(
    ports: Ports, actor: Actor, span: Span, by: Grouping = Grouping.HALL, *, own: bool = False
) -> Sequence[RatingCounts]:
    """Ratings by level, parted: of the whole hall, or what the person was given themselves (``own``).

    Of what one was given oneself, and to who may not see single ratings, parts of too few are not shown.

    Raises:
        RuleBroken: as ``rating_span``.
    """
    await rating_span(ports, actor, span.first, span.last, own=own)
    rows = await ports.readers.rating_counts(CountsQuery(span, by, actor.number if own else None))
    return rows if sees_everything(actor) and not own else _without_few(rows)


async def past_ratings(ports: Ports, span: Span, by: Grouping = Grouping.HALL) -> RatingsReport:
    """The figures as everybody may see them, where nobody signs in.

    Raises:
        RuleBroken: they reach into today.
    """
    hall = await ports.readers.hall()
    newest = hall.day - timedelta(days=1)
    if span.last > newest:
        raise RuleBroken("rating.rule.next_day", newest=newest)
    (whole,) = _without_few(await ports.readers.rating_counts(CountsQuery(span)))
    rows = () if by is Grouping.HALL else await ports.readers.rating_counts(CountsQuery(span, by))
    return RatingsReport(
        hall=hall.name,
        made_at=hall.now.astimezone(ZoneInfo(hall.timezone)),
        span=span,
        by=by,
        whole=whole,
        rows=_without_few(rows),
    )


def _without_few(rows: Sequence[RatingCounts]) -> tuple[RatingCounts, ...]:
    hidden = too_few([row.total for row in rows])
    return tuple(row.hidden() if place in hidden else row for place, row in enumerate(rows))


async def own_ratings(ports: Ports, actor: Actor) -> OwnRatings:
    """How often a person was given which level, this month up to yesterday."""
    span = await rating_span(ports, actor, own=True)
    (counts,) = await rating_counts(ports, actor, span, own=True)
    return OwnRatings(span, counts)


async def ratings(ports: Ports, actor: Actor, query: RatingQuery) -> Sequence[RatingRow]:
    """Single ratings, but for the person's own. Raises ``NotPermitted`` where they are not their business."""
    actor.must(Permission.RATING_DIRECT)
    return await ports.readers.ratings(replace(query, not_of=actor.number))


async def follow_ups(ports: Ports, actor: Actor, query: FollowUpQuery) -> Sequence[FollowUpRow]:
    """Follow-ups: all of them for who directs, else those that the person has. Raises ``NotPermitted``."""
    actor.must(Permission.RATING_HANDLE)
    handler = query.handler if sees_everything(actor) else actor.number
    return await ports.readers.follow_ups(replace(query, handler=handler, not_of=actor.number))


async def follow_up(ports: Ports, actor: Actor, number: str) -> FollowUpPage:
    """One follow-up with its story.

    Raises:
        NotPermitted: the role does not handle them.
        NotFound: there is none, it is about this person, or it is somebody else's: all are answered alike.
    """
    actor.must(Permission.RATING_HANDLE)
    async with ports.uow() as u:
        case = await u.follow_ups.by_number(number)
        case.must_be_open_to(actor.staff, directs=sees_everything(actor))
        return await u.reads.follow_up(number)
