"""The program that ``make frozen`` builds holds all that is loaded by name: drivers, migrations, words, fonts."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / "dist" / "yici" / ("yici.exe" if sys.platform == "win32" else "yici")


def _yici(*arguments: str | Path, cwd: Path) -> str:
    """What the program prints, started far from the source and without Python's own variables."""
    outside = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))
    }
    done = subprocess.run(
        [PROGRAM, *arguments], cwd=cwd, env=outside, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_sets_up_a_hall_on_each_database(empty_database: str, tmp_path: Path) -> None:
    made = json.loads(_yici("--database", empty_database, "--json", "db", "init", cwd=tmp_path))
    assert made["ok"]
    _yici("--database", empty_database, "--json", "hall", "sample", cwd=tmp_path)
    items = json.loads(
        _yici("--database", empty_database, "--json", "catalogue", "search", "bdc", cwd=tmp_path)
    )
    assert items["items"]


def test_it_knows_its_version(tmp_path: Path) -> None:
    assert _yici("--version", cwd=tmp_path) == f"yici {version('yici')}\n"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_speaks(language: str, tmp_path: Path) -> None:
    assert "counter" in _yici("--lang", language, "--help", cwd=tmp_path)


def test_it_plays_the_demo_with_screens_and_paper(tmp_path: Path) -> None:
    _yici("demo", "--auto", "--out", tmp_path / "out", cwd=tmp_path)
    made = {path.suffix for path in (tmp_path / "out").iterdir()}
    assert {".png", ".pdf", ".json"} <= made
