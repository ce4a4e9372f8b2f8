"""An application that is settled on the spot (当场办结): taken on, granted, on paper; and all of it taken back."""

from decimal import Decimal

from app.domain.case_parts import DeliveryWay, Result
from app.domain.case_table import CaseAction, CaseState
from app.domain.document import DocumentKind, DocumentStatus
from app.domain.errand import Outcome
from app.domain.judgement import Judgement, Verdict
from app.ports.rows import CasePage, TicketRow
from app.services import case_intake, case_progress
from app.services.case_of_errand import Ending
from app.services.documents import issued_at_finish
from app.services.link_case import link_case
from app.services.notices import notify_case
from app.services.serving import finish, undo_finish
from tests.refusals import refused
from tests.services.at_work import SHOP, HallAtWork, clerk_of, somebody

SHOPS, CLERK = 5, clerk_of(5)
"""A counter where shops are registered: an item that is decided on the spot."""
WATER = "IT053"
"""An item whose page names no limit."""
K, S = DocumentKind, DocumentStatus


async def opened(hall: HallAtWork, item: str = SHOP) -> str:
    return (await hall.do(CLERK, case_intake.open_case, item)).row.number


async def told(hall: HallAtWork, number: str) -> None:
    asked = (await hall.ports.readers.item(SHOP)).materials_for(None)
    missing = tuple(
        Judgement(m.number, Verdict.MISSING if m.number in (1, 3) else Verdict.COMPLETE) for m in asked
    )
    await hall.do(CLERK, notify_case, number, missing)


async def came_for(hall: HallAtWork, number: str) -> TicketRow:
    """A trip for a case, being served."""
    ticket = await hall.served(SHOP, counter=SHOPS, visitor=somebody())
    await hall.do(CLERK, link_case, SHOPS, number)
    return ticket


async def page(hall: HallAtWork, number: str) -> CasePage:
    return await hall.ports.readers.case(number)


def papers(case: CasePage) -> list[tuple[DocumentKind, DocumentStatus]]:
    return [(row.kind, row.status) for row in case.documents]


async def test_what_has_come_is_taken_on_and_granted_with_its_papers(hall: HallAtWork) -> None:
    number = await opened(hall)
    await told(hall, number)
    await came_for(hall, number)
    with refused("case.rule.outstanding", case=number, numbers="1, 3"):
        await hall.finish(Outcome.COMPLETED, SHOPS)
    assert (await page(hall, number)).row.state is CaseState.NOTIFIED
    await hall.do(CLERK, case_intake.supplement_case, number, frozenset({1, 3}))
    done = await hall.finish(Outcome.COMPLETED, SHOPS)
    case = await page(hall, number)
    assert [s.action for s in case.steps[-2:]] == [CaseAction.ACCEPT, CaseAction.DECIDE]
    assert case.decision is not None
    assert (case.row.state, case.decision.result) == (CaseState.DECIDED, Result.GRANTED)
    assert papers(case) == [(K.ACCEPTANCE, S.IN_FORCE), (K.GRANT, S.IN_FORCE)]
    assert await issued_at_finish(hall.ports, done) == case.documents


async def test_taken_back_it_is_supplemented_as_before_and_its_papers_are_void(hall: HallAtWork) -> None:
    number = await opened(hall)
    await told(hall, number)
    await came_for(hall, number)
    await hall.do(CLERK, case_intake.supplement_case, number, frozenset({1, 3}))
    before = await page(hall, number)
    done = await hall.finish(Outcome.COMPLETED, SHOPS)
    await hall.do(CLERK, undo_finish, SHOPS)
    after = await page(hall, number)
    assert (after.row.state, after.dates, after.decision) == (CaseState.SUPPLEMENTED, None, None)
    assert after.row.watch == before.row.watch
    assert papers(after) == [(K.ACCEPTANCE, S.VOID), (K.GRANT, S.VOID)]
    assert await issued_at_finish(hall.ports, done) == ()
    again = await hall.finish(Outcome.COMPLETED, SHOPS)
    assert [d.kind for d in await issued_at_finish(hall.ports, again)] == [K.ACCEPTANCE, K.GRANT]


async def test_what_was_taken_on_before_is_only_granted_and_only_that_goes_back(hall: HallAtWork) -> None:
    number = await opened(hall)
    taken_on = await hall.do(CLERK, case_intake.accept_case, number)
    hall.pass_time(minutes=5)
    await came_for(hall, number)
    done = await hall.finish(Outcome.COMPLETED, SHOPS)
    assert [d.kind for d in await issued_at_finish(hall.ports, done)] == [K.GRANT]
    await hall.do(CLERK, undo_finish, SHOPS)
    after = await page(hall, number)
    assert (after.row.state, after.dates) == (CaseState.ACCEPTED, taken_on.dates)
    assert papers(after) == [(K.ACCEPTANCE, S.IN_FORCE), (K.GRANT, S.VOID)]


async def test_what_went_further_is_not_taken_back(hall: HallAtWork) -> None:
    number = await opened(hall)
    await came_for(hall, number)
    await hall.finish(Outcome.COMPLETED, SHOPS)
    await hall.do(CLERK, case_progress.deliver_case, number, DeliveryWay.COUNTER)
    with refused("case.rule.transition", state=CaseState.DELIVERED):
        await hall.do(CLERK, undo_finish, SHOPS)
    assert (await page(hall, number)).row.state is CaseState.DELIVERED


async def test_an_acceptance_of_a_finish_that_was_decided_since_is_not_taken_back(hall: HallAtWork) -> None:
    number = await opened(hall)
    await came_for(hall, number)
    await hall.finish(Outcome.ACCEPTED, SHOPS)
    hall.pass_time(minutes=1)
    await hall.do(CLERK, case_progress.decide_case, number, Result.GRANTED)
    with refused("case.rule.transition", state=CaseState.DECIDED):
        await hall.do(CLERK, undo_finish, SHOPS)
    assert (await page(hall, number)).row.state is CaseState.DECIDED


async def test_what_is_decided_is_not_decided_again(hall: HallAtWork) -> None:
    number = await opened(hall)
    await hall.do(CLERK, case_intake.accept_case, number)
    await hall.do(CLERK, case_progress.decide_case, number, Result.DENIED, "不符合条件")
    await came_for(hall, number)
    await hall.finish(Outcome.COMPLETED, SHOPS)
    await hall.do(CLERK, undo_finish, SHOPS)
    case = await page(hall, number)
    assert case.decision is not None
    assert (case.row.state, case.decision.result) == (CaseState.DECIDED, Result.DENIED)
    assert papers(case) == [(K.ACCEPTANCE, S.IN_FORCE), (K.DENIAL, S.IN_FORCE)]


async def test_a_limit_is_asked_where_the_page_names_none(hall: HallAtWork) -> None:
    number = await opened(hall, WATER)
    async with hall.ports.uow() as u:
        line = await u.lines.for_item(WATER)
    lines = await hall.ports.readers.lines()
    counter = next(row.counters[0] for row in lines if row.prefix == line.prefix)
    clerk = clerk_of(counter)
    await hall.served(WATER, counter=counter)
    await hall.do(clerk, link_case, counter, number)
    with refused("case.rule.say_limit"):
        await hall.do(clerk, finish, counter, Outcome.COMPLETED)
    await hall.do(clerk, finish, counter, Outcome.COMPLETED, Ending(limit_days=Decimal(1)))
    assert (await page(hall, number)).row.state is CaseState.DECIDED
