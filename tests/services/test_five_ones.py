"""The five ones move as things happen: over two trips, a transfer, a second notice, and people sent online."""

from datetime import date

from app.domain.case_parts import Result
from app.domain.case_table import CaseState
from app.domain.errand import Outcome
from app.domain.errors import BadInput, NotFound
from app.domain.five_ones import Figure, Grouping, Ratio, Span
from app.domain.judgement import Judgement, Verdict
from app.domain.notice import NoticeKind
from app.ports.queries import CaseQuery
from app.services import case_intake, case_progress, five_ones
from app.services.calling import start
from app.services.issue_ticket import Visitor
from app.services.link_case import link_case
from app.services.notices import consult, issue_notice
from app.services.send_online import send_online, undo_send_online
from app.services.serving import transfer
from app.services.telling import Again
from tests.refusals import refused
from tests.services.at_work import (
    CLERK,
    COUNTER,
    DAY,
    GUIDE,
    HOUSE,
    MATES,
    SHOP,
    SUPERVISOR,
    HallAtWork,
    clerk_of,
    somebody,
)

SHOPS = 5


async def figures(hall: HallAtWork) -> dict[Figure, tuple[int, int]]:
    """What stands on the office's screen today; what nothing happened for is left out."""
    (row,) = await five_ones.five_ones(hall.ports, await five_ones.span_of(hall.ports))
    return {f: (r.numerator, r.denominator) for f, r in row.figures.items() if r != Ratio()}


async def told(hall: HallAtWork, number: str, *missing: int, again: Again | None = None) -> int:
    """Tell what is missing for a shop; how much of it was new."""
    materials = (await hall.ports.readers.item(SHOP)).materials_for(None)
    judged = tuple(
        Judgement(m.number, Verdict.MISSING if m.number in missing else Verdict.COMPLETE) for m in materials
    )
    told = await hall.do(
        clerk_of(SHOPS), issue_notice, number, SHOP, judged, NoticeKind.SUPPLEMENT, again=again
    )
    async with hall.ports.uow() as u:
        return (await u.notices.by_number(told.number)).names_new


async def case_in(hall: HallAtWork, state: CaseState) -> str:
    (row,) = await hall.ports.readers.cases(CaseQuery(state=state))
    return row.number


async def first_trip(hall: HallAtWork, visitor: Visitor) -> str:
    """Told what is missing; returns the case."""
    ticket = await hall.served(SHOP, counter=SHOPS, visitor=visitor)
    await told(hall, ticket.number, 1, 2)
    await hall.finish(Outcome.NOTIFIED, SHOPS)
    return await case_in(hall, CaseState.NOTIFIED)


async def test_two_trips_change_the_figures_as_they_should(hall: HallAtWork) -> None:
    assert await figures(hall) == {}
    case, clerk = await first_trip(hall, somebody()), clerk_of(SHOPS)
    online = (0, 1) if (await hall.ports.readers.item(SHOP)).online is not True else (1, 1)
    assert (await figures(hall))[Figure.ONLINE] == online
    assert (await figures(hall))[Figure.ONE_PLACE] == (1, 1)
    assert (await figures(hall))[Figure.TOLD_ONCE] == (1, 1)
    await hall.issue(SHOP, visitor=somebody())
    ticket = await hall.serve(SHOPS)
    await hall.do(clerk, link_case, SHOPS, case)
    assert [trip.ticket for trip in (await hall.ports.readers.case(case)).trips] == ["B001", ticket.number]
    await hall.do(clerk, case_intake.supplement_case, case, frozenset({1, 2}))
    await hall.finish(Outcome.ACCEPTED, SHOPS)
    assert (await hall.ports.readers.case(case)).row.state is CaseState.ACCEPTED
    await hall.do(clerk, case_progress.decide_case, case, Result.GRANTED)
    assert (await figures(hall))[Figure.ONE_TRIP] == (0, 1)
    assert (await figures(hall))[Figure.ONE_DAY] == (1, 1)
    assert (await figures(hall))[Figure.ONE_PLACE] == (2, 2)
    (counted,) = await five_ones.behind(hall.ports, Figure.ONE_TRIP, Span(DAY, DAY))
    assert (counted.number, counted.counter, counted.counts) == (case, SHOPS, False)


async def test_a_decision_two_working_days_later_is_not_one_day(hall: HallAtWork) -> None:
    case = (await hall.do(CLERK, case_intake.open_case, HOUSE)).row.number
    await hall.do(CLERK, case_intake.accept_case, case)
    hall.pass_time(hours=48)
    await hall.do(CLERK, case_progress.decide_case, case, Result.GRANTED)
    assert await figures(hall) == {Figure.ONE_TRIP: (1, 1), Figure.ONE_DAY: (0, 1)}
    rows = await five_ones.five_ones(hall.ports, await five_ones.span_of(hall.ports), Grouping.DAY)
    assert [row.key for row in rows] == ["2026-03-20"]


async def test_a_second_notice_is_a_breach_only_where_it_names_anything_new(hall: HallAtWork) -> None:
    agreed = Again("漏看了", hall.staff[SUPERVISOR])
    ticket = await hall.served(SHOP, counter=SHOPS, visitor=somebody())
    assert await told(hall, ticket.number, 1) == 0
    assert await told(hall, ticket.number, 1, again=agreed) == 0
    assert (await figures(hall))[Figure.TOLD_ONCE] == (1, 1)
    assert await told(hall, ticket.number, 1, 2, again=agreed) == 1
    assert (await figures(hall))[Figure.TOLD_ONCE] == (0, 1)


async def test_what_a_consultation_slip_named_is_not_new(hall: HallAtWork) -> None:
    """A slip for the same person and item before the first notice; another person's, or a later one, is none."""
    agreed = Again("漏看了", hall.staff[SUPERVISOR])
    materials = {m.number for m in (await hall.ports.readers.item(SHOP)).materials_for(None)}
    await hall.do(GUIDE, consult, SHOP, frozenset(materials - {2}), None, somebody())
    await hall.do(GUIDE, consult, SHOP, frozenset(materials - {3}), None, somebody(2))
    ticket = await hall.served(SHOP, counter=SHOPS, visitor=somebody())
    await told(hall, ticket.number, 1)
    await hall.do(GUIDE, consult, SHOP, frozenset(materials - {3}), None, somebody())
    assert await told(hall, ticket.number, 1, 2, again=agreed) == 0
    assert (await figures(hall))[Figure.TOLD_ONCE] == (1, 1)
    assert await told(hall, ticket.number, 2, 3, again=agreed) == 1


async def test_a_slip_of_the_same_trip_counts_for_somebody_unknown(hall: HallAtWork) -> None:
    agreed = Again("漏看了", hall.staff[SUPERVISOR])
    ticket = await hall.served(SHOP, counter=SHOPS)
    materials = (await hall.ports.readers.item(SHOP)).materials_for(None)
    missing = tuple(Judgement(m.number, Verdict.MISSING) for m in materials)
    await hall.do(clerk_of(SHOPS), issue_notice, ticket.number, SHOP, missing, NoticeKind.CONSULTATION)
    await told(hall, ticket.number, 1)
    assert await told(hall, ticket.number, 1, 2, again=agreed) == 0


async def test_who_was_sent_on_was_not_at_one_place(hall: HallAtWork) -> None:
    await hall.open(COUNTER, MATES)
    await hall.issue()
    await hall.serve()
    await hall.do(CLERK, transfer, COUNTER, "继续", to_counter=MATES)
    await hall.serve(MATES)
    await hall.finish(counter=MATES)
    assert (await figures(hall))[Figure.ONE_PLACE] == (0, 1)


async def test_sent_online_instead_of_queueing(hall: HallAtWork) -> None:
    items = await hall.ports.readers.items()
    able = next(item.code for item in items if item.online)
    unable = next(item for item in items if not item.online)
    await hall.do(GUIDE, send_online, able)
    assert await figures(hall) == {Figure.ONLINE: (1, 1), Figure.SENT_ONLINE: (1, 1)}
    (row,) = await five_ones.behind(hall.ports, Figure.SENT_ONLINE, Span(DAY, DAY))
    assert (row.number, row.item, row.counts) == (None, able, True)
    with refused("ticket.rule.not_online", item=unable.name):
        await hall.do(GUIDE, send_online, unable.code)


async def test_a_slip_of_the_finger_is_undone_once_by_who_made_it_on_the_same_day(hall: HallAtWork) -> None:
    able = next(item.code for item in await hall.ports.readers.items() if item.online)
    first, second = [await hall.do(GUIDE, send_online, able) for _ in range(2)]
    with refused("ticket.rule.sent_by_other", item=able):
        await hall.do(SUPERVISOR, undo_send_online, first.id)
    await hall.do(GUIDE, undo_send_online, first.id)
    assert (await figures(hall))[Figure.SENT_ONLINE] == (1, 1)
    with refused("ticket.rule.not_sent", number=str(first.id)):
        await hall.do(GUIDE, undo_send_online, first.id)
    hall.pass_time(hours=24)
    with refused("ticket.rule.sent_another_day", item=able):
        await hall.do(GUIDE, undo_send_online, second.id)
    (day,) = await five_ones.five_ones(hall.ports, Span(DAY, DAY))
    assert day.figures[Figure.SENT_ONLINE] == Ratio(1, 1)


async def test_what_cannot_be_linked(hall: HallAtWork) -> None:
    case, clerk = await first_trip(hall, somebody()), clerk_of(SHOPS)
    other = (await hall.do(CLERK, case_intake.open_case, HOUSE)).row.number
    over = (await hall.do(CLERK, case_intake.open_case, SHOP)).row.number
    await hall.do(CLERK, case_progress.withdraw_case, over)
    await hall.issue(SHOP, visitor=somebody())
    await hall.call(SHOPS)
    with refused("ticket.rule.transition"):
        await hall.do(clerk, link_case, SHOPS, case)
    await hall.do(clerk, start, SHOPS)
    with refused("case.rule.other_item", number=other, item=HOUSE):
        await hall.do(clerk, link_case, SHOPS, other)
    with refused("case.rule.over", number=over):
        await hall.do(clerk, link_case, SHOPS, over)
    with refused("case.rule.none", NotFound):
        await hall.do(clerk, link_case, SHOPS, "IT001-2026-99999")


async def test_a_case_taken_up_by_mistake_gives_way_but_a_fresh_one_stays(hall: HallAtWork) -> None:
    case, clerk = await first_trip(hall, somebody()), clerk_of(SHOPS)
    wrong = (await hall.do(CLERK, case_intake.open_case, SHOP)).row.number
    await hall.issue(SHOP, visitor=somebody())
    ticket = await hall.serve(SHOPS)
    await hall.do(clerk, link_case, SHOPS, wrong)
    await hall.do(clerk, link_case, SHOPS, case)
    assert (await hall.ports.readers.case(wrong)).trips == ()
    await hall.finish(Outcome.COLLECTED, SHOPS)
    assert (await figures(hall))[Figure.ONE_PLACE] == (2, 2)
    await hall.issue(SHOP, visitor=somebody(2))
    ticket = await hall.serve(SHOPS)
    await told(hall, ticket.number, 1)
    with refused("ticket.rule.has_case"):
        await hall.do(clerk, link_case, SHOPS, case)


async def test_the_span_is_this_month_until_somebody_says_more(hall: HallAtWork) -> None:
    assert await five_ones.span_of(hall.ports) == Span(date(2026, 3, 1), DAY)
    assert await five_ones.span_of(hall.ports, last=date(2026, 2, 10)) == Span(
        date(2026, 2, 1), date(2026, 2, 10)
    )
    assert await five_ones.span_of(hall.ports, date(2025, 1, 1)) == Span(date(2025, 1, 1), DAY)
    with refused("five_ones.rule.span", BadInput):
        await five_ones.span_of(hall.ports, date(2026, 3, 19))
