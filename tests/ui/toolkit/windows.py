"""Windows of widgets on trial."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

Show = Callable[..., QWidget]


def focus(qtbot: QtBot, widget: QWidget) -> None:
    """Bring the keyboard to a widget."""
    widget.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() in (widget, widget.focusProxy()))
