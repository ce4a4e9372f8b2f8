"""Days are working days, those of the office's own calendar."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap import open_hall
from app.domain.calendar import Due, YearArrangement
from app.domain.exception_terms import ExceptionLevel
from app.domain.worklist import Urgency
from app.services.case_clock import enter_year
from tests.ui.exceptions.hall import (
    ADMINISTRATOR,
    SUPERVISOR,
    ZONE,
    HallAtWork,
    database_in,
)
from tests.ui.exceptions.office import Office
from tests.ui.exceptions.station import station_in
from ui.exceptions import rules


@pytest.mark.parametrize(
    ("ago", "lead", "chip"),
    [(14, "3月11日，待交办", "已逾期 5 个工作日"), (9, "3月16日，待交办", "已逾期 2 个工作日")],
)
async def test_the_list_names_the_day_that_has_passed_and_the_page_counts_working_days(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path, ago: int, lead: str, chip: str
) -> None:
    """The fourth of March was a Wednesday, as today is."""
    hall.days_ago(ago)
    await hall.triage(await hall.open("刷不了卡"))
    hall.days_ago(0)
    async with station_in(hall, tmp_path, SUPERVISOR) as station:
        await station.until(lambda s: s.page is not None)
        head, row = station.entries
        assert (head.title, row.lead, row.lead_tone) == ("已逾期 1", lead, "danger")
        assert station.work.case._head._urgency.accessibleName() == chip


async def test_soon_is_within_three_working_days(office: Office, hall: HallAtWork) -> None:
    """From a Friday the next Wednesday is soon, though five days away."""
    hall.at(datetime(2026, 3, 18, 9, 0, tzinfo=ZONE))
    number = await hall.open("刷不了卡")
    hall.at(datetime(2026, 3, 20, 9, 0, tzinfo=ZONE))
    office.presenter.read_again()
    state = await office.until(lambda s: s.page and s.page.row.number == number and s.page.row.days_left == 5)
    assert rules.urgency(state, state.rows[0]) is Urgency.SOON


async def test_days_are_counted_by_the_office_s_own_calendar(
    office: Office, hall: HallAtWork, hall_folder: Path
) -> None:
    """In a year that nobody published, entered at another desk."""
    hall.at(datetime(2099, 1, 5, 9, 0, tzinfo=ZONE))
    await office.look_at(await hall.open("刷不了卡", level=ExceptionLevel.ORDINARY))
    office.presenter.read_again()
    state = await office.until(lambda s: (s.soon, s.days_left) == (date(2099, 1, 8), 5))
    assert not state.calendar_published
    assert date(2099, 1, 6) in state.due_days
    assert state.page is not None
    assert state.page.row.due == Due(date(2099, 1, 12), provisional=True)
    url, key = database_in(hall_folder)
    async with open_hall(url, key, "elsewhere", "zh", hall.clock) as elsewhere:
        order = await HallAtWork(elsewhere, hall.clock).order(ADMINISTRATOR)
        await enter_year(
            elsewhere.ports, order, YearArrangement(2099, frozenset({date(2099, 1, 6)}), frozenset())
        )
        await office.until(lambda s: s.calendar_published and s.soon == date(2099, 1, 9))
    state = await office.until(lambda s: date(2099, 1, 6) not in s.due_days)
    assert state.page is not None
    assert (state.page.row.due, state.days_left) == (Due(date(2099, 1, 13)), 5)
