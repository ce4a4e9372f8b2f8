"""Service: the right item, the outcome, the next errand, handing on, and taking a finish back."""

import pytest

from app.domain.case import CaseState
from app.domain.errand import Outcome
from app.domain.errors import NotFound
from app.domain.ticket_table import TicketState
from app.ports.rows import TicketRow
from app.services.call_next import call_next
from app.services.counters import close_counter, open_counter, pause_counter
from app.services.holding import abandon, hold, requeue, resume
from app.services.serving import change_item, finish, transfer, undo_finish
from app.services.tickets import cancel_ticket
from tests.refusals import refused
from tests.services.at_work import (
    CLERK,
    COUNTER,
    DAY,
    ELSEWHERE,
    GUIDE,
    HOUSE,
    MATE,
    MATES,
    MORTGAGE,
    PASSPORT,
    SUPERVISOR,
    HallAtWork,
    clerk_of,
)


async def test_finished_with_its_outcome(hall: HallAtWork) -> None:
    await hall.served()
    hall.pass_time(minutes=7)
    done = await hall.finish(Outcome.COMPLETED)
    assert (done.state, done.errand.outcome) == (TicketState.FINISHED, Outcome.COMPLETED)
    desk = await hall.ports.readers.counter_desk(COUNTER)
    assert (desk.ticket, desk.figures.finished, desk.figures.median_minutes) == (None, 1, 7)


async def test_what_is_only_called_is_not_finished(hall: HallAtWork) -> None:
    await hall.open(COUNTER)
    await hall.issue()
    await hall.call()
    with refused("ticket.rule.transition"):
        await hall.finish(Outcome.COMPLETED)


async def test_the_next_errand_waits_in_its_own_line_at_the_old_place(hall: HallAtWork) -> None:
    ticket = await hall.served(HOUSE, PASSPORT)
    after = await hall.finish(Outcome.ACCEPTED)
    assert (after.state, after.line, after.line_at) == (TicketState.WAITING, "C", ticket.line_at)
    await hall.open(ELSEWHERE)
    await hall.serve(ELSEWHERE)
    done = await hall.finish(Outcome.CONSULTED, ELSEWHERE)
    assert done.state is TicketState.FINISHED
    assert [e.outcome for e in done.errands] == [Outcome.ACCEPTED, Outcome.CONSULTED]
    assert done.number == ticket.number


async def test_a_wrong_item_is_corrected_in_place(hall: HallAtWork) -> None:
    ticket = await hall.served()
    changed = await hall.do(CLERK, change_item, COUNTER, PASSPORT, "人才绿卡")
    assert (changed.state, changed.line, changed.line_at) == (TicketState.SERVING, "C", ticket.line_at)
    assert (changed.errand.item, changed.errand.situation) == (PASSPORT, "人才绿卡")


@pytest.mark.parametrize(
    ("item", "situation", "code"),
    [("IT999", None, "catalogue.rule.none"), (MORTGAGE, "没有", "catalogue.rule.no_situation")],
)
async def test_an_item_is_changed_to_one_that_exists(
    hall: HallAtWork, item: str, situation: str | None, code: str
) -> None:
    await hall.served()
    with refused(code, NotFound):
        await hall.do(CLERK, change_item, COUNTER, item, situation)


async def test_an_item_with_a_case_stays(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await hall.finish(Outcome.ACCEPTED)
    await hall.do(CLERK, undo_finish, COUNTER, ticket.number)
    with refused("ticket.rule.has_case"):
        await hall.do(CLERK, change_item, COUNTER, MORTGAGE)


async def test_transferred_to_a_line(hall: HallAtWork) -> None:
    ticket = await hall.served()
    sent = await hall.do(CLERK, transfer, COUNTER, "需先落户", line="C")
    assert (sent.state, sent.line, sent.line_at) == (TicketState.WAITING, "C", ticket.line_at)
    assert (sent.errand.line, sent.note) == ("C", "需先落户")
    await hall.open(ELSEWHERE)
    assert (await hall.call(ELSEWHERE)).number == ticket.number


@pytest.mark.parametrize(
    "target", [{"to_counter": ELSEWHERE}, {"to_clerk": clerk_of(ELSEWHERE)}], ids=["counter", "clerk"]
)
async def test_transferred_to_a_counter_or_a_person_of_another_line(
    hall: HallAtWork, target: dict[str, object]
) -> None:
    await hall.open(ELSEWHERE, MATES)
    ticket = await hall.served()
    await hall.do(CLERK, transfer, COUNTER, "由经办人继续", **target)
    assert (await hall.do(MATE, call_next, MATES)).ticket is None
    assert (await hall.call(ELSEWHERE)).number == ticket.number


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ({}, "ticket.rule.one_target"),
        ({"line": "C", "to_counter": ELSEWHERE}, "ticket.rule.one_target"),
        ({"to_counter": COUNTER}, "ticket.rule.transfer_to_self"),
        ({"to_clerk": CLERK}, "ticket.rule.transfer_to_self"),
        ({"to_counter": MATES}, "ticket.rule.transfer_closed"),
        ({"to_clerk": MATE}, "ticket.rule.transfer_absent"),
        ({"to_clerk": SUPERVISOR}, "ticket.rule.transfer_absent"),
    ],
)
async def test_nobody_is_sent_where_nobody_calls(
    hall: HallAtWork, target: dict[str, object], code: str
) -> None:
    await hall.open(ELSEWHERE)
    await hall.served()
    with refused(code):
        await hall.do(CLERK, transfer, COUNTER, "原因", **target)
    assert (await hall.ports.readers.counter_desk(COUNTER)).ticket is not None


async def test_a_transfer_has_a_reason(hall: HallAtWork) -> None:
    await hall.served()
    with refused("ticket.rule.transfer_reason"):
        await hall.do(CLERK, transfer, COUNTER, " ", line="C")


async def test_the_clerk_to_whom_it_is_sent_takes_it_along_to_a_paused_counter(hall: HallAtWork) -> None:
    await hall.open(MATES)
    ticket = await hall.served()
    await hall.do(MATE, pause_counter, MATES, "取件")
    await hall.do(CLERK, transfer, COUNTER, "由经办人继续", to_clerk=MATE)
    await hall.do(MATE, open_counter, MATES)
    assert (await hall.call(MATES)).number == ticket.number


async def test_a_finish_is_taken_back(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await hall.finish(Outcome.COMPLETED)
    assert _number((await hall.ports.readers.counter_desk(COUNTER)).undoable) == ticket.number
    back = await hall.do(CLERK, undo_finish, COUNTER, ticket.number)
    assert (back.state, back.errand.outcome) == (TicketState.SERVING, None)
    assert (await hall.finish(Outcome.REFUSED)).errand.outcome is Outcome.REFUSED


async def test_the_last_finish_is_taken_back_when_none_is_named(hall: HallAtWork) -> None:
    await hall.served()
    await hall.finish()
    await hall.issue()
    last = await hall.serve()
    await hall.finish()
    assert (await hall.do(CLERK, undo_finish, COUNTER)).number == last.number


async def test_a_finish_taken_back_while_somebody_else_is_served_is_held(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await hall.finish()
    await hall.issue()
    other = await hall.serve()
    back = await hall.do(CLERK, undo_finish, COUNTER, ticket.number)
    assert back.state is TicketState.HELD
    with refused("counter.rule.busy", number=other.number):
        await hall.do(CLERK, resume, COUNTER, ticket.number)
    await hall.finish()
    assert (await hall.do(CLERK, resume, COUNTER, ticket.number)).state is TicketState.SERVING


async def test_who_finishes_may_take_it_back_also_after_a_change_of_clerk(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await hall.do(MATE, open_counter, COUNTER, hand_over=True)
    await hall.do(MATE, finish, COUNTER, Outcome.COMPLETED)
    assert (await hall.do(MATE, undo_finish, COUNTER, ticket.number)).state is TicketState.SERVING
    await hall.do(MATE, finish, COUNTER, Outcome.COMPLETED)
    await hall.do(CLERK, open_counter, COUNTER, hand_over=True)
    with refused("ticket.rule.undo_clerk"):
        await hall.do(CLERK, undo_finish, COUNTER, ticket.number)


async def test_a_finish_is_taken_back_soon_here_and_at_an_open_counter(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await hall.finish()
    await hall.do(CLERK, pause_counter, COUNTER, "午休")
    with refused("counter.rule.not_open"):
        await hall.do(CLERK, undo_finish, COUNTER, ticket.number)
    await hall.do(CLERK, close_counter, COUNTER)
    await hall.do(CLERK, open_counter, MATES)
    with refused("ticket.rule.other_counter"):
        await hall.do(CLERK, undo_finish, MATES, ticket.number)
    await hall.do(CLERK, close_counter, MATES)
    await hall.do(CLERK, open_counter, COUNTER)
    hall.pass_time(minutes=6)
    with refused("ticket.rule.undo_late", minutes=5):
        await hall.do(CLERK, undo_finish, COUNTER, ticket.number)


@pytest.mark.parametrize(
    ("outcome", "state"), [(Outcome.ACCEPTED, CaseState.ACCEPTED), (Outcome.REFUSED, CaseState.REFUSED)]
)
async def test_accepting_and_refusing_open_a_case(
    hall: HallAtWork, outcome: Outcome, state: CaseState
) -> None:
    ticket = await hall.served()
    await hall.finish(outcome)
    number, found = await _case(hall, ticket.number)
    assert (number, found) == (f"{HOUSE}-2026-00001", state)


@pytest.mark.parametrize("outcome", [Outcome.COMPLETED, Outcome.CONSULTED, Outcome.COLLECTED, Outcome.LEFT])
async def test_other_outcomes_open_none(hall: HallAtWork, outcome: Outcome) -> None:
    ticket = await hall.served()
    await hall.finish(outcome)
    assert await _case(hall, ticket.number) is None


async def test_a_finish_taken_back_takes_the_case_back(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await hall.finish(Outcome.ACCEPTED)
    await hall.do(CLERK, undo_finish, COUNTER, ticket.number)
    assert (await _case(hall, ticket.number)) == (f"{HOUSE}-2026-00001", CaseState.RECEIVED)
    await hall.finish(Outcome.REFUSED)
    assert (await _case(hall, ticket.number)) == (f"{HOUSE}-2026-00001", CaseState.REFUSED)


async def test_notified_needs_a_notice(hall: HallAtWork) -> None:
    await hall.served()
    with refused("errand.rule.notice_first"):
        await hall.finish(Outcome.NOTIFIED)


async def test_held_taken_up_and_sent_back_into_line(hall: HallAtWork) -> None:
    ticket = await hall.served()
    held = await hall.do(CLERK, hold, COUNTER, " 去复印 ")
    assert (held.state, held.note) == (TicketState.HELD, "去复印")
    await hall.issue()
    other = await hall.call()
    with refused("counter.rule.busy", number=other.number):
        await hall.do(CLERK, resume, COUNTER, ticket.number)
    back = await hall.do(CLERK, requeue, COUNTER, ticket.number)
    assert (back.state, back.line_at, back.note) == (TicketState.WAITING, ticket.line_at, None)
    with refused("ticket.rule.not_held"):
        await hall.do(CLERK, resume, COUNTER, ticket.number)


async def test_held_tickets_are_their_counters(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await hall.do(CLERK, hold, COUNTER)
    await hall.open(MATES)
    with refused("ticket.rule.other_counter"):
        await hall.do(MATE, resume, MATES, ticket.number)
    await hall.do(CLERK, pause_counter, COUNTER, "午休")
    with refused("counter.rule.not_open"):
        await hall.do(CLERK, resume, COUNTER, ticket.number)


async def test_who_leaves_ends_all_errands(hall: HallAtWork) -> None:
    await hall.served(HOUSE, PASSPORT)
    gone = await hall.do(CLERK, abandon, COUNTER)
    assert gone.state is TicketState.CANCELLED
    assert [e.outcome for e in gone.errands] == [Outcome.LEFT, Outcome.LEFT]


async def test_a_held_person_who_leaves_is_named(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await hall.do(CLERK, hold, COUNTER)
    await hall.issue()
    other = await hall.call()
    assert (await hall.do(CLERK, abandon, COUNTER, ticket.number)).state is TicketState.CANCELLED
    assert _number((await hall.ports.readers.counter_desk(COUNTER)).ticket) == other.number


async def test_waiting_tickets_are_cancelled_at_the_guide_desk(hall: HallAtWork) -> None:
    ticket = await hall.issue(HOUSE, PASSPORT)
    with refused("ticket.rule.cancel_reason"):
        await hall.do(GUIDE, cancel_ticket, ticket.number, "")
    gone = await hall.do(GUIDE, cancel_ticket, ticket.number, "开错")
    assert (gone.state, gone.note) == (TicketState.CANCELLED, "开错")
    assert [e.outcome for e in gone.errands] == [Outcome.LEFT, Outcome.LEFT]
    with refused("ticket.rule.transition"):
        await hall.do(GUIDE, cancel_ticket, ticket.number, "开错")


def _number(row: TicketRow | None) -> str | None:
    return row.number if row else None


async def _case(hall: HallAtWork, number: str) -> tuple[str, CaseState] | None:
    """Number and state of the first errand's case."""
    async with hall.ports.uow() as u:
        errand = (await u.tickets.by_number(number, DAY)).errands[0]
        if errand.case is None:
            return None
        case = await u.cases.get(errand.case)
        return case.number, case.state
