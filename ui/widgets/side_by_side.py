"""Fields that stand in a row where there is room, else one below the other."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import look_of
from ui.widgets.layouts import row


class SideBySide(QWidget):
    """Each part with its share of the row; ``wide`` is the width in px at scale 1 from which there is one."""

    def __init__(
        self, *parts: tuple[QWidget, int], wide: int, gap: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts, self._wide = tuple(part for part, _ in parts), wide
        self._line = row(self, gap=gap)
        for part, share in parts:
            self._line.addWidget(part, share)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part: the others go below it."""
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= look_of(self).px(self._wide)
        self._line.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
