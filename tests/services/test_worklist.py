"""The morning's summary: what is owed, as the days go by."""

from app.domain.calendar import YearArrangement
from app.domain.case_parts import WatchKind
from app.domain.follow_up_table import FollowUpAction
from app.domain.rating import RatingLevel
from app.domain.worklist import Urgency
from app.ports.rating_queries import FollowUpQuery
from app.services import case_clock, case_intake
from app.services.case_intake import Applying
from app.services.follow_ups import appeal_rating, assign_follow_up, contact_follow_up
from app.services.ratings import give_rating
from app.services.worklist import owed, owed_by
from tests.services.at_work import (
    ADMINISTRATOR,
    CLERK,
    DAY,
    GUIDE,
    MATE,
    SHOP,
    SUPERVISOR,
    TREES,
    HallAtWork,
    somebody,
)
from tests.services.test_ratings import closed_at_once

DAYS_TO_TELL = 5


async def _opened(hall: HallAtWork, item: str) -> str:
    return (await hall.do(CLERK, case_intake.open_case, item, None, Applying())).row.number


async def test_nothing_is_owed_where_no_case_is_open(hall: HallAtWork) -> None:
    found = await owed(hall.ports)
    assert (found.day, list(found.rows)) == (DAY, [])


async def test_a_limit_comes_nearer_day_by_day(hall: HallAtWork) -> None:
    """Received on a Wednesday, to be told by the next: five working days."""
    await _opened(hall, TREES)
    seen = []
    for _ in range(8):
        (row,) = (await owed(hall.ports)).rows
        assert (row.watch, row.count) == (WatchKind.TELL, 1)
        seen.append(row.urgency)
        hall.pass_time(hours=24)
    later, soon, today, over = Urgency.LATER, Urgency.SOON, Urgency.TODAY, Urgency.OVERDUE
    assert seen == [later, later, soon, soon, soon, soon, soon, today]
    (row,) = (await owed(hall.ports)).rows
    assert row.urgency is over


async def test_only_one_department_where_one_is_named(hall: HallAtWork) -> None:
    number = await _opened(hall, TREES)
    await _opened(hall, SHOP)
    await _opened(hall, SHOP)
    department = (await hall.ports.readers.case(number)).row.department
    assert (await owed(hall.ports)).count(*Urgency) == 3
    assert (await owed(hall.ports, department)).count(*Urgency) == 1
    assert (await owed(hall.ports, "nowhere")).count(*Urgency) == 0


async def test_what_is_decided_waits_for_something_else(hall: HallAtWork) -> None:
    number = await _opened(hall, TREES)
    await hall.do(CLERK, case_intake.accept_case, number)
    assert [row.watch for row in (await owed(hall.ports)).rows] == [WatchKind.DECIDE]


async def test_days_off_that_the_office_entered_count_as_such(hall: HallAtWork) -> None:
    """The week after is entered as free, so that the third working day lies behind it."""
    before = (await owed(hall.ports)).last_soon
    off = frozenset(before.replace(day=before.day + n) for n in range(5))
    year = YearArrangement(DAY.year, off, frozenset())
    await hall.do(ADMINISTRATOR, case_clock.enter_year, year)
    assert (await owed(hall.ports)).last_soon > max(off)


async def _bad_rating(hall: HallAtWork) -> str:
    """Of the clerk, by somebody with a phone; the number of its follow-up."""
    ticket = await hall.served(visitor=somebody())
    await hall.finish()
    given = await hall.do(GUIDE, give_rating, ticket.number, RatingLevel.DISSATISFIED)
    assert given.follow_up is not None
    return given.follow_up


async def test_a_bad_rating_comes_nearer_its_limits_too(hall: HallAtWork) -> None:
    """From a Wednesday: contacted on Thursday, put right by the Wednesday after."""
    number = await _bad_rating(hall)
    supervisor, seen = hall.staff[SUPERVISOR], []
    for day in range(3):
        (row,) = (await owed_by(hall.ports, supervisor)).follow_ups
        seen.append((row.step, row.urgency, row.count))
        if day == 1:
            await hall.do(SUPERVISOR, contact_follow_up, number, "已致电")
        hall.pass_time(hours=24)
    assert seen == [
        (FollowUpAction.CONTACT, Urgency.SOON, 1),
        (FollowUpAction.CONTACT, Urgency.TODAY, 1),
        (FollowUpAction.PUT_RIGHT, Urgency.SOON, 1),
    ]
    hall.pass_time(hours=24 * 7)
    late = await owed_by(hall.ports, supervisor)
    assert (late.bad_ratings(Urgency.OVERDUE), late.count(*Urgency)) == (1, 0)
    await hall.do(CLERK, appeal_rating, number, "不是我")
    (row,) = (await owed_by(hall.ports, supervisor)).follow_ups
    assert (row.step, row.urgency) == (FollowUpAction.PUT_RIGHT, Urgency.OVERDUE)


async def test_of_bad_ratings_everybody_is_told_what_is_theirs(hall: HallAtWork) -> None:
    number = await _bad_rating(hall)
    for who in (CLERK, MATE):
        assert (await owed_by(hall.ports, hall.staff[who])).bad_ratings(*Urgency) == 0
    await hall.do(SUPERVISOR, assign_follow_up, number, MATE)
    told = {who: (await owed_by(hall.ports, hall.staff[who])).bad_ratings(*Urgency) for who in (CLERK, MATE)}
    assert told == {CLERK: 0, MATE: 1}


async def test_the_review_of_what_is_on_file_is_owed_by_others_than_its_handler(hall: HallAtWork) -> None:
    number = await closed_at_once(hall)
    hall.pass_time(hours=24)
    assert (await owed(hall.ports)).follow_ups == ()
    await hall.do(CLERK, appeal_rating, number, "不是我")
    for found in (await owed_by(hall.ports, hall.staff[SUPERVISOR]), await owed(hall.ports)):
        (row,) = found.follow_ups
        assert (row.step, row.urgency) == (FollowUpAction.DISMISS, Urgency.LATER)
    for who in (CLERK, MATE):
        assert (await owed_by(hall.ports, hall.staff[who])).bad_ratings(*Urgency) == 0


async def test_whoever_does_not_sign_in_is_told_of_bad_ratings_from_the_next_day(hall: HallAtWork) -> None:
    await _bad_rating(hall)
    assert (await owed(hall.ports)).bad_ratings(*Urgency) == 0
    hall.pass_time(hours=24)
    assert (await owed(hall.ports)).bad_ratings(Urgency.TODAY) == 1
    department = (await hall.ports.readers.follow_ups(FollowUpQuery()))[0].department
    assert (await owed(hall.ports, department)).bad_ratings(*Urgency) == 1
    assert (await owed(hall.ports, "nowhere")).bad_ratings(*Urgency) == 0
