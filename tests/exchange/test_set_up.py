"""A hall and its catalogue are judged together."""

import json
from pathlib import Path

import pytest

from app.domain.errors import BadInput
from app.exchange.set_up import read_set_up
from resources import resource
from tests.refusals import problems_of

HALL, CATALOGUE = resource("hall", "sample.json"), resource("catalogue", "catalogue.json")


def test_the_problems_of_both_files_are_told_at_once(tmp_path: Path) -> None:
    hall, catalogue = json.loads(HALL.read_text("utf-8")), json.loads(CATALOGUE.read_text("utf-8"))
    hall["staff"][2]["password"] = "short"
    catalogue[3]["name"] = None
    for name, content in (("hall.json", hall), ("catalogue.json", catalogue)):
        (tmp_path / name).write_text(json.dumps(content), "utf-8")
    with pytest.raises(BadInput) as caught:
        read_set_up(tmp_path / "hall.json", tmp_path / "catalogue.json")
    assert problems_of(caught.value) == [
        ("staff[2].password", "import.rule.password_short"),
        ("[3].name", "import.rule.text"),
    ]


def test_a_hall_may_come_alone() -> None:
    hall, catalogue = read_set_up(HALL, None)
    assert hall.hall.code == "QX"
    assert catalogue is None
