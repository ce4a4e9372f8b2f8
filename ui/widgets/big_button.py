"""A large button to choose by, drawn by whoever needs one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.widgets.focus_ring import wants_focus_ring
from ui.widgets.keys import ENTER


class BigButton(QAbstractButton):
    """As wide as there is room, ``tall`` as well where it may grow; Enter takes it as the blank does."""

    def __init__(
        self,
        text: str,
        tall: QSizePolicy.Policy = QSizePolicy.Policy.Fixed,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, tall)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        wants_focus_ring(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
