import subprocess
import sys

PROGRAM = """
import asyncio
from contextlib import asynccontextmanager
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from ui.main import run_stations
from ui.theme import LIGHT, Look

@asynccontextmanager
async def stations():
    first, second = QWidget(), QWidget()
    first.show()
    second.show()
    print("open", flush=True)
    QTimer.singleShot(10, first.close)
    QTimer.singleShot(60, second.close)
    yield
    await asyncio.sleep(0.01)  # the loop still serves while rooms close
    print("closed", first.isVisible(), second.isVisible(), flush=True)

raise SystemExit(run_stations(stations, Look(LIGHT)))
"""


def test_the_program_ends_in_order_after_its_last_window() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.stdout.split("\n") == ["open", "closed False False", ""], ended.stderr
    assert ended.returncode == 0
