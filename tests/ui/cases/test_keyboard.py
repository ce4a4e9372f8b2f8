"""The whole station by keyboard, in its real window."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.case_parts import PaperForm, Result, WatchKind
from app.domain.case_table import CaseAction, CaseState
from app.ports.change_feed import Touch
from app.ports.rows import CaseRow
from app.services import case_progress
from tests.services.at_work import CLERK, PASSPORT, HallAtWork
from tests.ui.cases.scenes import FIRM, a_day, opened
from tests.ui.cases.station import StationAtWork, station_in
from tests.ui.worklists import CTRL
from ui.cases.drafts import CaseDraft
from ui.cases.rules import action_of
from ui.cases.state import Scope

Key = Qt.Key
Steps = Callable[[StationAtWork, HallAtWork], Awaitable[None]]


def on_an_ordinary_day(steps: Steps) -> Callable[[QApplication, HallAtWork, Path], Awaitable[None]]:
    """A clerk sits at the station and sees all that is open; opened and closed within the test."""

    async def run(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
        await a_day(hall)
        async with station_in(hall, tmp_path, CLERK) as station:
            station.room.presenter.listing.show(Scope.OPEN)
            await station.until(lambda s: s.scope is Scope.OPEN and len(s.rows or ()) > 5 and s.page)
            station.room.view.focus_list()
            await steps(station, hall)

    run.__name__ = steps.__name__
    return run


async def go_to(station: StationAtWork, wanted: Callable[[CaseRow], bool]) -> str:
    """Look at a case of the list."""
    number = next(row.number for row in station.state.rows or () if wanted(row))
    station.work.list.entries.select(number)
    await station.until(lambda s: s.page is not None and s.page.row.number == number and s.item)
    return number


def at(station: StationAtWork) -> CaseState:
    """Where the case on the page is."""
    assert station.state.page is not None
    return station.state.page.row.state


@on_an_ordinary_day
async def test_the_list_reads_as_a_to_do_list(station: StationAtWork, hall: HallAtWork) -> None:
    heads = [(entry.title, entry.tone, entry.icon) for entry in station.entries if entry.head]
    assert heads[0] == ("已逾期 2", "danger", "warning-octagon-fill")
    assert ("快到期 3", "text2", "calendar-blank-fill") in heads
    rows = {entry.key: entry for entry in station.entries if not entry.head}
    ended = next(row for row in station.state.rows or () if row.state is CaseState.ENDED)
    assert rows[ended.number].lead.endswith("待归档")
    late = next(row for row in station.state.rows or () if row.watch and row.watch.kind is WatchKind.TELL)
    assert (rows[late.number].lead, rows[late.number].lead_tone) == ("3月25日，待告知", "danger")
    assert late.number in rows[late.number].detail


@on_an_ordinary_day
async def test_the_law_is_named_in_the_story_and_told_before_it_acts(
    station: StationAtWork, hall: HallAtWork
) -> None:
    await go_to(station, lambda row: row.state is CaseState.ACCEPTED)
    leads = [entry.lead for entry in station.work.case._story._entries]
    assert leads[:2] == ["何*", "依法"]
    await go_to(station, lambda row: row.applicant == FIRM.organisation)
    head = station.work.case._head
    assert head.waits.text() == "告知：4月1日前，还剩 2 个工作日"
    assert "4月1日之后视为受理，受理日为收件之日3月25日" in head.computed.text()


@on_an_ordinary_day
async def test_arrows_go_from_case_to_case_and_enter_goes_to_the_step(
    station: StationAtWork, hall: HallAtWork
) -> None:
    first = station.state.wanted
    station.press(Key.Key_Down)
    await station.until(lambda s: s.page is not None and s.page.row.number not in (first, None))
    station.press(Key.Key_Up)
    await station.until(lambda s: s.page is not None and s.page.row.number == first)
    station.press(Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert station.work.case.area.isAncestorOf(focused)
    station.press(Key.Key_Escape)
    assert QApplication.focusWidget() is station.work.list.entries


@on_an_ordinary_day
async def test_a_digit_ticks_what_came_and_ctrl_enter_supplements(
    station: StationAtWork, hall: HallAtWork
) -> None:
    number = await go_to(station, lambda row: row.state is CaseState.NOTIFIED)
    station.room.view.focus_action()
    station.press(Key.Key_Return, CTRL)
    assert station.work.case.area.problem.text() == "请勾选来了的材料。"
    station.press(Key.Key_1)
    assert len(station.state.draft.ticked) == 1
    assert not station.work.case.area.problem.isVisible()
    station.press(Key.Key_1)
    assert station.state.draft.ticked == frozenset()
    station.press(Key.Key_1)
    station.press(Key.Key_Return, CTRL)
    station.press(Key.Key_Return, CTRL)
    await station.until(lambda _: at(station) is CaseState.SUPPLEMENTED)
    steps = (await hall.ports.readers.case(number)).steps
    assert [step.action for step in steps].count(CaseAction.SUPPLEMENT) == 1
    assert action_of(station.state) is CaseAction.ACCEPT
    assert QApplication.focusWidget() is station.work.case.area.forms[CaseAction.ACCEPT].joint


@on_an_ordinary_day
async def test_how_each_material_came_is_said_in_its_row(station: StationAtWork, hall: HallAtWork) -> None:
    number = await go_to(station, lambda row: row.applicant == FIRM.organisation)
    area = station.work.case.area
    area.others[CaseAction.TAKE_PAPERS].click()
    rows = area.forms[CaseAction.TAKE_PAPERS].papers.papers  # type: ignore[attr-defined]
    assert not rows[1].details.isVisible()
    station.press(Key.Key_1)
    station.press(Key.Key_2)
    assert (rows[1].details.isVisible(), rows[3].details.isVisible()) == (True, False)
    rows[1].copies.setFocus()
    station.press(Key.Key_A, CTRL)
    station.type("x3")
    rows[1].form.setFocus()
    station.press(Key.Key_Down)
    rows[2].keeping.setFocus()
    station.press(Key.Key_Down)
    station.press(Key.Key_Return, CTRL)
    await station.until(lambda s: s.page is not None and len(s.page.papers) == 2 and not s.busy)
    first, second = (await hall.ports.readers.case(number)).papers
    assert (first.handed_in, first.form, first.kept) == (3, PaperForm.ORIGINAL, True)
    assert (second.form, second.kept) == (None, False)
    area.others[CaseAction.TAKE_PAPERS].click()
    rows = area.forms[CaseAction.TAKE_PAPERS].papers.papers  # type: ignore[attr-defined]
    assert [rows[at].keeping.count() for at in (1, 2, 3)] == [3, 2, 2]  # only what is held can go back


@on_an_ordinary_day
async def test_everything_is_judged_by_digits_and_told(station: StationAtWork, hall: HallAtWork) -> None:
    await go_to(station, lambda row: row.applicant == FIRM.organisation)
    station.work.case.area.others[CaseAction.NOTIFY].click()
    for at_row, _ in enumerate(station.state.materials):
        station.press(Key.Key_2 if at_row == 0 else Key.Key_1)
    station.press(Key.Key_Return, CTRL)
    await station.until(lambda _: at(station) is CaseState.NOTIFIED)
    assert station.state.page is not None
    assert len(station.state.page.outstanding) == 1


@on_an_ordinary_day
async def test_a_denial_says_why(station: StationAtWork, hall: HallAtWork) -> None:
    await go_to(station, lambda row: bool(row.watch and row.watch.kind is WatchKind.DECIDE))
    area = station.work.case.area
    station.work.list.entries.setFocus()
    station.press(Key.Key_Return)
    station.press(Key.Key_2)
    assert station.state.draft.result is Result.DENIED
    station.press(Key.Key_Return, CTRL)
    assert area.problem.text() == "请写明理由。"
    area.text.setFocus()
    station.type("quan shu you zheng yi")
    station.press(Key.Key_Return, CTRL)
    await station.until(lambda _: at(station) is CaseState.DECIDED)


@on_an_ordinary_day
async def test_ctrl_f_and_slash_search_and_a_scanned_slip_opens_its_case(
    station: StationAtWork, hall: HallAtWork
) -> None:
    search = station.work.list.search.edit
    for key, modifiers in ((Key.Key_F, CTRL), (Key.Key_Slash, Qt.KeyboardModifier.NoModifier)):
        station.work.list.entries.setFocus()
        station.press(key, modifiers)
        assert QApplication.focusWidget() is search
    number = next(row.number for row in station.state.rows or () if row.state is CaseState.NOTIFIED)
    slip = (await hall.ports.readers.case(number)).notices[-1]
    code = f"yici:notice/{(await hall.ports.readers.notice(slip)).id}"
    station.room.view._scanned(code)
    await station.until(lambda s: s.page is not None and s.page.row.number == number)
    station.room.view._scanned("6901028075831")
    assert station.state.searched == code


@on_an_ordinary_day
async def test_a_closed_case_is_found_by_typing_and_says_that_it_is_over(
    station: StationAtWork, hall: HallAtWork
) -> None:
    number = await opened(hall)
    await hall.do(CLERK, case_progress.withdraw_case, number, "")
    pane = station.work.list
    station.press(Key.Key_F, CTRL)
    station.type(number)
    await station.until(lambda s: [row.number for row in s.rows or ()] == [number])
    assert [entry.title for entry in station.entries if entry.head] == ["已结 1"]
    assert (pane.scope.isEnabled(), pane.watch.isEnabled()) == (False, False)
    station.press(Key.Key_A, CTRL)
    station.press(Key.Key_Delete)
    await station.until(lambda s: len(s.rows or ()) > 1)
    assert (pane.scope.isEnabled(), pane.watch.isEnabled()) == (True, True)


@on_an_ordinary_day
async def test_a_supervisors_password_stays_nowhere(station: StationAtWork, hall: HallAtWork) -> None:
    await go_to(station, lambda row: row.state is CaseState.NOTIFIED)
    area = station.work.case.area
    area.others[CaseAction.NOTIFY_AGAIN].click()
    form = area.forms[CaseAction.NOTIFY_AGAIN]
    form.password.setText("open-sesame-77")  # type: ignore[attr-defined]
    station.press(Key.Key_Return, CTRL)
    assert form.password.text() == ""  # type: ignore[attr-defined]
    assert "open-sesame-77" not in repr(station.state)


@on_an_ordinary_day
async def test_what_is_being_typed_is_left_alone(station: StationAtWork, hall: HallAtWork) -> None:
    await go_to(station, lambda row: bool(row.watch and row.watch.kind is WatchKind.DECIDE))
    text = station.work.case.area.text
    text.setFocus()
    station.type("half a wor")
    text.moveCursor(text.textCursor().MoveOperation.Start)
    await opened(hall, PASSPORT)
    before = len(station.state.rows or ())
    station.room.presenter.read_again()
    await station.until(lambda s: len(s.rows or ()) > before)
    assert (text.toPlainText(), text.textCursor().position()) == ("half a wor", 0)


@on_an_ordinary_day
async def test_out_of_touch_is_said_and_what_is_on_its_way_is_not_changed(
    station: StationAtWork, hall: HallAtWork
) -> None:
    await go_to(station, lambda row: bool(row.watch and row.watch.kind is WatchKind.DECIDE))
    away = replace(station.state, touch=Touch.LOST, busy=True, unconfirmed=True)
    station.room.view.render(away)
    area = station.work.case.area
    assert area.text.isReadOnly()
    assert not area.forms[CaseAction.DECIDE].isEnabled()


async def test_another_clerk_takes_over_and_sees_the_own_department(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await a_day(hall)
    async with station_in(hall, tmp_path, None) as station:
        station.room.presenter.signing.sign_in(CLERK, "sample")
        await station.until(lambda s: s.actor is not None and s.department and s.rows is not None)
        await station.until(lambda s: s.rows and {row.department for row in s.rows} == {s.department})
        station.room.presenter.typed.write_case(CaseDraft(text="x"))
        station.room.presenter.signing.sign_out()
        assert station.room.view.widget.currentWidget() is station.room.view.sign_in


@on_an_ordinary_day
async def test_after_the_last_step_the_keyboard_is_in_the_list(
    station: StationAtWork, hall: HallAtWork
) -> None:
    await go_to(station, lambda row: row.state is CaseState.DELIVERED)
    station.work.list.entries.setFocus()
    station.press(Key.Key_Return)
    assert QApplication.focusWidget() is station.work.case.area.button
    station.press(Key.Key_Return, CTRL)
    await station.until(lambda _: at(station) is CaseState.ARCHIVED)
    assert QApplication.focusWidget() is station.work.list.entries


@pytest.mark.parametrize("size", [(1366, 768), (960, 540)])
async def test_it_fits(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path, size: tuple[int, int]
) -> None:
    """The smaller one is what a full HD screen holds at twice the size."""
    await a_day(hall)
    async with station_in(hall, tmp_path, CLERK, size=size) as station:
        station.room.presenter.listing.show(Scope.OPEN)
        await station.until(lambda s: s.scope is Scope.OPEN and len(s.rows or ()) > 5 and s.item)
        for action in (CaseAction.NOTIFY, CaseAction.ACCEPT, CaseAction.REFUSE):
            await go_to(station, lambda row: row.applicant == FIRM.organisation)
            station.room.presenter.acting.choose(action)
            hint = station.room.widget.minimumSizeHint()
            assert (hint.width() <= size[0], hint.height() <= size[1]) == (True, True), (action, hint)
