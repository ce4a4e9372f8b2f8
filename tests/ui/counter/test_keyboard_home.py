"""What the keyboard does when the control it is on goes away, and the key that takes a finish back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.errand import Outcome
from app.domain.judgement import Verdict
from app.domain.ticket_table import TicketState
from app.services.issue_ticket import ErrandWish
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.morning import MORTGAGE, Morning, visitor
from ui.counter.intents import Intent
from ui.counter.state import Phase
from ui.widgets.button import ActionButton
from ui.widgets.focus_home import FocusHome


@pytest.fixture(autouse=True)
def home(dressed: QApplication) -> Iterator[FocusHome]:
    """As the program has it."""
    made = FocusHome(dressed)
    yield made
    made.deleteLater()


@pytest.fixture
async def served(counter: CounterAtWork, morning: Morning) -> CounterAtWork:
    """A ticket being served, another one waiting."""
    for serial in (1, 2):
        await morning.issue(ErrandWish(MORTGAGE), who=visitor(serial))
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    return counter


def control_z(counter: CounterAtWork) -> None:
    """Press it where the keyboard is."""
    into = QApplication.focusWidget() or counter.room.widget
    QTest.keyClick(into, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def undo_button(counter: CounterAtWork) -> ActionButton:
    """The one in the card of what was just done."""
    return counter.room.view.body.side._done._undo


async def test_out_of_touch_the_keys_press_nothing_and_come_back_with_the_hall(
    counter: CounterAtWork, morning: Morning
) -> None:
    await morning.issue(ErrandWish(MORTGAGE))
    await counter.sign_in()
    await counter.until(lambda state: state.next is not None)
    big = counter.room.view.body.head.button
    assert QApplication.focusWidget() is big
    counter.room.presenter.touch_changed(False)
    assert QApplication.focusWidget() is counter.room.view.window
    before = counter.state
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        counter.press(key)
    assert counter.state == before
    counter.room.presenter.touch_changed(True)
    assert QApplication.focusWidget() is big
    counter.press(Qt.Key.Key_Return)
    await counter.until(lambda state: state.phase is Phase.CALLED and state.busy is None)


async def test_the_undo_that_goes_leaves_the_keys_to_the_next_step(
    served: CounterAtWork, morning: Morning
) -> None:
    await served.room.presenter.actions.finish(Outcome.ACCEPTED)
    undo = undo_button(served)
    undo.setFocus()
    morning.pass_minutes(30)
    await served.room.presenter.refresh()
    assert not undo.isVisible()
    assert QApplication.focusWidget() is served.room.view.body.head.button


async def test_in_a_sheet_whose_action_goes_grey_escape_still_goes_back(served: CounterAtWork) -> None:
    await served.room.presenter.ask(Intent.FINISH)
    sheet = served.room.view.sheets.finish
    sheet.action.setFocus()
    served.room.presenter.touch_changed(False)
    assert QApplication.focusWidget() is sheet
    served.press(Qt.Key.Key_Space)
    assert served.state.sheet is not None, "no neighbour was pressed"
    served.press(Qt.Key.Key_Escape)
    assert served.state.sheet is None


async def test_control_z_takes_the_finish_back(served: CounterAtWork, morning: Morning) -> None:
    assert served.state.ticket is not None
    number = served.state.ticket.number
    await served.room.presenter.actions.finish(Outcome.ACCEPTED)
    control_z(served)
    state = await served.until(lambda state: state.phase is Phase.SERVING and state.busy is None)
    assert state.ticket is not None
    assert state.ticket.number == number


async def test_in_a_text_it_is_the_texts_own_undo(served: CounterAtWork, morning: Morning) -> None:
    await served.room.presenter.actions.finish(Outcome.ACCEPTED)
    await served.room.presenter.ask(Intent.CALL_NEXT)
    await served.room.presenter.ask(Intent.START)
    served.room.presenter.judging.judge(1, Verdict.WRONG)
    remark = served.room.view.body.desk.materials._rows[1].remark
    remark.setFocus()
    served.type("x")
    control_z(served)
    assert remark.text() == ""
    control_z(served)
    await served.settled()
    assert served.state.desk is not None
    assert served.state.desk.undoable is not None
    assert served.state.desk.held == ()


async def test_not_while_a_question_stands_open(served: CounterAtWork, morning: Morning) -> None:
    await served.room.presenter.actions.finish(Outcome.ACCEPTED)
    await served.room.presenter.ask(Intent.PAUSE)
    control_z(served)
    await served.settled()
    assert served.state.desk is not None
    assert served.state.desk.undoable is not None
    assert served.state.desk.undoable.state is TicketState.FINISHED
