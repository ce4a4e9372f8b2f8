"""The guide to a first hall names every setting with its default and its bounds."""

import re
from pathlib import Path

from app.domain.hall_settings import SETTINGS, figures
from app.domain.policy import Policy

GUIDE = Path(__file__).parents[2] / "docs" / "first-hall.md"
ROW = re.compile(r"^\| `(\w+)` \| (\d+) \| (\d+)–(\d+) \|", re.MULTILINE)


def test_settings_stand_in_the_guide() -> None:
    told = [
        (name, int(usual), int(least), int(most))
        for name, usual, least, most in ROW.findall(GUIDE.read_text("utf-8"))
    ]
    usual = figures(Policy())
    assert told == [(s.name, usual[s.name], s.least, s.most) for s in SETTINGS.values()]
