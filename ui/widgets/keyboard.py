"""What the keyboard has in every window of the program: a ring where it is, and a home when that goes away."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from ui.widgets.focus_home import FocusHome
from ui.widgets.focus_ring import FocusRing


@contextmanager
def keyboard_led(app: QApplication) -> Iterator[None]:
    """Within it the keyboard is seen and never thrown about."""
    ring, home = FocusRing(app), FocusHome(app)
    try:
        yield
    finally:
        ring.deleteLater()
        home.deleteLater()
