"""Opening hours as a slip says them."""

from datetime import time

import pytest

from app.documents.opening import opening_words
from app.documents.words import Words
from app.domain.hall import ALWAYS_OPEN, OpenPeriod
from app.texts import Texts

WEEK = (0, 1, 2, 3, 4)
MORNING = OpenPeriod(WEEK, time(8, 30), time(12))
AFTERNOON = OpenPeriod(WEEK, time(13, 30), time(17))
SATURDAY = OpenPeriod((5,), time(9), time())


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        ((AFTERNOON, MORNING), "周一至周五 08:30–12:00，13:30–17:00"),
        ((SATURDAY,), "周六 09:00–24:00"),
        (ALWAYS_OPEN, "每天 全天"),
        ((), None),
    ],
)
def test_hours_are_said_by_day(periods: tuple[OpenPeriod, ...], said: str | None) -> None:
    assert opening_words(periods, Words(Texts("zh"))) == said


def test_days_apart_are_named_one_by_one() -> None:
    said = opening_words((OpenPeriod((0, 2), time(9), time(10)),), Words(Texts("en")))
    assert said == "Monday, Wednesday 09:00–10:00"
