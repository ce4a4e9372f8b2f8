"""Somebody comes twice for the same item: told once what is missing, then with it."""

from app.domain.errand import Outcome
from app.domain.judgement import Judgement, Verdict
from app.ports.queries import CaseQuery
from app.ports.rows import CasePage, NoticeRow
from app.services.issue_ticket import ErrandWish, Visitor
from app.services.notices import issue_notice
from app.services.serving import finish
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.morning import COUNTER, MORTGAGE, Morning, command_of, visitor
from ui.counter.intents import Intent

WHO = visitor(7, "王小敏")


async def serve_for(counter: CounterAtWork, morning: Morning, who: Visitor = WHO) -> str:
    """A ticket for the item, called and started; its number."""
    ticket = await morning.issue(ErrandWish(MORTGAGE), who=who)
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    await counter.until(lambda state: state.ticket is not None and state.ticket.number == ticket.number)
    return ticket.number


async def first_trip(counter: CounterAtWork, morning: Morning) -> NoticeRow:
    """The first trip: two materials are missing, told once."""
    await counter.sign_in()
    number = await serve_for(counter, morning)
    actor, ports = counter.state.actor, morning.hall.ports
    assert actor is not None
    judgements = tuple(
        Judgement(m.number, Verdict.MISSING if at < 2 else Verdict.COMPLETE)
        for at, m in enumerate(counter.state.materials)
    )
    notice = await issue_notice(ports, command_of(actor), number, MORTGAGE, judgements)
    await finish(ports, command_of(actor), COUNTER, Outcome.NOTIFIED)
    await counter.room.presenter.refresh()
    await counter.until(lambda state: state.ticket is None)
    return notice


async def the_case(morning: Morning) -> CasePage:
    """The one case there is."""
    (row,) = await morning.hall.ports.readers.cases(CaseQuery(open_only=False))
    return await morning.hall.ports.readers.case(row.number)
