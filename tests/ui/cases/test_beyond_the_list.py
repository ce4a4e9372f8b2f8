"""A material beyond the list, asked for at the cases station: with its basis, in the same list, kept in the draft."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.case_table import CaseAction, CaseState
from app.domain.judgement import BEYOND_FROM, Verdict
from app.texts import Language
from tests.services.at_work import CLERK, SHOP, HallAtWork
from tests.ui.cases.scenes import opened, told
from tests.ui.cases.station import StationAtWork, station_in
from tests.ui.sight import wholly_seen
from tests.ui.worklists import CTRL
from ui.beyond_list import BeyondList
from ui.cases.view_material_forms import NotifyForm


def form_of(station: StationAtWork, action: CaseAction = CaseAction.NOTIFY) -> NotifyForm:
    """The form of a notice."""
    form = station.work.case.area.forms[action]
    assert isinstance(form, NotifyForm)
    return form


async def judging(station: StationAtWork, number: str, action: CaseAction = CaseAction.NOTIFY) -> BeyondList:
    """The form of a notice, everything on the list in order."""
    station.room.presenter.listing.open(number)
    await station.until(lambda s: s.page is not None and s.page.row.number == number and s.materials)
    station.room.presenter.acting.choose(action)
    form = form_of(station, action)
    for material in station.state.materials:
        form.list.judged.emit(material.number, Verdict.COMPLETE.value)
    return form.list.beyond


async def test_it_is_told_with_its_basis_and_waited_for(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await opened(hall, SHOP)
    async with station_in(hall, tmp_path, CLERK) as station:
        beyond = await judging(station, number)
        beyond.add.click()
        station.type("zijin zhengming")
        station.press(Qt.Key.Key_Return, CTRL)
        said = "清单外的材料“zijin zhengming”要写明要求提交的依据；没有依据的不得要求提交。"
        assert station.work.case.area.problem.text() == said
        beyond.rows[0].basis.setFocus()
        station.type("tiaoli 10")
        station.press(Qt.Key.Key_Return, CTRL)
        await station.until(lambda s: s.page is not None and s.page.row.state is CaseState.NOTIFIED)
        assert not beyond.rows
        case = await hall.ports.readers.case(number)
        assert [(o.material, o.name) for o in case.outstanding] == [(BEYOND_FROM, "zijin zhengming")]
        notice = await hall.ports.readers.notice(case.notices[0])
        assert [p.basis for p in notice.problems] == ["tiaoli 10"]


async def test_what_was_written_of_it_outlives_the_program(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await opened(hall, SHOP)
    dressed.setQuitOnLastWindowClosed(False)  # as the program does: another window follows
    async with station_in(hall, tmp_path, CLERK) as station:
        beyond = await judging(station, number)
        beyond.add.click()
        station.type("half a name")
    async with station_in(hall, tmp_path, CLERK) as station:
        beyond = await judging(station, number)
        assert [row.name.text() for row in beyond.rows] == ["half a name"]
        beyond.rows[0].remove.click()
        assert not beyond.rows


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("action", [CaseAction.NOTIFY, CaseAction.NOTIFY_AGAIN])
async def test_it_is_in_sight_with_the_keyboard_as_soon_as_it_is_added(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path, action: CaseAction, language: Language
) -> None:
    number = await opened(hall, SHOP)
    if action is CaseAction.NOTIFY_AGAIN:
        await told(hall, number)
    async with station_in(hall, tmp_path, CLERK, language=language) as station:
        beyond = await judging(station, number, action)
        materials = form_of(station, action).list
        beyond.add.click()
        (row,) = beyond.rows
        assert wholly_seen(materials, row)
        assert QApplication.focusWidget() is row.name
        station.type("zijin zhengming")
        assert wholly_seen(materials, row)
        station.press(Qt.Key.Key_Return)
        assert wholly_seen(materials, row)
        assert QApplication.focusWidget() is row.basis
