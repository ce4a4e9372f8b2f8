"""Where widgets on trial are shown."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.toolkit.windows import Show


@pytest.fixture
def show(dressed: QApplication, qtbot: QtBot) -> Iterator[Show]:
    """Shows widgets in a window that is active, and holds it until the test ends."""
    windows = []

    def shown(*widgets: QWidget) -> QWidget:
        window = QWidget()
        box = QVBoxLayout(window)
        for widget in widgets:
            box.addWidget(widget)
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield shown
    for window in windows:
        window.close()
        window.deleteLater()
    dressed.processEvents()
