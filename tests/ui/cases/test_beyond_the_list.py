"""A material beyond the list, asked for at the cases station: with its basis, in the same list, kept in the draft."""

import asyncio
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.domain.case_table import CaseAction, CaseState
from app.domain.judgement import BEYOND_FROM, Verdict
from tests.services.at_work import CLERK, SHOP, HallAtWork
from tests.ui.cases.scenes import opened
from tests.ui.cases.station import StationAtWork, station_in
from tests.ui.worklists import CTRL, LONGEST
from ui.beyond_list import BeyondList
from ui.cases.view_material_forms import NotifyForm


def form_of(station: StationAtWork) -> NotifyForm:
    """The form of a notice."""
    form = station.work.case.area.forms[CaseAction.NOTIFY]
    assert isinstance(form, NotifyForm)
    return form


async def comes_into_sight(area: QScrollArea, *fields: QWidget) -> None:
    """Wait until the list has scrolled so far that all of them are seen; fails after ten seconds."""
    shown, moved = area.viewport(), asyncio.Event()
    area.verticalScrollBar().valueChanged.connect(lambda _: moved.set())
    async with asyncio.timeout(LONGEST):
        while not all(shown.rect().contains(f.mapTo(shown, f.rect().center())) for f in fields):
            moved.clear()
            await moved.wait()


async def judging(station: StationAtWork, number: str) -> BeyondList:
    """The form of a notice, everything on the list in order."""
    station.room.presenter.listing.open(number)
    await station.until(lambda s: s.page is not None and s.page.row.number == number and s.materials)
    station.room.presenter.acting.choose(CaseAction.NOTIFY)
    form = form_of(station)
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
        await comes_into_sight(form_of(station).list, beyond.rows[0].name, beyond.rows[0].basis)
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
