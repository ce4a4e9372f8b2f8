"""A list inside a dialog."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from ui.theme import look_of
from ui.widgets.entry_list import EntryList
from ui.widgets.keys import ENTER

_MOST_ROWS = 7


class BorderedList(EntryList):
    """As tall as its entries, up to seven; a digit goes to the entry of that number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dialog: QDialog | None = None

    def picked_by_enter(self, dialog: QDialog) -> None:
        """Enter and a double click take the dialog's action."""
        self._dialog = dialog
        self.doubleClicked.connect(dialog.accept)

    def sizeHint(self) -> QSize:
        count = self.model().rowCount()
        height = sum(self.sizeHintForRow(at) for at in range(min(count, _MOST_ROWS)))
        return QSize(look_of(self).px(320), height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), look_of(self).px(120)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = int(event.text()) if event.text().isdigit() else 0
        if 1 <= digit <= self.model().rowCount():
            self.setCurrentIndex(self.model().index(digit - 1, 0))
        elif self._dialog is not None and event.key() in ENTER:
            event.ignore()  # the dialog acts
        else:
            super().keyPressEvent(event)
