"""The whole station by keyboard, in its real window."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.exception_category import ExceptionCategory
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.ports.change_feed import Touch
from tests.ui.exceptions.hall import HANDLER, PASSWORD, SUPERVISOR, HallAtWork
from tests.ui.exceptions.scenes import STORY, TOLD, a_day
from tests.ui.exceptions.station import StationAtWork, station_in
from tests.ui.worklists import CTRL
from ui.exceptions.state import Pane, Scope

Key = Qt.Key


Steps = Callable[[StationAtWork, HallAtWork], Awaitable[None]]


def on_an_ordinary_day(steps: Steps) -> Callable[[QApplication, HallAtWork, Path], Awaitable[None]]:
    """The handler of the story sits at the station.

    It is opened and closed within the test: between a test and its fixtures pytest-qt turns Qt's loop by hand,
    and what runs in the background would wake up outside its own.
    """

    async def run(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
        await a_day(hall)
        async with station_in(hall, tmp_path, HANDLER) as station:
            await station.until(lambda s: s.page is not None and s.staff)
            await steps(station, hall)

    run.__name__ = steps.__name__
    return run


def summary(station: StationAtWork) -> str:
    """What the case on the page is about."""
    assert station.state.page is not None
    return station.state.page.row.summary


async def show_all_open(station: StationAtWork) -> None:
    """List everything that is open."""
    station.room.presenter.listing.show(Scope.OPEN)
    await station.until(lambda s: s.scope is Scope.OPEN and len(s.rows or ()) == 8)


async def test_it_begins_where_one_signs_in(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    async with station_in(hall, tmp_path, None) as station:
        await station.until(lambda s: s.hall is not None)
        station.type(HANDLER)
        station.press(Key.Key_Return)
        station.type(PASSWORD)
        station.press(Key.Key_Return)
        assert (await station.until(lambda s: s.actor is not None)).actor is not None


@on_an_ordinary_day
async def test_the_list_reads_as_a_to_do_list(station: StationAtWork, hall: HallAtWork) -> None:
    await show_all_open(station)
    heads = [(entry.title, entry.tone, entry.icon) for entry in station.entries if entry.head]
    assert heads == [
        ("已逾期 1", "danger", "warning-octagon-fill"),
        ("今天到期 2", "warn", "clock-fill"),
        ("快到期 3", "text2", "calendar-blank-fill"),
        ("不急 2", "text2", "circle-dashed"),
    ]
    rows = {entry.title: entry for entry in station.entries if not entry.head}
    assert (rows[TOLD[0]].lead, rows[TOLD[0]].lead_tone) == ("3月16日，待答复", "danger")
    assert (rows[STORY].lead, rows[STORY].lead_tone) == ("今天，待答复", "warn")
    assert rows[STORY].detail.split("\u2003") == ["公安/户籍", "吴*"]
    assert rows[TOLD[1]].lead == "3月19日，待交办"


@on_an_ordinary_day
async def test_arrows_go_from_case_to_case(station: StationAtWork, hall: HallAtWork) -> None:
    await show_all_open(station)
    assert summary(station) == STORY
    station.press(Key.Key_Up)
    await station.until(lambda _: summary(station) == TOLD[0])
    station.press(Key.Key_Down)
    await station.until(lambda _: summary(station) == STORY)


@on_an_ordinary_day
async def test_enter_types_and_ctrl_enter_acts(station: StationAtWork, hall: HallAtWork) -> None:
    assert station.state.page is not None
    number = station.state.page.row.number
    station.press(Key.Key_Return)
    station.type("Bian geng hou luo hu")
    station.press(Key.Key_Return, CTRL)
    station.press(Key.Key_Return, CTRL)
    await station.until(lambda s: s.page is not None and s.page.row.state is ExceptionState.ANSWERED)
    steps = (await hall.page(number)).steps
    assert steps[-1].text == "Bian geng hou luo hu"
    assert [step.action for step in steps].count(ExceptionAction.ANSWER) == 1
    assert station.work.case.area.text.toPlainText() == ""


@on_an_ordinary_day
async def test_an_answer_without_words_is_not_given(station: StationAtWork, hall: HallAtWork) -> None:
    station.press(Key.Key_Return)
    station.press(Key.Key_Return, CTRL)
    area = station.work.case.area
    assert area.problem.text() == "请写明情况。"
    assert area.problem.isVisible()
    station.type("x")
    assert not area.problem.isVisible()


@on_an_ordinary_day
async def test_ctrl_f_and_slash_search(station: StationAtWork, hall: HallAtWork) -> None:
    for key, modifiers in ((Key.Key_F, CTRL), (Key.Key_Slash, Qt.KeyboardModifier.NoModifier)):
        station.work.list.entries.setFocus()
        station.press(key, modifiers)
        assert QApplication.focusWidget() is station.work.list.search.edit
    station.work.list.search.edit.setText(STORY[:5])
    await station.until(lambda s: [row.summary for row in s.rows or ()] == [STORY])
    station.press(Key.Key_Return)
    assert QApplication.focusWidget() is station.work.case.area.text
    station.type("/")
    assert station.work.case.area.text.toPlainText() == "/"


@on_an_ordinary_day
async def test_a_case_is_registered_and_esc_goes_back(station: StationAtWork, hall: HallAtWork) -> None:
    station.press(Key.Key_N, CTRL)
    form = station.work.new
    assert QApplication.focusWidget() is form.summary
    station.type("ka shua bu liao")
    station.press(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    station.press(Key.Key_Escape)
    assert station.state.pane is Pane.CASE
    assert QApplication.focusWidget() is station.work.list.entries
    station.press(Key.Key_N, CTRL)
    assert form.summary.toPlainText() == "ka shua bu liao"
    station.press(Key.Key_Return, CTRL)
    await station.until(lambda s: s.pane is Pane.CASE and s.page and s.page.row.summary == "ka shua bu liao")
    assert station.state.page is not None
    page = await hall.page(station.state.page.row.number)
    assert page.row.category == ExceptionCategory.PAYMENT
    assert form.summary.toPlainText() == ""


@on_an_ordinary_day
async def test_the_item_of_a_new_case_is_found_by_initials(station: StationAtWork, hall: HallAtWork) -> None:
    station.press(Key.Key_N, CTRL)
    station.work.new.item.search.edit.setFocus()
    station.type("bdc")
    station.press(Key.Key_Return)
    assert station.state.new.item is not None
    assert "不动产" in station.state.new.item.name or "房屋" in station.state.new.item.name


@on_an_ordinary_day
async def test_what_is_being_typed_is_left_alone(station: StationAtWork, hall: HallAtWork) -> None:
    assert station.state.page is not None
    number = station.state.page.row.number
    station.press(Key.Key_Return)
    station.type("half a wor")
    station.work.case.area.text.moveCursor(station.work.case.area.text.textCursor().MoveOperation.Start)
    await hall.note(number, "别处记的")
    station.room.presenter.read_again()
    await station.until(lambda s: s.page is not None and s.page.steps[-1].text == "别处记的")
    box = station.work.case.area.text
    assert (box.toPlainText(), box.textCursor().position()) == ("half a wor", 0)


@on_an_ordinary_day
async def test_only_what_state_and_role_allow_can_be_pressed(
    station: StationAtWork, hall: HallAtWork
) -> None:
    await show_all_open(station)
    number = next(row.number for row in station.state.rows or () if row.summary == TOLD[4])
    station.room.presenter.listing.open(number)
    await station.until(lambda s: s.page is not None and s.page.row.number == number)
    area = station.work.case.area
    shown = {action for action, button in area.others.items() if button.isVisible()}
    assert shown == {
        ExceptionAction.TAKE, ExceptionAction.JOIN, ExceptionAction.EXTEND, ExceptionAction.ASSIGN,
        ExceptionAction.RETURN,
    }  # fmt: skip
    assert not area.others[ExceptionAction.TAKE].isEnabled()
    assert not area.others[ExceptionAction.RETURN].isEnabled()
    assert area.barred.text() == f"{number} 由其他人员承办，只能由承办人操作。"
    assert area.others[ExceptionAction.TAKE].toolTip() == area.barred.text()
    assert area.button.text() == "记一笔"


async def test_assigning_by_keyboard_choices(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    number = await hall.open("刷不了卡")
    await hall.triage(number)
    async with station_in(hall, tmp_path, SUPERVISOR) as station:
        await station.until(lambda s: s.page is not None and s.staff and s.departments)
        form = station.work.case.area.forms[ExceptionAction.ASSIGN]
        station.press(Key.Key_Return)
        assert form.department.hasFocus()  # type: ignore[attr-defined]
        for picker, steps in ((form.department, 1), (form.handler, 1)):  # type: ignore[attr-defined]
            picker.setFocus()
            for _ in range(steps):
                station.press(Key.Key_Down)
        station.press(Key.Key_Return, CTRL)
        state = await station.until(lambda s: s.page and s.page.row.state is ExceptionState.ASSIGNED)
        assert state.page is not None
        assert state.page.row.owner is not None


async def test_signing_in_at_the_station(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    await a_day(hall)
    async with station_in(hall, tmp_path, None) as station:
        await station.until(lambda s: s.hall is not None)
        card = station.room.view.sign_in.card
        assert card.isVisible()
        assert not station.work.isVisible()
        card.submitted.emit(HANDLER, "wrong")
        await station.until(lambda s: s.signing_in.problem)
        card.submitted.emit(HANDLER, PASSWORD)
        await station.until(lambda s: s.actor is not None)
        assert station.work.isVisible()
        assert QApplication.focusWidget() is station.work.list.entries


@on_an_ordinary_day
async def test_out_of_touch_is_said_and_over_again(station: StationAtWork, hall: HallAtWork) -> None:
    window, state = station.room.window, station.state
    station.room.view.render(replace(state, touch=Touch.LOST))
    assert "失去联系" in window._out_of_touch.text()
    assert window._out_of_touch.isVisible()
    station.room.view.render(replace(state, touch=Touch.CONNECTED))
    assert not window._out_of_touch.isVisible()


async def test_english_says_everything(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    await a_day(hall)
    async with station_in(hall, tmp_path, HANDLER, language="en") as station:
        await station.until(lambda s: s.page is not None)
        await show_all_open(station)
        assert next(entry.title for entry in station.entries if entry.head) == "Overdue 1"
        assert station.work.case.area.button.text() == "Answer"
