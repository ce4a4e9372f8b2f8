"""What happens elsewhere is seen here at once, and what is being written here is left alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.judgement import Verdict
from app.exchange.hall import read_hall
from app.services.issue_ticket import ErrandWish
from app.services.set_up_hall import set_up_hall
from resources import resource
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.morning import MORTGAGE, Morning, command_of, identity_number, visitor
from ui.counter import presenter as presenting
from ui.counter.intents import Intent
from ui.counter.rules import calls_left
from ui.counter.state import Phase


async def test_a_ticket_issued_by_a_station_of_the_same_name_appears(
    counter: CounterAtWork, elsewhere: Morning
) -> None:
    await counter.sign_in()
    ticket = await elsewhere.issue()
    state = await counter.until(lambda state: state.next is not None)
    assert state.next is not None
    assert state.next.number == ticket.number
    assert counter.room.view.body.head._number.text() == ticket.number


async def test_settings_changed_elsewhere_hold_here(counter: CounterAtWork, elsewhere: Morning) -> None:
    """The next call already counts by the new rule."""
    await counter.sign_in()
    await elsewhere.issue()
    await counter.until(lambda state: state.next is not None)
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    assert calls_left(counter.state) == 2
    administrator = await elsewhere.sign_in("0001")
    file = replace(read_hall(resource("hall", "sample.json")), settings={"calls_before_miss": 1})
    await set_up_hall(elsewhere.hall.ports, command_of(administrator), file, sample=True)
    await counter.until(lambda state: calls_left(state) == 0)


async def test_a_remark_being_written_survives_a_refresh(
    counter: CounterAtWork, morning: Morning, elsewhere: Morning
) -> None:
    await morning.issue(ErrandWish(MORTGAGE))
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    counter.type("3")
    counter.type("abc")
    field = QApplication.focusWidget()
    row = counter.room.view.body.desk.materials._rows[1]
    assert field is row.remark
    row.remark.setCursorPosition(1)
    ticket = await elsewhere.issue(ErrandWish(MORTGAGE))
    await counter.until(lambda state: state.next is not None and state.next.number == ticket.number)
    assert QApplication.focusWidget() is row.remark
    assert (row.remark.text(), row.remark.cursorPosition()) == ("abc", 1)
    judgement = counter.state.draft.of(1)
    assert judgement is not None
    assert (judgement.verdict, judgement.text) == (Verdict.WRONG, "abc")


async def test_arrows_move_and_digits_judge(counter: CounterAtWork, morning: Morning) -> None:
    await morning.issue(ErrandWish(MORTGAGE))
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_Up)
    counter.type("2")
    counter.type("1")
    assert [(j.material, j.verdict) for j in counter.state.draft.judgements] == [
        (2, Verdict.MISSING),
        (3, Verdict.COMPLETE),
    ]


async def test_a_person_is_shown_in_the_clear_for_a_while_only(
    counter: CounterAtWork, morning: Morning, monkeypatch: pytest.MonkeyPatch
) -> None:
    await morning.issue(ErrandWish(MORTGAGE), who=visitor(7, "张三丰"))
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    card = counter.room.view.body.person
    assert card._name.text() == "张*"
    assert identity_number(7) not in card._identity.text()
    monkeypatch.setattr(presenting, "REVEAL_FOR", 0.01)
    counter.press(Qt.Key.Key_Space, card._reveal)
    state = await counter.until(lambda state: state.revealed is not None)
    assert state.revealed is not None
    assert (state.revealed.name, state.revealed.identity) == ("张三丰", identity_number(7))
    assert identity_number(7) in card._identity.text()
    await counter.until(lambda state: state.revealed is None)
    assert identity_number(7) not in card._identity.text()


async def test_the_clear_person_goes_with_the_ticket(counter: CounterAtWork, morning: Morning) -> None:
    await morning.issue(ErrandWish(MORTGAGE), who=visitor(7))
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.REVEAL)
    assert counter.state.revealed is not None
    await counter.room.presenter.ask(Intent.RELEASE)
    assert counter.state.phase is Phase.IDLE
    assert counter.state.revealed is None
