"""Where the compact bar stood: a small file of the station."""

import json
import logging
from pathlib import Path

_log = logging.getLogger(__name__)


def read_place(path: Path) -> tuple[int, int] | None:
    """The place in px of the desktop, None when none was kept."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        return int(kept["x"]), int(kept["y"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.warning("place of the bar cannot be read: %s", type(error).__name__)
        return None


def write_place(path: Path, x: int, y: int) -> None:
    """Keep the place; a disk that takes nothing costs one drag at the next start, no more."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"x": x, "y": y}), "utf-8")
    except OSError as error:
        _log.warning("place of the bar cannot be kept: %s", type(error).__name__)
