"""Ratings come in: at a desk, at a counter's tablet, from a file. A bad one opens its follow-up in the same breath."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from app.domain.errand import Errand
from app.domain.errors import BadInput, Problem, RuleBroken
from app.domain.follow_up_opening import follow_up_number, open_follow_up
from app.domain.ids import FollowUpId, RatingId, StaffId, TicketId
from app.domain.rating import ASKED_FOR, Rating, RatingLevel, RatingSource, comment_of, errand_to_rate
from app.domain.rating_file import RatingEntry
from app.domain.staff import Actor, Permission, Role
from app.domain.ticket import Ticket
from app.ports.rows import GivenRating, ImportedRatings
from app.services.follow_up_at_work import terms_at
from app.services.use_case import Work, use_case

A_PERSON = Actor(StaffId(UUID(int=0)), "", "", Role.GUIDE)
"""Whoever touches a counter's tablet: nobody of the hall, and nobody asks who it is."""

GRACE = timedelta(minutes=1)
"""A touch at the last moment still counts."""


@use_case
async def give_rating(
    work: Work,
    number: str,
    level: RatingLevel,
    day: date | None = None,
    item: str | None = None,
    comment: str = "",
    source: RatingSource = RatingSource.SCREEN,
) -> GivenRating:
    """Enter what a person said of an errand of their ticket (of today, where no day is named).

    Raises:
        RuleBroken: not served, a test ticket, rated already, or entered by who was rated.
    """
    work.actor.must(Permission.RATE)
    return await _rate_ticket(work, number, level, day, item, comment, source)


@use_case
async def rate_at_counter(
    work: Work, counter: int, ticket: UUID, errand: UUID, level: RatingLevel, comment: str = ""
) -> GivenRating:
    """A person answers a counter's tablet. Nobody is signed in there, so only what was just finished is rated.

    Raises:
        RuleBroken: it was finished elsewhere, too long ago, or has its rating.
    """
    at = await work.u.counters.by_number(counter)
    now = await work.u.now()
    served = await work.u.tickets.get(TicketId(ticket))
    asked = next((e for e in served.errands if e.id == errand), None)
    if asked is None or asked.counter != at.id or not _is_fresh(asked, now - ASKED_FOR - GRACE):
        raise RuleBroken("rating.rule.not_here", counter=counter)
    only = replace(served, errands=(asked,))
    return await _rate(work, only, None, level, comment, RatingSource.TABLET)


@use_case
async def import_ratings(work: Work, entries: tuple[RatingEntry, ...]) -> ImportedRatings:
    """Take in ratings of a file, all or none.

    Raises:
        BadInput: with every one that cannot be, and its place in the file.
    """
    work.actor.must(Permission.RATING_DIRECT)
    given: list[GivenRating] = []
    problems: list[Problem] = []
    for entry in entries:
        try:
            given.append(await _enter(work, entry))
        except RuleBroken as broken:
            problems.append(Problem(entry.where, broken.message))
    if problems:
        raise BadInput("import.problems", tuple(problems), count=len(problems))
    return ImportedRatings(len(given), sum(rating.follow_up is not None for rating in given))


async def _enter(work: Work, entry: RatingEntry) -> GivenRating:
    return await _rate_ticket(
        work, entry.number, entry.level, entry.day, entry.item, entry.comment, RatingSource.QR
    )


async def _rate_ticket(
    work: Work,
    number: str,
    level: RatingLevel,
    day: date | None,
    item: str | None,
    comment: str,
    source: RatingSource,
) -> GivenRating:
    today = (await work.u.hall.get()).business_day(await work.u.now())
    ticket = await work.u.tickets.by_number(number, day or today)
    return await _rate(work, ticket, item, level, comment, source)


async def _rate(
    work: Work, ticket: Ticket, item: str | None, level: RatingLevel, comment: str, source: RatingSource
) -> GivenRating:
    errand = errand_to_rate(ticket, await work.u.ratings.rated(ticket.id), item)
    rating = await _rating(work, ticket, errand, level, comment_of(comment), source)
    if rating.clerk == work.actor.staff:
        raise RuleBroken("rating.rule.own", number=ticket.number)
    await work.u.ratings.add(rating)
    work.u.record(work.actor, rating.given())
    opened = await _follow_up(work, rating, ticket) if level.is_bad else None
    return GivenRating(
        rating.id, rating.ticket_number, rating.served_on, rating.item_code, level, source, opened
    )


async def _rating(
    work: Work, ticket: Ticket, errand: Errand, level: RatingLevel, comment: str, source: RatingSource
) -> Rating:
    assert errand.counter is not None, "a served errand has its counter and clerk"
    assert errand.clerk is not None
    now = await work.u.now()
    return Rating(
        id=RatingId(work.u.new_id()),
        errand=errand.id,
        ticket=ticket.id,
        ticket_number=ticket.number,
        served_on=ticket.day,
        item_code=errand.item_code,
        department=(await work.u.catalogue.version(errand.item)).department,
        counter=errand.counter,
        clerk=errand.clerk,
        level=level,
        source=source,
        day=(await work.u.hall.get()).business_day(now),
        given_at=now,
        comment=comment,
    )


async def _follow_up(work: Work, rating: Rating, ticket: Ticket) -> str:
    """Open what a bad rating asks for; its number."""
    terms = await terms_at(work.ports, work.u, await work.u.hall.get(), rating.given_at)
    sequence = await work.u.numbers.next("rating", "hall", rating.day.year)
    number = follow_up_number(rating.day.year, sequence)
    reachable = ticket.person.phone is not None
    case, events = open_follow_up(FollowUpId(work.u.new_id()), number, rating, terms, reachable=reachable)
    await work.u.follow_ups.add(case)
    work.u.record(work.actor, *events)
    return number


def _is_fresh(errand: Errand, since: datetime) -> bool:
    return errand.finished_at is not None and errand.finished_at >= since
