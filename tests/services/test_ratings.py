"""Ratings: of whom, by whom, once; what a bad one sets going; and who sees what of it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.domain.calendar import YearArrangement
from app.domain.errand import Outcome
from app.domain.errors import BadInput, NotFound, NotPermitted
from app.domain.five_ones import Grouping, Ratio, Span
from app.domain.follow_up_table import AppealState, FollowUpAction, FollowUpState
from app.domain.rating import RatingLevel, RatingSource
from app.domain.rating_figures import FEWEST
from app.domain.rating_file import RatingEntry
from app.ports.rating_queries import FollowUpQuery, RatingQuery
from app.ports.rows import TicketRow, ToRate
from app.services import rating_views as views
from app.services.calling import start
from app.services.case_clock import enter_year
from app.services.follow_ups import (
    appeal_rating,
    ask_follow_up,
    assign_follow_up,
    close_follow_up,
    contact_follow_up,
    extend_follow_up,
    put_right_follow_up,
    review_appeal,
)
from app.services.issue_ticket import ANYBODY, Visitor
from app.services.ratings import A_PERSON, give_rating, import_ratings, rate_at_counter
from app.services.reveal import reveal_rater
from app.services.serving import undo_finish
from app.services.staff import disable_staff
from app.services.use_case import Command
from db.tables import audit_entries
from tests.refusals import refused
from tests.services.at_work import (
    ADMINISTRATOR,
    CLERK,
    COUNTER,
    DAY,
    GUIDE,
    HOUSE,
    MATE,
    MORTGAGE,
    SUPERVISOR,
    HallAtWork,
    somebody,
)

L, S = RatingLevel, FollowUpState


async def finished(
    hall: HallAtWork, *items: str, visitor: Visitor = ANYBODY, outcome: Outcome = Outcome.COMPLETED
) -> TicketRow:
    """A ticket whose first errand was finished at the clerk's counter just now."""
    await hall.open(COUNTER)
    await hall.issue(*items, visitor=visitor)
    served = await hall.serve()
    await hall.finish(outcome)
    return served


async def bad(hall: HallAtWork, visitor: Visitor | None = None) -> str:
    """The number of the follow-up of a bad rating of the clerk."""
    ticket = await finished(hall, visitor=visitor or somebody())
    given = await hall.do(GUIDE, give_rating, ticket.number, L.VERY_DISSATISFIED, comment="等太久")
    assert given.follow_up is not None
    return given.follow_up


async def touched(hall: HallAtWork, asked: ToRate, level: RatingLevel, counter: int = COUNTER) -> None:
    """A person touches the tablet of a counter."""
    command = Command(hall.command(GUIDE).id, A_PERSON)
    await rate_at_counter(hall.ports, command, counter, asked.ticket, asked.errand, level)


async def asked_about(hall: HallAtWork) -> ToRate:
    """What the counter's tablet asks about; there must be something."""
    asked = await hall.ports.readers.to_rate(COUNTER)
    assert asked is not None
    return asked


async def listed(hall: HallAtWork) -> list[tuple[RatingLevel, RatingSource, str]]:
    span = await views.rating_span(hall.ports, hall.staff[SUPERVISOR])
    rows = await views.ratings(hall.ports, hall.staff[SUPERVISOR], RatingQuery(span))
    return [(row.level, row.source, row.comment) for row in rows]


async def test_a_tablet_rates_what_was_just_finished_at_its_counter_once(hall: HallAtWork) -> None:
    ticket = await finished(hall)
    asked = await asked_about(hall)
    assert asked.number == ticket.number
    with refused("rating.rule.not_here", counter=1):
        await touched(hall, asked, L.SATISFIED, counter=1)
    await touched(hall, asked, L.SATISFIED)
    with refused("rating.rule.twice", number=ticket.number):
        await touched(hall, asked, L.VERY_DISSATISFIED)
    assert await listed(hall) == [(L.SATISFIED, RatingSource.TABLET, "")]
    assert await hall.ports.readers.to_rate(COUNTER) is None


async def test_a_tablet_asks_for_a_while_only(hall: HallAtWork) -> None:
    await finished(hall)
    asked = await asked_about(hall)
    hall.pass_time(minutes=4)
    assert await hall.ports.readers.to_rate(COUNTER) is None
    with refused("rating.rule.not_here"):
        await touched(hall, asked, L.SATISFIED)


async def test_what_was_taken_back_is_not_asked_about(hall: HallAtWork) -> None:
    await finished(hall)
    await hall.do(CLERK, undo_finish, COUNTER)
    assert await hall.ports.readers.to_rate(COUNTER) is None


async def test_what_is_not_served_cannot_be_rated(hall: HallAtWork) -> None:
    waiting = await hall.issue()
    with refused("rating.rule.not_served", number=waiting.number):
        await hall.do(GUIDE, give_rating, waiting.number, L.SATISFIED)
    with pytest.raises(NotFound):
        await hall.do(GUIDE, give_rating, "A999", L.SATISFIED)


async def test_each_errand_of_a_ticket_has_a_rating_of_its_own(hall: HallAtWork) -> None:
    ticket = await finished(hall, HOUSE, MORTGAGE)
    await hall.call()
    await hall.do(CLERK, start, COUNTER)
    await hall.finish()
    second = await hall.do(GUIDE, give_rating, ticket.number, L.SATISFIED)
    first = await hall.do(GUIDE, give_rating, ticket.number, L.FAIRLY_SATISFIED, item=HOUSE)
    assert (second.item, first.item) == (MORTGAGE, HOUSE)
    with refused("rating.rule.twice"):
        await hall.do(GUIDE, give_rating, ticket.number, L.SATISFIED)


async def test_nobody_enters_a_rating_of_their_own(hall: HallAtWork) -> None:
    ticket = await finished(hall)
    with refused("staff.rule.not_permitted", NotPermitted):
        await hall.do(CLERK, give_rating, ticket.number, L.VERY_SATISFIED)


async def test_a_comment_is_kept_masked(hall: HallAtWork) -> None:
    ticket = await finished(hall)
    await hall.do(GUIDE, give_rating, ticket.number, L.SATISFIED, comment="找 13800000001")
    assert await listed(hall) == [(L.SATISFIED, RatingSource.SCREEN, "找 138****0001")]


async def test_a_file_comes_in_as_a_whole_or_not_at_all(hall: HallAtWork) -> None:
    one, two = await finished(hall), await finished(hall)
    waiting = await hall.issue()
    entries = (
        RatingEntry("[0]", DAY, one.number, L.SATISFIED),
        RatingEntry("[1]", DAY, one.number, L.SATISFIED),
        RatingEntry("[2]", DAY, waiting.number, L.SATISFIED),
        RatingEntry("[3]", DAY - timedelta(days=1), two.number, L.SATISFIED),
    )
    with pytest.raises(BadInput) as wrong:
        await hall.do(SUPERVISOR, import_ratings, entries)
    assert [(p.where, p.what.code) for p in wrong.value.problems] == [
        ("[1]", "rating.rule.twice"),
        ("[2]", "rating.rule.not_served"),
        ("[3]", "ticket.rule.none"),
    ]
    assert await listed(hall) == []
    good = (entries[0], RatingEntry("[1]", DAY, two.number, L.DISSATISFIED, comment="慢"))
    came = await hall.do(SUPERVISOR, import_ratings, good)
    assert (came.ratings, came.follow_ups) == (2, 1)


async def test_a_bad_rating_is_followed_up_by_others_until_the_person_is_heard(hall: HallAtWork) -> None:
    number = await bad(hall)
    page = await views.follow_up(hall.ports, hall.staff[SUPERVISOR], number)
    assert (page.row.state, page.row.clerk, page.row.next_step) == (S.OPENED, CLERK, FollowUpAction.CONTACT)
    # From a Wednesday: Thursday, and the Wednesday after.
    assert page.row.due is not None
    assert page.row.due.day == date(2026, 3, 19)
    await nobody_is_told_whose_it_is(hall, number)
    await hall.do(SUPERVISOR, assign_follow_up, number, MATE)
    contacted = await hall.do(MATE, contact_follow_up, number, "已致电")
    assert contacted.row.due is not None
    assert contacted.row.due.day == date(2026, 3, 25)
    await hall.do(MATE, put_right_follow_up, number, "重新讲解")
    await hall.do(SUPERVISOR, ask_follow_up, number, True, "满意")
    with refused("staff.rule.not_permitted", NotPermitted):
        await hall.do(CLERK, close_follow_up, number)
    closed = await hall.do(SUPERVISOR, close_follow_up, number)
    assert (closed.row.state, closed.row.due, closed.row.owner) == (S.CLOSED, None, MATE)
    assert [step.by for step in closed.steps] == [None, SUPERVISOR, MATE, MATE, SUPERVISOR, SUPERVISOR]


async def nobody_is_told_whose_it_is(hall: HallAtWork, number: str) -> None:
    """The rated clerk, a colleague and a number of nothing are answered alike, whatever is asked."""
    for who in (CLERK, MATE):
        for asked in (number, "差评〔2026〕9999"):
            with refused("follow_up.rule.none", NotFound, number=asked):
                await hall.do(who, contact_follow_up, asked, "我来解释")
            with refused("follow_up.rule.none", NotFound, number=asked):
                await views.follow_up(hall.ports, hall.staff[who], asked)


async def test_limits_go_by_the_offices_own_calendar(hall: HallAtWork) -> None:
    off = YearArrangement(2026, frozenset({date(2026, 3, 19)}), frozenset())
    await hall.do(ADMINISTRATOR, enter_year, off)
    page = await views.follow_up(hall.ports, hall.staff[SUPERVISOR], await bad(hall))
    assert page.row.due is not None
    assert page.row.due.day == date(2026, 3, 20)
    longer = await hall.do(SUPERVISOR, extend_follow_up, page.row.number, "三个部门")
    assert longer.row.is_complex


async def test_it_goes_to_somebody_who_can_and_never_to_the_rated(hall: HallAtWork) -> None:
    number = await bad(hall)
    with refused("follow_up.rule.rated_clerk"):
        await hall.do(SUPERVISOR, assign_follow_up, number, CLERK)
    with refused("follow_up.rule.handler"):
        await hall.do(SUPERVISOR, assign_follow_up, number, GUIDE)
    await hall.do(ADMINISTRATOR, disable_staff, MATE)
    with refused("follow_up.rule.handler"):
        await hall.do(SUPERVISOR, assign_follow_up, number, MATE)


async def test_who_left_no_phone_cannot_be_asked_afterwards(hall: HallAtWork) -> None:
    number = await bad(hall, ANYBODY)
    await hall.do(SUPERVISOR, assign_follow_up, number, MATE)
    await hall.do(MATE, contact_follow_up, number, "没有留电话")
    fixed = await hall.do(MATE, put_right_follow_up, number, "重新培训")
    assert (fixed.phone, fixed.row.next_step) == (None, FollowUpAction.CLOSE)
    assert (await hall.do(SUPERVISOR, close_follow_up, number)).row.state is S.CLOSED


async def refused_appeals(hall: HallAtWork, *tries: tuple[str, str]) -> None:
    """Whose a number is cannot be told from what is answered, with words or without."""
    for who, number in tries:
        with refused("follow_up.rule.say_why"):
            await hall.do(who, appeal_rating, number, " ")
        with refused("follow_up.rule.only_rated", number=number):
            await hall.do(who, appeal_rating, number, "系统故障")


async def test_an_upheld_appeal_takes_the_rating_out_of_the_figures(hall: HallAtWork) -> None:
    number = await bad(hall)
    await refused_appeals(hall, (CLERK, number), (MATE, number), (CLERK, "差评〔2026〕9999"))
    hall.pass_time(hours=24)
    await refused_appeals(hall, (MATE, number))
    lodged = await hall.do(CLERK, appeal_rating, number, "系统故障，不是我")
    assert (lodged.appeal, lodged.review_by) == (AppealState.LODGED, date(2026, 3, 26))
    reviewed = await hall.do(SUPERVISOR, review_appeal, number, True, "看了录像")
    assert (reviewed.row.appeal, reviewed.row.state) == (AppealState.UPHELD, S.OPENED)
    span = await views.rating_span(hall.ports, hall.staff[SUPERVISOR])
    (whole,) = await views.rating_counts(hall.ports, hall.staff[SUPERVISOR], span)
    assert (whole.total, whole.set_aside) == (0, 1)


async def closed_at_once(hall: HallAtWork) -> str:
    """The number of a bad rating's follow-up that the supervision office closed on its day, with a colleague's help."""
    number = await bad(hall)
    await hall.do(SUPERVISOR, assign_follow_up, number, MATE)
    await hall.do(MATE, contact_follow_up, number, "已致电")
    await hall.do(MATE, put_right_follow_up, number, "重新讲解")
    await hall.do(SUPERVISOR, ask_follow_up, number, True, "满意")
    await hall.do(SUPERVISOR, close_follow_up, number)
    return number


async def test_closing_on_the_day_takes_no_appeal_away(hall: HallAtWork) -> None:
    number = await closed_at_once(hall)
    await refused_appeals(hall, (CLERK, number))
    hall.pass_time(hours=24)
    await refused_appeals(hall, (MATE, number))
    lodged = await hall.do(CLERK, appeal_rating, number, "系统故障，不是我")
    assert (lodged.appeal, lodged.review_by) == (AppealState.LODGED, date(2026, 3, 26))
    (row,) = await views.follow_ups(hall.ports, hall.staff[SUPERVISOR], FollowUpQuery())
    assert row.due is not None
    assert (row.state, row.due.day, row.next_step) == (S.APPEALED, lodged.review_by, FollowUpAction.DISMISS)
    with refused("staff.rule.not_permitted", NotPermitted):
        await hall.do(MATE, review_appeal, number, True, "我看没事")
    reviewed = await hall.do(SUPERVISOR, review_appeal, number, True, "看了录像")
    assert (reviewed.row.appeal, reviewed.row.state) == (AppealState.UPHELD, S.CLOSED)
    assert await views.follow_ups(hall.ports, hall.staff[SUPERVISOR], FollowUpQuery()) == ()


async def test_what_is_on_file_for_long_is_answered_as_a_number_of_nobodys(hall: HallAtWork) -> None:
    number = await closed_at_once(hall)
    hall.pass_time(hours=24 * 8)  # from a Wednesday: five working days end on the Wednesday after
    await refused_appeals(hall, (CLERK, number))


async def test_a_clerk_sees_figures_only_and_from_the_next_day(hall: HallAtWork) -> None:
    number = await bad(hall)
    clerk = hall.staff[CLERK]
    with refused("staff.rule.not_permitted", NotPermitted):
        await views.ratings(hall.ports, clerk, RatingQuery(await views.rating_span(hall.ports, clerk)))
    with refused("follow_up.rule.none", NotFound):
        await views.follow_up(hall.ports, clerk, number)
    assert await views.follow_ups(hall.ports, clerk, FollowUpQuery()) == ()
    with refused("rating.rule.next_day"):
        await views.rating_span(hall.ports, clerk, DAY, DAY)
    yesterdays = await views.rating_span(hall.ports, clerk)
    assert yesterdays.last == DAY - timedelta(days=1)
    (before,) = await views.rating_counts(hall.ports, clerk, yesterdays)
    assert before.total == 0
    hall.pass_time(hours=24)
    (row,) = await views.rating_counts(
        hall.ports, clerk, await views.rating_span(hall.ports, clerk), Grouping.COUNTER
    )
    assert (row.key, row.too_few, row.total) == (str(COUNTER), True, 0)


async def test_what_one_was_given_oneself_is_told_from_the_next_day_whoever_one_is(hall: HallAtWork) -> None:
    await bad(hall)
    for who in (CLERK, SUPERVISOR):
        with refused("rating.rule.next_day"):
            await views.rating_counts(hall.ports, hall.staff[who], Span(DAY, DAY), own=True)
        assert (await views.own_ratings(hall.ports, hall.staff[who])).counts.total == 0
    hall.pass_time(hours=24)
    given = {who: (await views.own_ratings(hall.ports, hall.staff[who])).counts for who in (CLERK, MATE)}
    assert (given[CLERK].too_few, given[MATE].too_few) == (True, False)


async def test_figures_of_too_few_are_shown_to_the_office_alone(hall: HallAtWork) -> None:
    clerk, supervisor = hall.staff[CLERK], hall.staff[SUPERVISOR]
    for number in (FEWEST - 1, FEWEST):
        while len(await listed(hall)) < number:
            await bad(hall, ANYBODY)
        hall.pass_time(hours=24)
        span = await views.rating_span(hall.ports, clerk)
        shown = Ratio(number, number) if number == FEWEST else Ratio(0, 0)
        report = await views.past_ratings(hall.ports, span, Grouping.COUNTER)
        own = await views.own_ratings(hall.ports, clerk)
        (mine,) = await views.rating_counts(hall.ports, clerk, span, Grouping.ITEM, own=True)
        for counts in (report.whole, *report.rows, own.counts, mine):
            assert (counts.bad, counts.too_few) == (shown, number < FEWEST)
        (row,) = await views.rating_counts(hall.ports, supervisor, span, Grouping.COUNTER)
        assert row.bad == Ratio(number, number)


async def test_a_handler_sees_what_they_have_and_the_rest_is_not_theirs(hall: HallAtWork) -> None:
    number, mate = await bad(hall), hall.staff[MATE]
    assert await views.follow_ups(hall.ports, mate, FollowUpQuery()) == ()
    with refused("follow_up.rule.none", NotFound):
        await views.follow_up(hall.ports, mate, number)
    await hall.do(SUPERVISOR, assign_follow_up, number, MATE)
    (row,) = await views.follow_ups(hall.ports, mate, FollowUpQuery())
    assert (row.number, row.owner) == (number, MATE)
    assert (await views.follow_up(hall.ports, mate, number)).row.comment == "等太久"


async def revealed_by(hall: HallAtWork) -> list[str | None]:
    """Who looked at whom in the clear, as the audit trail has it."""
    entries = select(audit_entries.c.actor_number).where(audit_entries.c.action == "reveal_person")
    async with hall.ports.uow() as u:
        transaction = u._t  # type: ignore[attr-defined]
        return [row.actor_number for row in await transaction.execute(entries)]


async def test_whom_to_call_is_read_by_who_follows_it_up_and_written_down(hall: HallAtWork) -> None:
    number = await bad(hall)
    for who in (CLERK, MATE):
        with refused("follow_up.rule.none", NotFound):
            await reveal_rater(hall.ports, hall.command(who), number)
    with refused("staff.rule.not_permitted", NotPermitted):
        await reveal_rater(hall.ports, hall.command(GUIDE), number)
    await hall.do(SUPERVISOR, assign_follow_up, number, MATE)
    person = await reveal_rater(hall.ports, hall.command(MATE), number)
    assert (person.name, person.phone) == ("张三", "13800000001")
    assert await revealed_by(hall) == [MATE]


async def test_a_span_that_ends_before_it_begins_is_refused(hall: HallAtWork) -> None:
    with refused("rating.rule.span", BadInput):
        await views.rating_span(hall.ports, hall.staff[SUPERVISOR], DAY, DAY - timedelta(days=1))
