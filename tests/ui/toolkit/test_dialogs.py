import asyncio
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs import Reason, Way, ask_reason, decide
from ui.words import Words

REASONS = (("copies", "gone to make copies"), ("asked", "asked elsewhere"))


@pytest.fixture
async def window(dressed: QApplication, qtbot: QtBot) -> AsyncIterator[QWidget]:
    shown = QWidget()
    shown.resize(600, 400)
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


async def opened(window: QWidget) -> QDialog:
    for _ in range(10):  # the task opens it in its first steps
        await asyncio.sleep(0)
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def press(dialog: QDialog, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(dialog.focusWidget() or dialog, key)


async def test_enter_takes_the_first_way_and_escape_none(window: QWidget, words: Words) -> None:
    for key, taken in ((Qt.Key.Key_Return, "end"), (Qt.Key.Key_Escape, None)):
        asked = asyncio.get_running_loop().create_task(
            decide(window, words, "title", "text", Way("end", "end it"), Way("stay", "go on"))
        )
        press(await opened(window), key)
        assert await asked == taken


async def test_other_tasks_run_while_a_dialog_is_open(window: QWidget, words: Words) -> None:
    asked = asyncio.get_running_loop().create_task(ask_reason(window, words, "title", "go", REASONS))
    dialog = await opened(window)
    ticks = [await asyncio.sleep(0, at) for at in range(5)]
    assert ticks == [0, 1, 2, 3, 4]
    assert not asked.done()
    press(dialog, Qt.Key.Key_Escape)
    assert await asked is None


async def test_the_dialog_goes_with_the_task_that_asked(window: QWidget, words: Words) -> None:
    asked = asyncio.get_running_loop().create_task(ask_reason(window, words, "title", "go", REASONS))
    await opened(window)
    asked.cancel()
    await asyncio.wait({asked})
    assert not any(dialog.isVisible() for dialog in window.findChildren(QDialog))


async def test_a_reason_is_chosen_by_its_digit(window: QWidget, words: Words) -> None:
    asked = asyncio.get_running_loop().create_task(ask_reason(window, words, "title", "hold", REASONS))
    press(await opened(window), Qt.Key.Key_2, Qt.Key.Key_Return)
    assert await asked == Reason("asked", "")


async def test_without_a_reason_the_dialog_stays_and_says_so(window: QWidget, words: Words) -> None:
    asked = asyncio.get_running_loop().create_task(ask_reason(window, words, "title", "hold"))
    dialog = await opened(window)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    needed = words("shell.dialog.reason_needed")
    assert any(label.text() == needed and label.isVisible() for label in dialog.findChildren(QLabel))
    dialog.findChildren(QLineEdit)[0].setText(" because ")
    press(dialog, Qt.Key.Key_Return)
    assert await asked == Reason("", "because")


async def test_own_words_can_be_demanded_beside_a_reason(window: QWidget, words: Words) -> None:
    asked = asyncio.get_running_loop().create_task(
        ask_reason(window, words, "title", "second notice", REASONS, own_words=True)
    )
    dialog = await opened(window)
    press(dialog, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.findChildren(QLineEdit)[0].setText("new basis")
    press(dialog, Qt.Key.Key_Return)
    assert await asked == Reason("copies", "new basis")
