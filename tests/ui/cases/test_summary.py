"""The morning's summary above the worklist: what is owed today, anew each day and when more is owed."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.services import case_intake
from app.services.case_intake import Applying
from tests.services.at_work import CLERK, HOUSE, MATE, HallAtWork
from tests.ui.cases.station import station_in
from ui.cases.view_summary import Summary


async def _open_a_case(hall: HallAtWork) -> None:
    """In the clerk's own department; to be told within five working days."""
    await hall.do(CLERK, case_intake.open_case, HOUSE, None, Applying())


def _said(summary: Summary) -> tuple[str, str]:
    return summary.text(), summary._detail.text()


async def test_nothing_pressing_is_said_too(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    await _open_a_case(hall)
    async with station_in(hall, tmp_path, CLERK) as station:
        await station.until(lambda s: s.owed is not None)
        assert station.room.view.summary.text() == "本部门今天没有逾期、到期和快到期的办件"


async def test_it_counts_and_comes_back_when_more_is_owed(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await _open_a_case(hall)
    hall.pass_time(hours=24 * 7)
    async with station_in(hall, tmp_path, CLERK) as station:
        summary = station.room.view.summary
        await station.until(lambda s: s.owed is not None)
        assert _said(summary) == ("本部门今天要办：今天到期 1", "告知 1")
        summary._dismiss.click()
        assert summary.isHidden()
        station.room.presenter.read_again()
        await station.until(lambda s: not s.busy)
        assert summary.isHidden()
        hall.pass_time(hours=24)
        station.room.presenter.read_again()
        await station.until(lambda s: s.owed is not None and not summary.isHidden())
        assert summary.text() == "本部门今天要办：已逾期 1"


async def test_it_is_for_whoever_is_signed_in(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await _open_a_case(hall)
    hall.pass_time(hours=24 * 6)
    async with station_in(hall, tmp_path, CLERK) as station:
        summary = station.room.view.summary
        await station.until(lambda s: s.owed is not None)
        assert summary.text() == "本部门今天要办：快到期 1"
        summary._dismiss.click()
        station.room.presenter.signing.sign_out()
        await station.until(lambda s: s.actor is None)
        assert summary.isHidden()
        station.room.presenter._desk.session.sign_in(hall.staff[MATE])
        station.room.presenter.signing.take_over()
        await station.until(lambda s: s.actor is not None and not summary.isHidden())
