"""The program as a process of its own; without a station it loads no Qt."""

import os
import subprocess
import sys

import pytest

from tests.cli.running import Yici

WITHOUT_QT = """
import sys
sys.modules["PySide6"] = sys.modules["qasync"] = None
sys.argv[0] = "yici"
from app.__main__ import main
main()
"""


@pytest.mark.parametrize("arguments", [["--help"], ["ticket", "list", "--json"]], ids=" ".join)
def test_it_runs_where_qt_cannot_be_loaded(yici_on_file: Yici, arguments: list[str]) -> None:
    environment = os.environ | {"YICI_DATABASE": yici_on_file.url, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *arguments], capture_output=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode("utf-8")
    assert done.stderr == b""
