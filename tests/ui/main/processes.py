"""A station in a process of its own, as a hall has it."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from app.settings import StationSettings

_SECONDS = 60.0
_NOISE = ("propagateSizeHints",)


class StationProcess:
    """``steps`` are those of the driver; warnings of Python's development mode count as failures."""

    def __init__(self, settings: StationSettings, steps: Sequence[str], home: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-X", "dev", "-m", "tests.ui.main.driver", settings.model_dump_json(), *steps],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "YICI_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        )  # fmt: skip

    def wait_for(self, step: str) -> None:
        """Wait until this step has been done."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.strip() == step:
                return
        raise AssertionError(f"ended before {step}: {self._process.communicate()[1]}")

    def signal(self, number: int) -> None:
        """Send a signal."""
        self._process.send_signal(number)

    def ended(self) -> tuple[int, str]:
        """Wait for the end: exit status, and what was complained of."""
        _, complaints = self._process.communicate(timeout=_SECONDS)
        lines = [line for line in complaints.splitlines() if not any(noise in line for noise in _NOISE)]
        return self._process.returncode, "\n".join(line for line in lines if not _is_slow_callback(line))

    def kill(self) -> None:
        """Be rid of it, whatever it does."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()


def _is_slow_callback(line: str) -> bool:
    """asyncio's debug mode times every callback; this machine may be busy."""
    return "Executing <" in line and line.endswith("seconds")
