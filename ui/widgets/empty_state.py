"""What stands where there is nothing to show: why, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.icon import Icon
from ui.widgets.layouts import column
from ui.widgets.text import Text


class EmptyState(QWidget):
    """An icon, a sentence, a quieter one, and an action where there is one."""

    action = Signal()

    def __init__(
        self, icon: str, title: str, detail: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = Text(title, Type.BODY, "text2", bold=True, wrap=True)
        self._detail = Text(detail, Type.DETAIL, "text3", wrap=True)
        box = column(self, margins=(24, 24, 24, 24), gap=8)
        box.addStretch(1)
        box.addWidget(Icon(icon, "text3", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self._title, self._detail):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(text)
        self._detail.setVisible(bool(detail))
        if action:
            button = ActionButton(action)
            button.clicked.connect(self.action)
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)

    def show_words(self, title: str, detail: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
