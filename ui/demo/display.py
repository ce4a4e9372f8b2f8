"""Whether windows can be shown here; asked before Qt is loaded, which takes the answer from the environment."""

import os
import sys

_PLATFORM = "QT_QPA_PLATFORM"
_UNSEEN = {"offscreen", "minimal"}


def has_display() -> bool:
    """Whether somebody could see a window that is opened now."""
    if os.environ.get(_PLATFORM, "").partition(":")[0] in _UNSEEN:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def can_open_windows() -> bool:
    """Whether Qt finds somewhere to draw; where it does not, it ends the program at once, without a word of ours."""
    return bool(os.environ.get(_PLATFORM)) or has_display()


def do_without_display() -> None:
    """Draw windows in memory from now on; before Qt is loaded."""
    os.environ[_PLATFORM] = "offscreen"
