"""What a clerk may add to what could not be settled: who it is, or nobody, and files."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ports.queries import ExceptionQuery
from app.ports.rows import ExceptionPage
from app.services.issue_ticket import ErrandWish
from tests.photos import PHOTO, scan
from tests.ui.counter.counter_at_work import CounterAtWork, counter_at_work
from tests.ui.counter.morning import MORTGAGE, Morning, visitor
from tests.ui.counter.test_sheet_words import ask
from tests.ui.given_files import drop
from ui.counter.intents import Intent
from ui.counter.sheet_exception import ExceptionSheet
from ui.theme import LIGHT, Look, active


async def sheet_in(counter: CounterAtWork) -> ExceptionSheet:
    """The open sheet, with what went wrong and its category."""
    await ask(counter, Intent.EXCEPTION)
    sheet = counter.room.view.sheets.exception
    counter.type("no paper")
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    return sheet


def drafts_in(folder: Path) -> str:
    """What the file of drafts says."""
    (file,) = folder.rglob("*drafts.json")
    return file.read_text("utf-8")


def press(key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """Press keys where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


async def registered(counter: CounterAtWork, morning: Morning) -> ExceptionPage:
    """Register it and read it."""
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await counter.until(lambda state: state.sheet is None and state.busy is None)
    readers = morning.hall.ports.readers
    (row,) = await readers.exceptions(ExceptionQuery())
    return await readers.exception(row.number)


@pytest.fixture
async def serving(counter: CounterAtWork, morning: Morning) -> CounterAtWork:
    """A ticket is served."""
    await morning.issue(ErrandWish(MORTGAGE), who=visitor(1))
    await counter.sign_in()
    await ask(counter, Intent.CALL_NEXT)
    await ask(counter, Intent.START)
    return counter


async def test_somebody_without_a_ticket_is_named(counter: CounterAtWork, morning: Morning) -> None:
    await counter.sign_in()
    sheet = await sheet_in(counter)
    sheet.name.setFocus()
    counter.type("Wang")
    sheet.phone.setFocus()
    counter.type("13812345678")
    page = await registered(counter, morning)
    assert (page.name, page.phone, page.counter) == ("W*", "138****5678", counter.state.number)
    await ask(counter, Intent.EXCEPTION)
    assert (sheet.name.value(), sheet.phone.value()) == ("", "")


async def test_nobody_is_named_though_a_ticket_is_served(serving: CounterAtWork, morning: Morning) -> None:
    sheet = await sheet_in(serving)
    sheet.anonymous.click()
    assert not sheet.name.isEnabled()
    page = await registered(serving, morning)
    assert (page.item, page.name, page.phone, page.ticket) == (MORTGAGE, None, None, None)


async def test_files_are_dropped_on_the_words_and_added(
    serving: CounterAtWork, morning: Morning, tmp_path: Path
) -> None:
    photo, page = tmp_path / "photo.png", tmp_path / "page.pdf"
    photo.write_bytes(PHOTO)
    page.write_bytes(scan())
    sheet = await sheet_in(serving)
    assert drop(sheet.summary.viewport(), photo, page)
    assert sheet.summary.toPlainText() == "no paper"
    assert [file.name for file in (await registered(serving, morning)).attachments] == [
        "photo.png",
        "page.pdf",
    ]


async def test_a_file_that_is_none_stops_it_and_nothing_typed_is_lost(
    serving: CounterAtWork, morning: Morning, tmp_path: Path
) -> None:
    sheet = await sheet_in(serving)
    drop(sheet, tmp_path / "gone.png")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    state = await serving.until(lambda state: state.problem and state.busy is None)
    assert state.problem is not None
    assert (state.problem.code, state.sheet is not None) == ("device.file_unreadable", True)
    assert sheet.summary.toPlainText() == "no paper"
    assert await morning.hall.ports.readers.exceptions(ExceptionQuery()) == ()
    sheet.files.none_button.click()
    assert (await registered(serving, morning)).attachments == ()


async def test_who_somebody_is_never_goes_to_the_file_of_drafts(
    dressed: QApplication, morning: Morning, tmp_path: Path
) -> None:
    async with counter_at_work(morning, tmp_path) as counter:
        await counter.sign_in()
        sheet = await sheet_in(counter)
        sheet.name.setFocus()
        counter.type("Ouyang")
        assert drop(sheet, tmp_path / "Ouyang.png")
    kept = drafts_in(tmp_path)
    assert ("no paper" in kept, "Ouyang" in kept) == (True, False)


async def test_the_category_that_is_asked_for_is_in_sight_in_large_print(serving: CounterAtWork) -> None:
    active.apply(Look(LIGHT, 2.0))
    serving.room.widget.resize(1366, 768)
    await ask(serving, Intent.EXCEPTION)
    sheet = serving.room.view.sheets.exception
    serving.type("no paper")
    QApplication.sendPostedEvents()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert sheet.category.isAncestorOf(focused)
    assert not focused.visibleRegion().isEmpty()
