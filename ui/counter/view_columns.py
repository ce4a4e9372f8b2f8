"""Three columns where there is room; where print is large for the window, the side goes below the person."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui.theme import active, look_of
from ui.widgets.layouts import column, row

_LEFT, _SIDE = 296, 280
_NARROW = 1080
_PERSON_LEAST, _SIDE_BELOW = 200, 440


class Columns(QWidget):
    """``head`` and ``person`` at the left, ``middle``, and ``side``; px at scale 1."""

    def __init__(self, head: QWidget, person: QWidget, middle: QWidget, side: QWidget) -> None:
        super().__init__()
        self._person, self._side = person, side
        self._is_narrow: bool | None = None
        inside = QWidget()
        self._left = column(inside, gap=12)
        self._left.addWidget(head)
        self._left.addWidget(person, 100)
        self._left.addStretch(1)
        self._right = _Column(_SIDE)
        self._box = column(self._right)
        left = _Column(_LEFT)
        column(left).addWidget(_scrolled(inside))
        line = row(self, gap=12).put(left)
        line.addWidget(middle, 1)
        line.put(self._right)
        active.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Stand as the width in the present print allows."""
        look = look_of(self)
        narrow = self.width() < look.px(_NARROW)
        self._person.setMinimumHeight(look.px(_PERSON_LEAST))
        self._side.setMinimumHeight(look.px(_SIDE_BELOW) if narrow else 0)
        if narrow is not self._is_narrow:
            self._is_narrow = narrow
            self._right.setVisible(not narrow)
            (self._left if narrow else self._box).addWidget(self._side)


class _Column(QWidget):
    """A column of fixed width."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(look_of(self).px(self._width), super().sizeHint().height())


def _scrolled(inside: QWidget) -> QScrollArea:
    """What is inside, scrolled where the window is low."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
