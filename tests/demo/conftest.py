"""One morning, played twice into the same folder: in words without a display, and as JSON."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.architecture.source import ROOT
from ui.loop import application
from ui.theme import Look, active, load_fonts

LONGEST = 300.0
"""Seconds: a machine that does other things besides is slow."""


@dataclass(frozen=True)
class Played:
    """The folder, what the first run said in words, and what the second one printed as JSON."""

    folder: Path
    words: str
    document: dict[str, Any]
    summary: dict[str, Any]
    first_summary: dict[str, Any]


def yici(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program where there is no display."""
    unwanted = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=ROOT, env=environment | {"HOME": str(home)}, capture_output=True, text=True, timeout=LONGEST,
        check=False,
    )  # fmt: skip


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The morning."""
    home = tmp_path_factory.mktemp("demo-home")
    folder = home / "out"
    first = yici(home, "demo", "--out", str(folder))
    assert first.returncode == 0, first.stderr
    before = json.loads((folder / "summary.json").read_text("utf-8"))
    again = yici(home, "--json", "demo", "--auto", "--out", str(folder))
    assert again.returncode == 0, again.stderr
    assert again.stdout.count("\n") == 1, again.stdout
    after = json.loads((folder / "summary.json").read_text("utf-8"))
    return Played(folder, first.stdout, json.loads(again.stdout), after, before)


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The program as it runs: with its fonts and its look, and not ended by Qt when a window closes."""
    load_fonts()
    active.apply(Look())
    return application()
