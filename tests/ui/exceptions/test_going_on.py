"""After a step the keyboard is at what comes next, for the case that one went on with."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.exception_table import ExceptionAction, ExceptionState
from tests.ui.exceptions.hall import HANDLER, SUPERVISOR, HallAtWork
from tests.ui.exceptions.station import StationAtWork, station_in
from tests.ui.worklists import CTRL

Key = Qt.Key


async def assigned(hall: HallAtWork) -> str:
    """A case that its handler has not taken on yet."""
    number = await hall.open("刷不了卡")
    await hall.triage(number)
    await hall.assign(number)
    return number


async def comes_to(station: StationAtWork, state: ExceptionState) -> None:
    """Wait until the step has been taken."""
    await station.until(lambda s: s.page and s.page.row.state is state and not s.busy)


async def test_who_takes_a_case_on_can_write_the_answer(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await assigned(hall)
    async with station_in(hall, tmp_path, HANDLER) as station:
        await station.until(lambda s: s.page is not None)
        station.click(station.work.case.area.button)
        await comes_to(station, ExceptionState.IN_HAND)
        assert QApplication.focusWidget() is station.work.case.area.text
        station.type("ban hao le")
        station.press(Key.Key_Return, CTRL)
        await comes_to(station, ExceptionState.ANSWERED)
        assert (await hall.page(number)).steps[-1].text == "ban hao le"


async def test_each_step_leads_to_the_first_field_of_the_next(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await hall.open("刷不了卡")
    async with station_in(hall, tmp_path, SUPERVISOR) as station:
        await station.until(lambda s: s.page is not None and s.staff)
        station.press(Key.Key_Return)
        forms = station.work.case.area.forms
        assert QApplication.focusWidget() is forms[ExceptionAction.TRIAGE].category
        station.press(Key.Key_Return, CTRL)
        await comes_to(station, ExceptionState.TRIAGED)
        assert QApplication.focusWidget() is forms[ExceptionAction.ASSIGN].department


async def test_whoever_acts_from_the_list_stays_there(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await assigned(hall)
    async with station_in(hall, tmp_path, HANDLER) as station:
        await station.until(lambda s: s.page is not None)
        assert QApplication.focusWidget() is station.work.list.entries
        station.press(Key.Key_Return, CTRL)
        await comes_to(station, ExceptionState.IN_HAND)
        assert QApplication.focusWidget() is station.work.list.entries


async def test_who_leaves_before_the_answer_leaves_when_it_is_done(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await assigned(hall)
    async with station_in(hall, tmp_path, HANDLER) as station:
        await station.until(lambda s: s.page is not None)
        station.click(station.work.case.area.button)
        station.room.window.signed_out.emit()
        assert station.state.actor is not None
        await station.until(lambda s: s.actor is None)
        assert (await hall.page(number)).row.state is ExceptionState.IN_HAND


async def test_who_is_about_to_press_takes_no_step_that_somebody_else_led_to(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await hall.open("刷不了卡")
    async with station_in(hall, tmp_path, SUPERVISOR) as station:
        await station.until(lambda s: s.page is not None and s.staff)
        station.press(Key.Key_Return)
        assert QApplication.focusWidget() is station.work.case.area.forms[ExceptionAction.TRIAGE].category
        await hall.triage(number)
        station.room.presenter.read_again()
        await comes_to(station, ExceptionState.TRIAGED)
        assert QApplication.focusWidget() is station.work.list.entries


async def test_where_nothing_is_left_in_the_list_the_keyboard_is_in_the_search(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await assigned(hall)
    async with station_in(hall, tmp_path, HANDLER) as station:
        await station.until(lambda s: s.page is not None)
        assert QApplication.focusWidget() is station.work.list.entries
        station.room.presenter.listing.search("没有这件事")
        await station.until(lambda s: s.rows == ())
        assert QApplication.focusWidget() is station.work.list.search.edit
