"""The business day and the opening hours, in the hall's own time."""

from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from app.domain.hall import Hall, OpenPeriod
from app.domain.ids import HallId

WEEK = OpenPeriod((0, 1, 2, 3, 4), time(9), time(17))


def hall(*periods: OpenPeriod, timezone: str = "Asia/Shanghai") -> Hall:
    return Hall(HallId(UUID(int=1)), "QX", "青溪", timezone, periods)


def test_the_business_day_changes_at_midnight_in_shanghai() -> None:
    assert hall().business_day(datetime(2026, 3, 17, 15, 59, 59, 999999, UTC)) == date(2026, 3, 17)
    assert hall().business_day(datetime(2026, 3, 17, 16, tzinfo=UTC)) == date(2026, 3, 18)


def test_the_business_day_is_that_of_the_halls_zone() -> None:
    moment = datetime(2026, 3, 17, 17, tzinfo=UTC)
    assert hall(timezone="Asia/Urumqi").business_day(moment) == date(2026, 3, 17)


@pytest.mark.parametrize(
    ("utc_hour", "minute", "is_open"), [(0, 59, False), (1, 0, True), (8, 59, True), (9, 0, False)]
)
def test_open_from_nine_until_before_five_in_shanghai(utc_hour: int, minute: int, is_open: bool) -> None:
    assert hall(WEEK).is_open(datetime(2026, 3, 18, utc_hour, minute, tzinfo=UTC)) is is_open


def test_closed_on_days_that_no_period_names() -> None:
    assert not hall(WEEK).is_open(datetime(2026, 3, 21, 2, tzinfo=UTC))


def test_until_midnight() -> None:
    evening = OpenPeriod((2,), time(18), time())
    assert hall(evening).is_open(datetime(2026, 3, 18, 15, 59, tzinfo=UTC))
    assert not hall(evening).is_open(datetime(2026, 3, 18, 16, tzinfo=UTC))


def test_always_open_by_default() -> None:
    always = Hall(HallId(UUID(int=1)), "QX", "青溪", "Asia/Shanghai")
    assert all(always.is_open(datetime(2026, 3, day, 20, tzinfo=UTC)) for day in range(15, 22))
