"""Ratings and follow-ups on either database: kept as they were, once for each errand, and counted as Python counts."""

from collections import Counter as Count
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import update
from uuid_utils.compat import uuid7

from app.domain import follow_up_course as course
from app.domain import ticket_calls, ticket_course
from app.domain.calendar import Due
from app.domain.errand import Errand, Outcome
from app.domain.errors import NotFound
from app.domain.five_ones import Grouping, Ratio, Span
from app.domain.follow_up import FollowUp
from app.domain.follow_up_clock import caught_up
from app.domain.follow_up_opening import open_follow_up
from app.domain.follow_up_table import AppealState, FollowUpAction, FollowUpLimit, FollowUpState
from app.domain.ids import FollowUpId, RatingId
from app.domain.rating import Rating, RatingLevel, RatingSource
from app.domain.ticket import Ticket
from app.domain.ticket_table import TicketState
from app.ports.errors import ConcurrentChange
from app.ports.rating_queries import CountsQuery, FollowUpQuery, RatingQuery
from db import Database
from db.errors import StatementFailed
from db.tables import follow_ups
from tests.contract import small_hall
from tests.contract.small_hall import CLERKS, COUNTERS, HALL, OFFICE
from tests.domain.ratings import terms

L = FollowUpLimit
BAD = RatingLevel.VERY_DISSATISFIED


async def _finished(hall: Database, counter: int = 0, outcome: Outcome = Outcome.COMPLETED) -> Ticket:
    """A ticket that was finished at a counter just now."""
    waiting = await small_hall.issue(hall)
    async with hall.uow() as u:
        ticket = await u.tickets.by_number(waiting.number, waiting.day, lock=True)
        now = await u.now()
        called, _ = ticket_calls.call(ticket, COUNTERS[counter].id, CLERKS[counter].id, now)
        served, _ = ticket_course.finish(ticket_calls.start(called, now)[0], outcome, now)
        await u.tickets.save(served)
        await u.commit()
        return served


def _rating(ticket: Ticket, level: RatingLevel = BAD, **changes: object) -> Rating:
    errand: Errand = ticket.errands[0]
    assert errand.counter is not None
    assert errand.clerk is not None
    assert errand.finished_at is not None
    given = Rating(
        id=RatingId(uuid7()),
        errand=errand.id,
        ticket=ticket.id,
        ticket_number=ticket.number,
        served_on=ticket.day,
        item_code=errand.item_code,
        department=OFFICE.id,
        counter=errand.counter,
        clerk=errand.clerk,
        level=level,
        source=RatingSource.TABLET,
        day=ticket.day,
        given_at=errand.finished_at,
        comment="没讲清楚",
    )
    return replace(given, **changes)  # type: ignore[arg-type]


def _opened(rating: Rating, sequence: int = 1, **changes: object) -> FollowUp:
    number = f"差评〔2026〕{sequence:04d}"
    case, _ = open_follow_up(FollowUpId(uuid7()), number, rating, terms(rating.day), reachable=True)
    return replace(case, **changes)  # type: ignore[arg-type]


async def _keep(hall: Database, *things: Rating | FollowUp) -> None:
    async with hall.uow() as u:
        for thing in things:
            if isinstance(thing, Rating):
                await u.ratings.add(thing)
            else:
                await u.follow_ups.add(thing)
        await u.commit()


async def bad_rating(hall: Database) -> None:
    """A bad rating with its follow-up."""
    rating = _rating(await _finished(hall))
    await _keep(hall, rating, _opened(rating))


async def test_an_errand_is_rated_once(hall: Database) -> None:
    ticket = await _finished(hall)
    given = _rating(ticket)
    await _keep(hall, given)
    async with hall.uow() as u:
        assert await u.ratings.rated(ticket.id) == {given.errand}
    with pytest.raises(ConcurrentChange):
        await _keep(hall, _rating(ticket, RatingLevel.SATISFIED))


async def test_a_follow_up_comes_back_as_it_was_with_every_step(hall: Database) -> None:
    given = _rating(await _finished(hall))
    opened = _opened(given)
    await _keep(hall, given, opened)
    by, now = CLERKS[1].id, given.given_at
    async with hall.uow() as u:
        here, case = await u.hall.get(), await u.follow_ups.by_number(opened.number, lock=True)
        assert case == opened
        contacted, _ = course.contact(case, "已联系", by, now)
        longer, _ = course.extend(contacted, "复杂", by, now, terms(given.day))
        appealed, _ = course.lodge_appeal(
            longer, "不是我", CLERKS[0].id, now, terms(given.day + timedelta(1))
        )
        await u.follow_ups.save(contacted)
        change = caught_up(appealed, given.day + timedelta(days=30), here.beginning_of)
        assert change is not None
        warned, _ = change
        await u.follow_ups.save(appealed)
        await u.follow_ups.save(warned)
        await u.commit()
    async with hall.uow() as u:
        assert await u.follow_ups.by_number(opened.number) == replace(warned, version=4)
        with pytest.raises(NotFound, match=r"follow_up\.rule\.none"):
            await u.follow_ups.by_number("差评〔2026〕9999")


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "contacted"},
        {"handler_id": CLERKS[0].id},
        {"review_by": date(2026, 3, 20), "review_provisional": False},
        {"appeal": "lodged"},
        {"state": "lost"},
    ],
    ids=["no owner", "the rated clerk", "a date of no appeal", "an appeal without a date", "no state"],
)
async def test_the_database_refuses_what_no_rule_allows(hall: Database, wrong: dict[str, object]) -> None:
    """Begun without an owner, in the rated clerk's hands, an appeal without a date."""
    given = _rating(await _finished(hall))
    await _keep(hall, given, _opened(given))
    async with hall.uow() as u:
        transaction = u._t  # type: ignore[attr-defined]
        with pytest.raises(StatementFailed):
            await transaction.execute(update(follow_ups).values(**wrong))


async def test_what_falls_due_is_found_while_its_limit_runs(hall: Database) -> None:
    watched: dict[int, dict[str, object]] = {
        1: {"warn_on": {L.CONTACT: date(2026, 3, 20), L.REVIEW: date(2026, 3, 24)}},
        2: {
            "warn_on": {L.CONTACT: date(2026, 3, 19)},
            "state": FollowUpState.CONTACTED,
            "handler": CLERKS[1].id,
        },
        3: {"warn_on": {L.RIGHT: date(2026, 3, 21)}},
        4: {"warn_on": {L.RIGHT: date(2026, 3, 19)}, "state": FollowUpState.CLOSED, "handler": CLERKS[1].id},
        5: {},
        6: {
            "warn_on": {L.REVIEW: date(2026, 3, 21)},
            "state": FollowUpState.APPEALED,
            "handler": CLERKS[1].id,
            "appeal": AppealState.LODGED,
            "review_by": Due(date(2026, 3, 26)),
        },
    }
    for sequence, changes in watched.items():
        given = _rating(await _finished(hall))
        await _keep(hall, given, _opened(given, sequence, **({"warn_on": {}} | changes)))
    async with hall.uow() as u:

        async def found(day: int, at_most: int = 9) -> list[str]:
            return [number[-1] for number in await u.follow_ups.falling_due(date(2026, 3, day), at_most)]

        assert [await found(day) for day in (19, 20, 21)] == [[], ["1"], ["1", "3", "6"]]
        assert await found(21, at_most=1) == ["1"]
        assert (await u.follow_ups.by_number("差评〔2026〕0001")).warn_on == watched[1]["warn_on"]


async def test_open_limits_are_found_by_whether_and_where_the_calendar_is_known(hall: Database) -> None:
    guessed = Due(date(2026, 3, 25), provisional=True)
    lodged = {"appeal": AppealState.LODGED, "review_by": guessed}
    closed = {"state": FollowUpState.CLOSED, "handler": CLERKS[1].id, "right_by": guessed}
    for sequence, changes in enumerate(
        (lodged, {"right_by": guessed}, {"contact_by": guessed}, {}, closed, {"warn_on": {}}), 1
    ):
        given = _rating(await _finished(hall))
        await _keep(hall, given, _opened(given, sequence, **changes))
    async with hall.uow() as u:
        assert [number[-1] for number in await u.follow_ups.provisional()] == ["1", "2", "3", "6"]
        assert len(await u.follow_ups.open_that_came_by(given.day)) == 5
        assert await u.follow_ups.open_that_came_by(given.day - timedelta(days=1)) == []


async def test_ratings_are_listed_newest_first_with_what_they_opened(hall: Database) -> None:
    bad, good = _rating(await _finished(hall)), _rating(await _finished(hall, 1), RatingLevel.SATISFIED)
    later = replace(good, given_at=good.given_at + timedelta(minutes=1), comment="")
    await _keep(hall, bad, later, _opened(bad))
    span = Span(bad.day, bad.day)
    listed = await hall.readers.ratings(RatingQuery(span))
    assert [(r.level, r.counter, r.clerk, r.follow_up) for r in listed] == [
        (RatingLevel.SATISFIED, 2, "0102", None),
        (BAD, 1, "0101", "差评〔2026〕0001"),
    ]
    for query in (
        RatingQuery(span, bad_only=True),
        RatingQuery(span, level=BAD),
        RatingQuery(span, counter=1),
    ):
        assert [r.level for r in await hall.readers.ratings(query)] == [BAD]
    assert await hall.readers.ratings(RatingQuery(span, item="IT2")) == ()
    tomorrow = bad.day + timedelta(days=1)
    assert await hall.readers.ratings(RatingQuery(Span(tomorrow, tomorrow))) == ()


async def test_follow_ups_are_listed_by_what_is_owed_first(hall: Database) -> None:
    one, two, three = [_rating(await _finished(hall)) for _ in range(3)]
    contacted = _opened(one, 1, state=FollowUpState.CONTACTED, handler=CLERKS[1].id)
    closed = _opened(three, 3, state=FollowUpState.CLOSED, handler=CLERKS[1].id)
    await _keep(hall, one, two, three, contacted, _opened(two, 2), closed)
    rows = await hall.readers.follow_ups(FollowUpQuery())
    assert [(r.number[-1], r.owner, r.days_left) for r in rows] == [("2", None, 1), ("1", "0102", 5)]
    everything = await hall.readers.follow_ups(FollowUpQuery(open_only=False))
    assert [(r.number[-1], r.due) for r in everything][-1] == ("3", None)
    mine = await hall.readers.follow_ups(FollowUpQuery(handler="0102"))
    assert [r.number[-1] for r in mine] == ["1"]
    page = await hall.readers.follow_up(contacted.number)
    assert (page.row.comment, page.row.clerk, page.row.due) == (
        "没讲清楚",
        "0101",
        Due(one.day + timedelta(5)),
    )
    assert [(step.by, step.text) for step in page.steps] == [(None, "没讲清楚")]


async def test_an_appeal_that_is_due_sooner_comes_first(hall: Database) -> None:
    one, two = [_rating(await _finished(hall)) for _ in range(2)]
    sooner = Due(one.day + timedelta(2))
    appealed = _opened(
        two,
        2,
        state=FollowUpState.CONTACTED,
        handler=CLERKS[1].id,
        appeal=AppealState.LODGED,
        review_by=sooner,
    )
    await _keep(
        hall, one, two, _opened(one, 1, state=FollowUpState.CONTACTED, handler=CLERKS[1].id), appealed
    )
    rows = await hall.readers.follow_ups(FollowUpQuery())
    assert [(r.number[-1], r.days_left) for r in rows] == [("2", 2), ("1", 5)]


async def test_the_review_of_what_is_on_file_is_owed_until_it_is_decided(hall: Database) -> None:
    one, two = [_rating(await _finished(hall)) for _ in range(2)]
    on_file = {"state": FollowUpState.APPEALED, "handler": CLERKS[1].id, "appeal": AppealState.LODGED}
    waits = _opened(two, 2, **on_file, review_by=Due(one.day + timedelta(9), provisional=True))
    await _keep(hall, one, two, _opened(one, 1, state=FollowUpState.CONTACTED, handler=CLERKS[1].id), waits)
    rows = await hall.readers.follow_ups(FollowUpQuery())
    assert [(r.number[-1], r.days_left, r.next_step) for r in rows] == [
        ("1", 5, FollowUpAction.PUT_RIGHT), ("2", 9, FollowUpAction.DISMISS),
    ]  # fmt: skip
    async with hall.uow() as u:
        assert await u.follow_ups.provisional() == [waits.number]
        assert waits.number in await u.follow_ups.open_that_came_by(two.day)


async def test_follow_ups_are_found_by_department_and_words(hall: Database) -> None:
    given = _rating(await _finished(hall))
    await _keep(hall, given, _opened(given))
    for found in (
        FollowUpQuery(department=OFFICE.code),
        FollowUpQuery(department=OFFICE.name),
        FollowUpQuery(text="没讲"),
        FollowUpQuery(text=given.ticket_number.lower()),
        FollowUpQuery(text="0001"),
    ):
        assert len(await hall.readers.follow_ups(found)) == 1
    for missed in (
        FollowUpQuery(department="elsewhere"),
        FollowUpQuery(text="讲得好"),
        FollowUpQuery(text="%"),
    ):
        assert await hall.readers.follow_ups(missed) == ()


@pytest.mark.parametrize("by", Grouping)
async def test_counts_are_those_that_python_counts(hall: Database, by: Grouping) -> None:
    dice, given = Random(7), []
    for n in range(14):
        rating = _rating(await _finished(hall, dice.randrange(3)), dice.choice(list(RatingLevel)))
        given.append(replace(rating, day=rating.day - timedelta(days=dice.randrange(3))))
        await _keep(hall, given[-1])
        if n % 4 == 0:
            case = _opened(given[-1], n, appeal=AppealState.UPHELD)
            await _keep(hall, case)
    span = Span(min(r.day for r in given), max(r.day for r in given))
    rows = await hall.readers.rating_counts(CountsQuery(span, by))
    counts = Count(r.level for n, r in enumerate(given) if n % 4)
    assert {level: sum(row.levels[level] for row in rows) for level in RatingLevel} == {
        level: counts[level] for level in RatingLevel
    }
    assert sum(row.set_aside for row in rows) == 4
    if by is Grouping.COUNTER:
        expected = Count(r.counter for r in given)
        numbers = {str(c.number): expected[c.id] for c in COUNTERS if expected[c.id]}
        assert {row.key: row.total + row.set_aside for row in rows} == numbers
    assert all(row.good.numerator + row.bad.numerator == row.total for row in rows)


async def test_one_clerks_ratings_are_counted_alone(hall: Database) -> None:
    given = _rating(await _finished(hall))
    await _keep(hall, given)
    span = Span(given.day, given.day)
    totals = [
        sum(row.total for row in await hall.readers.rating_counts(CountsQuery(span, clerk=number)))
        for number in ("0101", "0102")
    ]
    assert totals == [1, 0]


async def test_of_nothing_there_is_no_share(hall: Database) -> None:
    (whole,) = await hall.readers.rating_counts(CountsQuery(Span(date(2026, 1, 1), date(2026, 1, 2))))
    assert (whole.key, whole.total, whole.good, whole.good.share) == (HALL.code, 0, Ratio(0, 0), None)
    assert set(whole.levels.values()) == {0}


async def test_a_tablet_asks_about_what_was_finished_at_its_counter_just_now(hall: Database) -> None:
    assert await hall.readers.to_rate(1) is None
    ticket = await _finished(hall)
    asked = await hall.readers.to_rate(1)
    assert asked is not None
    assert (asked.errand, asked.ticket, asked.number) == (ticket.errands[0].id, ticket.id, ticket.number)
    assert await hall.readers.to_rate(2) is None
    await _keep(hall, _rating(ticket, RatingLevel.SATISFIED))
    assert await hall.readers.to_rate(1) is None


async def test_a_tablet_stops_asking_when_the_next_one_is_called(hall: Database) -> None:
    await _finished(hall)
    counter = await small_hall.open_counter(hall)
    assert await hall.readers.to_rate(1) is not None
    await small_hall.issue(hall)
    called = await small_hall.call(hall, counter)
    assert called is not None
    assert called.state is TicketState.CALLED
    assert await hall.readers.to_rate(1) is None


async def test_a_tablet_asks_nothing_of_who_was_not_served(hall: Database) -> None:
    await _finished(hall, outcome=Outcome.WRONG_ITEM)
    assert await hall.readers.to_rate(1) is None
