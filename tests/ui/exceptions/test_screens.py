"""The station fits the smallest screen in every print and language: what has no room folds, or scrolls."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.exception_table import ExceptionAction
from app.texts import LANGUAGES, Language
from tests.ui.exceptions import pictures
from tests.ui.exceptions.hall import SUPERVISOR, HallAtWork
from tests.ui.exceptions.scenes import a_day, groups, worked_on
from tests.ui.exceptions.station import StationAtWork, station_in
from tests.ui.sight import cut_off, laid_out, wholly_seen
from ui.theme import LIGHT, Look, active

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise\(\)|grabbing the keyboard)")

Play = Callable[[HallAtWork], Awaitable[None]]
Prepare = Callable[[StationAtWork], Awaitable[None]]
SMALL = (1366, 768)
CASES = (pictures.triage, pictures.assign, pictures.risen, pictures.deny, pictures.sign_off)
GROUPS = (pictures.new, pictures.a_new_cause, pictures.an_answer, pictures.asking, pictures.the_groups)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(("scene", "moments"), [(worked_on, CASES), (groups, GROUPS)])
async def test_it_fits_in_every_print(
    dressed: QApplication,
    hall: HallAtWork,
    tmp_path: Path,
    scene: Play,
    moments: tuple[Prepare, ...],
    language: Language,
    scale: float,
) -> None:
    await scene(hall)
    active.apply(Look(LIGHT, scale))
    async with station_in(hall, tmp_path, SUPERVISOR, language=language, size=SMALL) as station:
        window = station.room.widget
        for bring_to in moments:
            await bring_to(station)
            await laid_out()
            assert window.size() == QSize(*SMALL), bring_to.__name__
            assert cut_off(window) == [], bring_to.__name__


@pytest.mark.parametrize("scale", [1.5, 2.0])
async def test_in_large_print_everything_is_at_hand(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path, scale: float
) -> None:
    await a_day(hall)
    active.apply(Look(LIGHT, scale))
    async with station_in(hall, tmp_path, pictures.HANDLER, size=SMALL) as station:
        await pictures.the_story(station)
        await laid_out()
        case = station.work.case
        assert wholly_seen(case.page, case.area.text)
        head = case._head
        for part in (head._short, head._urgency, head._way, head.aside, case.area.button):
            assert part.isVisible()
        await _choose_from_the_menu(station, ExceptionAction.DENY)
        assert case.area.forms[ExceptionAction.DENY].isVisible()
        assert wholly_seen(case.page, case.area.forms[ExceptionAction.DENY])


async def _choose_from_the_menu(station: StationAtWork, action: ExceptionAction) -> None:
    line = station.work.case.area.line
    line.more.click()
    (menu,) = line.findChildren(QMenu)
    entry = next(entry for entry in menu.actions() if entry.text() == line.others[action].text())
    assert entry.isEnabled()
    entry.trigger()
    menu.close()
    await laid_out()


async def test_what_has_no_room_beside_the_case_lies_behind_its_story(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await worked_on(hall)
    active.apply(Look(LIGHT, 2.0))
    async with station_in(hall, tmp_path, pictures.HANDLER, size=SMALL) as station:
        await pictures.the_story(station)
        case, aside = station.work.case, station.work.context
        assert not aside.isVisible()
        case._head.aside.click()
        assert aside.isVisible()
        assert not case.page.isVisible()
        station.room.view.focus_action()
        assert case.page.isVisible()
        case._head.aside.click()
        active.apply(Look(LIGHT, 1.0))
        await laid_out()
        assert case.page.isVisible()
        assert aside.isVisible()
        assert not case._head.aside.isVisible()


async def test_a_case_begins_where_its_story_ends(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await a_day(hall)
    async with station_in(hall, tmp_path, pictures.HANDLER, size=SMALL) as station:
        await pictures.the_story(station)
        await laid_out()
        bar = station.work.case.page.verticalScrollBar()
        assert bar.value() == bar.maximum() > 0
