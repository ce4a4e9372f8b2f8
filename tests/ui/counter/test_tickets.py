"""Every ticket action of the counter, asked for as a clerk does, on a real hall."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.errand import Outcome
from app.domain.ticket_table import TicketState
from app.services.counters import open_counter
from app.services.holding import abandon
from app.services.issue_ticket import ErrandWish
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.morning import MORTGAGE, TRANSFER, Morning, command_of, visitor
from ui.counter.intents import Intent
from ui.counter.state import Phase


@pytest.fixture
async def called(counter: CounterAtWork, morning: Morning) -> CounterAtWork:
    """The first of two tickets is called."""
    await morning.issue(ErrandWish(MORTGAGE), who=visitor(1))
    morning.pass_minutes(2)
    await morning.issue(ErrandWish(MORTGAGE), who=visitor(2))
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    return counter


@pytest.fixture
async def serving(called: CounterAtWork) -> CounterAtWork:
    """The first of two tickets is served."""
    await called.room.presenter.ask(Intent.START)
    return called


async def state_of(morning: Morning, number: str) -> TicketState:
    """Where a ticket stands in the database."""
    return (await morning.hall.ports.readers.ticket(number)).state


async def test_an_empty_line_is_said_not_an_error(counter: CounterAtWork) -> None:
    await counter.sign_in()
    await counter.press_until(Qt.Key.Key_F2, lambda state: state.busy is None)
    await counter.settled()
    assert counter.state.problem is None
    assert counter.state.phase is Phase.IDLE


async def test_recall_counts_and_a_miss_waits_for_three(called: CounterAtWork, morning: Morning) -> None:
    keys = called.room.view.window.fkeys
    assert keys is not None
    for calls in (2, 3):
        assert not keys.button(Intent.MISS).isEnabled()
        morning.pass_minutes(1)
        await called.press_until(Qt.Key.Key_F3, lambda s, calls=calls: s.ticket and s.ticket.calls == calls)
    assert keys.button(Intent.MISS).isEnabled()
    await called.press_until(Qt.Key.Key_F6, lambda state: state.phase is Phase.IDLE)
    missed = await morning.hall.ports.readers.ticket("A001")
    assert (missed.state, missed.misses) == (TicketState.WAITING, 1)


async def test_a_recall_too_soon_is_told_above_the_room(called: CounterAtWork) -> None:
    await called.press_until(Qt.Key.Key_F3, lambda state: state.problem)
    assert called.state.problem is not None
    assert called.state.problem.code == "ticket.rule.recall_gap"
    assert called.state.phase is Phase.CALLED


async def test_a_key_held_down_calls_once(counter: CounterAtWork, morning: Morning) -> None:
    await morning.issue()
    await morning.issue()
    await counter.sign_in()
    for _ in range(3):
        counter.press(Qt.Key.Key_F2)
    state = await counter.until(lambda state: state.phase is Phase.CALLED and state.busy is None)
    assert state.ticket is not None
    assert state.ticket.calls == 1
    assert len(state.desk.queue if state.desk else ()) == 1


async def test_release_passes_the_ticket_over(called: CounterAtWork, morning: Morning) -> None:
    await called.room.presenter.ask(Intent.RELEASE)
    assert await state_of(morning, "A001") is TicketState.WAITING
    await called.room.presenter.ask(Intent.CALL_NEXT)
    assert called.state.ticket is not None
    assert called.state.ticket.number == "A002"


async def test_out_of_order_needs_a_reason_from_the_queue(counter: CounterAtWork, morning: Morning) -> None:
    await morning.issue()
    second = await morning.issue()
    await counter.sign_in()
    table = counter.room.view.body.queue.table
    table.setFocus()
    table.select(second.id)
    counter.press(Qt.Key.Key_Return, table)
    await counter.until(lambda state: state.sheet is not None)
    counter.press(Qt.Key.Key_Return)
    state = await counter.until(lambda state: state.phase is Phase.CALLED and state.busy is None)
    assert state.ticket is not None
    assert state.ticket.number == second.number


async def test_hold_and_take_up_again(serving: CounterAtWork, morning: Morning) -> None:
    await serving.press_until(Qt.Key.Key_F7, lambda state: state.sheet)
    serving.press(Qt.Key.Key_3)
    serving.press(Qt.Key.Key_Return)
    await serving.until(lambda state: state.desk and state.desk.held and state.busy is None)
    held = await morning.hall.ports.readers.ticket("A001")
    assert (held.state, held.note) == (TicketState.HELD, "去填表")
    await serving.room.presenter.ask(Intent.RESUME, "A001")
    assert serving.state.phase is Phase.SERVING


async def test_held_tickets_go_back_into_line_or_end(serving: CounterAtWork, morning: Morning) -> None:
    presenter = serving.room.presenter
    await presenter.actions.hold("去缴费")
    await presenter.ask(Intent.REQUEUE, "A001")
    assert await state_of(morning, "A001") is TicketState.WAITING
    await presenter.ask(Intent.CALL_NEXT)
    await presenter.ask(Intent.START)
    await presenter.actions.hold("去缴费")
    await presenter.ask(Intent.ABANDON_HELD, "A001")
    serving.press(Qt.Key.Key_Return)
    await serving.until(lambda state: state.sheet is None and state.busy is None)
    assert await state_of(morning, "A001") is TicketState.CANCELLED


async def test_who_left_the_counter_is_ended(serving: CounterAtWork, morning: Morning) -> None:
    await serving.room.presenter.ask(Intent.ABANDON)
    serving.press(Qt.Key.Key_Return)
    await serving.until(lambda state: state.phase is Phase.IDLE and state.busy is None)
    ended = await morning.hall.ports.readers.ticket("A001")
    assert ended.errands[0].outcome is Outcome.LEFT


@pytest.mark.parametrize(
    ("kind", "target", "field", "value"),
    [(0, "G", "line", "G"), (1, "4", "pinned_counter", 4), (2, "0104", "pinned_clerk", "0104")],
)
async def test_transfer_to_line_counter_or_person(
    serving: CounterAtWork, morning: Morning, kind: int, target: str, field: str, value: object
) -> None:
    await open_counter(morning.hall.ports, command_of(await morning.sign_in("0104")), 4)
    await serving.press_until(Qt.Key.Key_F8, lambda state: state.targets)
    sheet = serving.room.view.sheets.transfer
    sheet._kind.choose_number(kind + 1)
    sheet._targets.select(target)
    serving.press(Qt.Key.Key_Return, sheet)
    await serving.until(lambda state: state.phase is Phase.IDLE and state.busy is None)
    sent = await morning.hall.ports.readers.ticket("A001")
    assert (sent.state, getattr(sent, field), sent.note) == (TicketState.WAITING, value, "不属于本窗口")


async def test_the_wrong_item_is_corrected_by_initials(serving: CounterAtWork, morning: Morning) -> None:
    await serving.room.presenter.ask(Intent.CHANGE_ITEM)
    await serving.until(lambda state: state.found is not None)
    serving.type("zydj")
    await serving.until(lambda state: state.found and state.found[0].item.code == TRANSFER)
    serving.press(Qt.Key.Key_Return)
    serving.press(Qt.Key.Key_2)
    serving.press(Qt.Key.Key_Return)
    state = await serving.until(lambda s: s.sheet is None and s.busy is None)
    assert state.ticket is not None
    assert (state.ticket.errand.item, state.ticket.errand.situation) == (TRANSFER, "一手商品房")
    assert state.phase is Phase.SERVING


async def test_the_next_errand_waits_in_its_own_line(counter: CounterAtWork, morning: Morning) -> None:
    ticket = await morning.issue(ErrandWish(MORTGAGE), ErrandWish("IT069"))
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    await counter.press_until(Qt.Key.Key_F5, lambda state: state.sheet)
    counter.press(Qt.Key.Key_Return)
    await counter.until(lambda state: state.phase is Phase.IDLE and state.busy is None)
    after = await morning.hall.ports.readers.ticket(ticket.number)
    assert (after.state, after.line, after.errands[0].outcome) == (TicketState.WAITING, "F", Outcome.ACCEPTED)


async def test_a_finish_is_taken_back_within_minutes(serving: CounterAtWork, morning: Morning) -> None:
    presenter = serving.room.presenter
    await presenter.actions.finish(Outcome.CONSULTED)
    await presenter.ask(Intent.UNDO_FINISH, "A001")
    assert serving.state.phase is Phase.SERVING
    await presenter.actions.finish(Outcome.CONSULTED)
    morning.pass_minutes(6)
    await presenter.refresh()
    assert serving.state.desk is not None
    assert serving.state.desk.undoable is None


async def test_an_exception_takes_the_tickets_context(serving: CounterAtWork, morning: Morning) -> None:
    await serving.press_until(Qt.Key.Key_F10, lambda state: state.sheet)
    sheet = serving.room.view.sheets.exception
    serving.press(Qt.Key.Key_Return, sheet)
    assert serving.state.busy is None, "nothing is registered without words"
    sheet.summary.setPlainText("系统里查不到土地使用权")
    QTest.keyClick(sheet.summary, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    serving.press(Qt.Key.Key_Return, sheet)
    await serving.until(lambda state: state.exception and state.busy is None)
    page = await morning.hall.ports.readers.exception(serving.state.exception or "")
    assert (page.ticket, page.item, page.counter) == ("A001", MORTGAGE, 2)
    assert serving.state.sheet is None


async def test_pause_and_go_on_by_the_same_key(counter: CounterAtWork) -> None:
    await counter.sign_in()
    await counter.press_until(Qt.Key.Key_F12, lambda state: state.sheet)
    counter.press(Qt.Key.Key_Return)
    state = await counter.until(lambda state: state.phase is Phase.PAUSED and state.busy is None)
    assert state.desk is not None
    assert state.desk.counter.pause_reason == "取件送件"
    await counter.press_until(Qt.Key.Key_F12, lambda state: state.phase is Phase.IDLE)


async def test_close_and_open_again(counter: CounterAtWork) -> None:
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CLOSE)
    assert counter.state.phase is Phase.CLOSED
    await counter.room.presenter.ask(Intent.OPEN)
    assert counter.state.phase is Phase.IDLE


async def test_a_refused_sheet_keeps_what_was_typed(serving: CounterAtWork, morning: Morning) -> None:
    await serving.room.presenter.ask(Intent.HOLD)
    sheet = serving.room.view.sheets.reasons[Intent.HOLD]
    sheet._parts.edit.setText("补照片")
    assert serving.session.actor is not None
    await abandon(morning.hall.ports, command_of(serving.session.actor), 2)  # from another program meanwhile
    serving.press(Qt.Key.Key_Return, sheet)
    state = await serving.until(lambda state: state.problem is not None and state.busy is None)
    assert state.problem is not None
    assert state.problem.code == "counter.rule.no_ticket"
    assert state.sheet is not None
    assert sheet._parts.edit.text() == "补照片"
    assert state.ticket is None, "what the refusal tells of is seen at once"


async def test_a_transfer_goes_nowhere_before_somebody_says_where(
    counter: CounterAtWork, morning: Morning
) -> None:
    await morning.issue(ErrandWish(MORTGAGE))
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    await counter.room.presenter.ask(Intent.TRANSFER)
    sheet = counter.room.view.sheets.transfer
    await counter.until(lambda state: state.targets is not None)
    assert sheet._targets.model().rowCount() > 1
    assert not sheet.action.isEnabled()
    counter.press(Qt.Key.Key_Return)
    assert counter.state.sheet is not None
    counter.press(Qt.Key.Key_2)
    assert sheet.action.isEnabled()
