"""How near a limit is."""

from datetime import date

import pytest

from app.adapters.working_days import PublishedWorkingDays
from app.domain.worklist import Urgency, last_soon_day, urgency_of

WEDNESDAY = date(2026, 3, 18)


def test_three_working_days_reach_over_the_weekend() -> None:
    assert last_soon_day(WEDNESDAY, 3, PublishedWorkingDays()) == date(2026, 3, 23)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (date(2026, 3, 17), Urgency.OVERDUE),
        (WEDNESDAY, Urgency.TODAY),
        (date(2026, 3, 19), Urgency.SOON),
        (date(2026, 3, 23), Urgency.SOON),
        (date(2026, 3, 24), Urgency.LATER),
    ],
)
def test_urgency(due: date, expected: Urgency) -> None:
    assert urgency_of(due, WEDNESDAY, date(2026, 3, 23)) is expected
