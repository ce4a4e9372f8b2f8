"""Virtual X screens, for programs that open real windows."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def virtual_screen(size: str = "1920x1080") -> Iterator[str]:
    """A bare screen of this many px; what to set DISPLAY to."""
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as announced:
        number = announced.readline().strip()
    try:
        yield f":{number}"
    finally:
        screen.terminate()
        screen.wait()


@contextmanager
def virtual_desktop(size: str = "1920x1080") -> Iterator[str]:
    """A screen with a window manager, which gives a new window the keyboard as on any PC."""
    with virtual_screen(size) as display:
        manager = subprocess.Popen(
            ["openbox", "--sm-disable", "--startup", "echo ready"],
            env=os.environ | {"DISPLAY": display},
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert manager.stdout is not None
        manager.stdout.readline()
        try:
            yield display
        finally:
            manager.terminate()
            manager.communicate()
