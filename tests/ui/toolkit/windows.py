"""Windows of widgets on trial."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.choice import Option, SegmentedChoice

Show = Callable[..., QWidget]


def focus(qtbot: QtBot, widget: QWidget) -> None:
    """Bring the keyboard to a widget."""
    widget.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() in (widget, widget.focusProxy()))


def three() -> SegmentedChoice:
    """A choice of three."""
    return SegmentedChoice([Option("complete", "a"), Option("missing", "b"), Option("wrong", "c")])
