"""A column at the side of a station: as wide as designed, narrower where large print needs the room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import look_of
from ui.widgets.layouts import Box, column


class SideColumn(QWidget):
    """``body`` takes its cards; ``width`` and ``least`` are px at scale 1."""

    def __init__(self, width: int, least: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width, self._least = width, least
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.body: Box = column(self, gap=12)

    def fold(self, *, folded: bool) -> None:
        """Whether it lies where something else may lie too: it then takes the width that there is."""
        wide = QSizePolicy.Policy.Preferred if folded else QSizePolicy.Policy.Maximum
        self.setSizePolicy(wide, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(look_of(self).px(self._width), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = max(look_of(self).px(self._least), super().minimumSizeHint().width())
        return QSize(min(least, look_of(self).px(self._width)), super().minimumSizeHint().height())
