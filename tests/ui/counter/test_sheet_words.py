"""What is typed into a sheet waits for its ticket, whatever comes between."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services.issue_ticket import ErrandWish
from tests.ui.counter.counter_at_work import CounterAtWork, counter_at_work
from tests.ui.counter.morning import MORTGAGE, Morning, visitor
from ui.counter.intents import Intent

TYPED = "tel13812345678 later"


@pytest.fixture
async def serving(counter: CounterAtWork, morning: Morning) -> CounterAtWork:
    """The first of two tickets is served."""
    for number in (1, 2):
        await morning.issue(ErrandWish(MORTGAGE), who=visitor(number))
    await counter.sign_in()
    await ask(counter, Intent.CALL_NEXT)
    await ask(counter, Intent.START)
    return counter


async def ask(counter: CounterAtWork, intent: Intent) -> None:
    """Ask for it and wait until it is done or its sheet stands open."""
    await counter.room.presenter.ask(intent)
    await counter.settled()


def exception_words(counter: CounterAtWork) -> tuple[str, str]:
    """What stands in the sheet for exceptions."""
    sheet = counter.room.view.sheets.exception
    return sheet.summary.toPlainText(), sheet.wish.text()


@pytest.mark.parametrize("intent", [Intent.HOLD, Intent.TRANSFER])
async def test_a_reason_is_there_again_when_the_sheet_is(serving: CounterAtWork, intent: Intent) -> None:
    sheets = serving.room.view.sheets
    parts = sheets.transfer._reason if intent is Intent.TRANSFER else sheets.reasons[intent]._parts
    await ask(serving, intent)
    parts.edit.setFocus()
    serving.type(TYPED)
    serving.press(Qt.Key.Key_Escape)
    await serving.until(lambda state: state.sheet is None)
    await ask(serving, intent)
    assert parts.edit.text() == TYPED


async def test_words_about_one_ticket_wait_for_it(serving: CounterAtWork) -> None:
    await ask(serving, Intent.EXCEPTION)
    serving.type("not found")
    serving.room.view.sheets.exception.wish.setFocus()
    serving.type("today")
    serving.press(Qt.Key.Key_Escape)
    await ask(serving, Intent.HOLD)
    serving.press(Qt.Key.Key_Return)
    await serving.until(lambda state: state.ticket is None and state.busy is None)
    await ask(serving, Intent.CALL_NEXT)
    await ask(serving, Intent.START)
    await ask(serving, Intent.EXCEPTION)
    assert exception_words(serving) == ("", "")
    serving.press(Qt.Key.Key_Escape)
    await ask(serving, Intent.HOLD)
    serving.press(Qt.Key.Key_Return)
    await serving.until(lambda state: state.ticket is None and state.busy is None)
    await serving.room.presenter.ask(Intent.RESUME, "A001")
    await ask(serving, Intent.EXCEPTION)
    assert exception_words(serving) == ("not found", "today")


async def test_what_is_registered_is_not_offered_again(serving: CounterAtWork) -> None:
    await ask(serving, Intent.EXCEPTION)
    serving.type("not found")
    serving.press(Qt.Key.Key_Escape)
    await ask(serving, Intent.EXCEPTION)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    serving.room.view.sheets.exception.confirm()
    await serving.until(lambda state: state.exception and state.sheet is None and state.busy is None)
    await ask(serving, Intent.EXCEPTION)
    assert exception_words(serving) == ("", "")


async def test_words_outlive_a_restart_with_numbers_masked(
    dressed: QApplication, morning: Morning, tmp_path: Path
) -> None:
    await morning.issue(ErrandWish(MORTGAGE), who=visitor(1))
    async with counter_at_work(morning, tmp_path) as first:
        await first.sign_in()
        await ask(first, Intent.CALL_NEXT)
        await ask(first, Intent.START)
        await ask(first, Intent.EXCEPTION)
        first.type(TYPED)
    async with counter_at_work(morning, tmp_path) as again:
        await again.sign_in()
        await ask(again, Intent.EXCEPTION)
        assert exception_words(again) == ("tel138****5678 later", "")
