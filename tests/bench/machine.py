"""On what machine, and how busy it was with other things."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = ("SQLAlchemy", "asyncpg", "aiosqlite", "qasync", "PySide6-Essentials", "reportlab")


def facts() -> str:
    """Cores, system and versions, in one line."""
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return (
        f"{os.cpu_count()} cores ({_processor()}), {system}, Python {platform.python_version()}, {libraries}"
    )


def load() -> str:
    """How many processes wanted a core of late, on average."""
    return "load over 1, 5 and 15 minutes: " + ", ".join(f"{value:.1f}" for value in os.getloadavg())


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown"
    )
