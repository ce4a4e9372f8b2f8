"""The command line, the rules and the presenters run where there is no Qt at all."""

import subprocess
import sys

from tests.architecture.source import ROOT, Module, modules

PROBE = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
    qt = [loaded for loaded in ("PySide6", "qasync", "qtawesome") if loaded in sys.modules]
    if qt:
        sys.exit(f"{name} loads {qt[0]}")
"""


def _needs_no_qt(module: Module) -> bool:
    if module.parts[0] == "ui":
        return module.parts[-1] in {"presenter", "state"}
    return module.parts[:2] != ("db", "migrations")


def test_nothing_but_the_screens_loads_qt() -> None:
    names = [".".join(module.parts).removesuffix(".__init__") for module in modules() if _needs_no_qt(module)]
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *names], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_probe_notices() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, "app.domain", "PySide6.QtCore"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "PySide6.QtCore loads PySide6" in done.stderr
