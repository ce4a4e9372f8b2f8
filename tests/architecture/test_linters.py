"""The linters are set so that they notice: ruff a banned line, import-linter an arrow that points up."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, modules

BANNED = [
    ("DTZ005", "import datetime\n\nnow = datetime.datetime.now()\n"),
    ("T201", 'print("called")\n'),
    ("BLE001", "try:\n    import this\nexcept Exception:\n    done = True\n"),
    ("TID251", "import asyncio\n\ntask = asyncio.create_task(None)\n"),
    ("TID251", "from qasync import asyncSlot\n\nslot = asyncSlot\n"),
    ("D103", "def call() -> None:\n    return None\n"),
    ("ANN201", 'def call():\n    """Call."""\n'),
    (
        "C901",
        "def f(a: int) -> int:\n" + "".join(f"    if a == {n}:\n        return {n}\n" for n in range(9)),
    ),
]


@pytest.mark.parametrize(("code", "text"), BANNED)
def test_ruff_notices(code: str, text: str) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--output-format=json", "--no-cache"]
    done = subprocess.run(
        [*command, "--stdin-filename=app/services/sample.py", "-"],
        input=text, capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert code in {finding["code"] for finding in json.loads(done.stdout)}


_ALERT = "unmatched_ignore_imports_alerting"
UPWARD = {
    "app/domain/above.py": "import app.texts",
    "app/domain/library.py": "import pydantic",
    "app/services/above.py": "import db",
    "app/ports/paper.py": "import reportlab",
    "app/attic.py": "",
    "db/screen.py": "import PySide6",
    "ui/first.py": "import ui.second",
    "ui/second.py": "import ui.first",
    "ui/statement.py": "import sqlalchemy",
}
"""At least one broken arrow for each contract."""


def test_import_linter_notices(tmp_path: Path) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    folders = {Path(module.path).parent for module in modules() if len(module.parts) < 4}
    for folder in folders:
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / "__init__.py").touch()
    for path, text in UPWARD.items():
        (tmp_path / path).write_text(text)
    # The exceptions that are named for the real house have nothing to match here.
    rules = (ROOT / "pyproject.toml").read_text().replace(f'{_ALERT} = "error"', f'{_ALERT} = "none"')
    (tmp_path / "pyproject.toml").write_text(rules)
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        capture_output=True, text=True, cwd=tmp_path, check=False,
    )  # fmt: skip
    for contract in settings["contracts"]:
        assert f"{contract['name']} BROKEN" in done.stdout, done.stdout + done.stderr
