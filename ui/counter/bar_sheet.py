"""Where a sheet stands while the counter is a bar: right below it, on top of everything too."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.counter.sheets import Sheets
from ui.theme import look_of
from ui.widgets.layouts import column

_HEIGHT = 440


class BarSheet(QWidget):
    """Borrows the sheets from the window, so that what was typed stays whichever shape the counter has.

    ``put_away`` when a person closes it: the question is dropped, the counter is not.
    """

    put_away = Signal()

    def __init__(self, bar: QWidget) -> None:
        super().__init__(
            bar,
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self._bar = bar
        self._box = column(self)

    def open(self, sheets: Sheets) -> None:
        """Show the open sheet with the keyboard in it: below the bar, or above where there is no room."""
        if self._box.indexOf(sheets) < 0:
            self._box.addWidget(sheets)
        sheets.show()
        if self.isVisible():
            return
        self.resize(self._bar.width(), self.sizeHint().height())
        self.move(self._where())
        self.show()
        self.activateWindow()
        sheets.take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.put_away.emit()

    def sizeHint(self) -> QSize:
        return QSize(self._bar.width(), look_of(self).px(_HEIGHT))

    def _where(self) -> QPoint:
        below = self._bar.geometry().bottomLeft() + QPoint(0, 4)
        screen = QGuiApplication.screenAt(self._bar.geometry().center()) or QGuiApplication.primaryScreen()
        if below.y() + self.height() <= screen.availableGeometry().bottom():
            return below
        return self._bar.geometry().topLeft() - QPoint(0, self.height() + 4)
