"""Where the keyboard is after a step: always where the next one is, and keycaps tell what keys do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.errand import Outcome
from app.domain.judgement import Verdict
from app.services.issue_ticket import ErrandWish
from app.texts import Texts
from tests.ui.counter.counter_at_work import CounterAtWork, active
from tests.ui.counter.morning import MORTGAGE, Morning, visitor
from ui.counter.intents import Intent
from ui.counter.state import Paper, Phase
from ui.widgets.choice import Segment
from ui.widgets.material_row import MaterialRow
from ui.widgets.text import Text


async def serve(counter: CounterAtWork, morning: Morning) -> None:
    """A served ticket, nothing judged yet."""
    await morning.issue(ErrandWish(MORTGAGE), who=visitor(1))
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)


def focused_segment() -> Segment:
    """The part of a material's choice that the keyboard is on."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, Segment)
    return focused


async def test_the_ring_stands_on_what_was_chosen(counter: CounterAtWork, morning: Morning) -> None:
    await serve(counter, morning)
    counter.type("2")
    counter.press(Qt.Key.Key_Up)
    assert focused_segment().isChecked()
    assert focused_segment().option.key == "missing"


async def test_after_wrong_one_types_what_is_wrong_and_the_kind_is_one_step_back(
    counter: CounterAtWork, morning: Morning
) -> None:
    await serve(counter, morning)
    row = next(iter(counter.room.view.body.desk.materials.findChildren(MaterialRow)))
    counter.type("3")
    assert QApplication.focusWidget() is row.remark
    counter.type("no seal")
    (judgement,) = counter.state.draft.judgements
    assert (judgement.verdict, judgement.text) == (Verdict.WRONG, "no seal")
    QTest.keyClick(row.remark, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is row.kind


# Real screens raise windows; the platform without a screen says that it cannot.
@pytest.mark.qt_log_ignore(r"does not support raise\(\)")
async def test_back_from_the_bar_the_digits_judge_at_once(counter: CounterAtWork, morning: Morning) -> None:
    await serve(counter, morning)
    counter.room.presenter.switch_shape(True)
    counter.room.presenter.switch_shape(False)
    await active(counter.room.view.window)
    counter.type("1")
    assert [j.verdict for j in counter.state.draft.judgements] == [Verdict.COMPLETE]


async def test_an_undone_finish_leads_to_the_next_step_and_remembers_the_paper(
    counter: CounterAtWork, morning: Morning
) -> None:
    await serve(counter, morning)
    presenter, view = counter.room.presenter, counter.room.view
    for material in counter.state.materials:
        verdict = Verdict.MISSING if material.number == 2 else Verdict.COMPLETE
        presenter.judging.judge(material.number, verdict)
    await presenter.ask(Intent.NOTICE)
    await counter.until(lambda state: state.print.paper is Paper.PRINTED)
    await presenter.actions.finish(Outcome.NOTIFIED)
    assert counter.state.phase is Phase.IDLE
    await presenter.ask(Intent.UNDO_FINISH)
    assert counter.state.phase is Phase.SERVING
    assert QApplication.focusWidget() is view.body.head.button
    assert counter.state.paper is Paper.PRINTED
    notes = [text.text() for text in view.body.desk.slip.findChildren(Text)]
    assert Texts("zh")("counter.slip.printed", reason="") in notes


async def test_enter_finishes_nothing_while_no_outcome_is_chosen(
    counter: CounterAtWork, morning: Morning
) -> None:
    await serve(counter, morning)
    counter.type("2")
    await counter.press_until(Qt.Key.Key_F5, lambda state: state.sheet)
    sheet = counter.room.view.sheets.finish
    assert not sheet.action.isEnabled()
    counter.press(Qt.Key.Key_Return)
    assert (counter.state.phase, counter.state.busy) == (Phase.SERVING, None)
    counter.press(Qt.Key.Key_Down)
    assert sheet.action.isEnabled()


async def test_an_exception_is_registered_by_the_keys_that_its_sheet_names(
    counter: CounterAtWork, morning: Morning
) -> None:
    await serve(counter, morning)
    await counter.room.presenter.ask(Intent.EXCEPTION)
    sheet = counter.room.view.sheets.exception
    counter.type("no paper")
    QTest.keyClick(sheet.summary, Qt.Key.Key_Return)
    assert counter.state.exception is None, "Enter begins a new line"
    QTest.keyClick(sheet.summary, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (counter.state.busy, sheet.category.isAncestorOf(QApplication.focusWidget())) == (None, True)
    assert sheet.category.accessibleDescription(), "a category is asked for: none is chosen unasked"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert not sheet.category.accessibleDescription()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await counter.until(lambda state: state.exception is not None and state.sheet is None)


async def test_tab_leads_through_a_sheet_to_its_buttons(counter: CounterAtWork, morning: Morning) -> None:
    await serve(counter, morning)
    await counter.room.presenter.ask(Intent.EXCEPTION)
    sheet = counter.room.view.sheets.exception
    counter.type("x")
    reached = []
    while sheet.isAncestorOf(QApplication.focusWidget()) and QApplication.focusWidget() not in reached:
        reached.append(QApplication.focusWidget())
        counter.press(Qt.Key.Key_Tab)
    assert reached[0] is sheet.summary
    assert sheet.category.isAncestorOf(reached[1])
    after = [stop for stop in reached[1:] if not sheet.category.isAncestorOf(stop)]
    assert after[0] is sheet.wish
    assert reached[-1] is sheet.action


@pytest.mark.parametrize("intent", [Intent.EXCEPTION, Intent.HOLD])
async def test_beside_an_open_sheet_nothing_else_can_be_begun(
    counter: CounterAtWork, morning: Morning, intent: Intent
) -> None:
    await serve(counter, morning)
    body = counter.room.view.body
    buttons = [body.head.button, *(body.head.beside(i) for i in (Intent.CHANGE_ITEM, Intent.ABANDON))]
    assert all(button.isEnabled() for button in buttons)
    await counter.room.presenter.ask(intent)
    assert not any(button.isEnabled() for button in buttons)
    counter.press(Qt.Key.Key_Escape)
    assert counter.state.sheet is None
    assert all(button.isEnabled() for button in buttons)
