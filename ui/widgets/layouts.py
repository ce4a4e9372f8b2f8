"""Layouts whose margins and gaps follow the look's scale, and one that wraps."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget

from ui.theme import active

Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)


class Give(QSpacerItem):
    """A gap in a column that gives way, to nothing, before anything in it has too little room."""

    def __init__(self, length: int) -> None:
        super().__init__(0, active.look.px(length), QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)


class Box(QBoxLayout):
    """A row or column; ``margins`` (left, top, right, bottom) and ``gap`` are px at scale 1."""

    def __init__(
        self, direction: QBoxLayout.Direction, parent: QWidget | None, margins: Margins, gap: int
    ) -> None:
        super().__init__(direction)
        self._margins, self._gap = margins, gap
        if parent is not None:
            parent.setLayout(self)
        self._measure()
        active.changed.connect(self._measure)

    def _measure(self) -> None:
        self.setContentsMargins(*(active.look.px(side) for side in self._margins))
        self.setSpacing(active.look.px(self._gap))

    def put(self, *widgets: QWidget | QLayout | Give | int | None) -> "Box":
        """Add widgets and layouts in order; a number is a gap in px, None takes the room left over."""
        for widget in widgets:
            if widget is None:
                self.addStretch(1)
            elif isinstance(widget, int):
                self.addSpacing(active.look.px(widget))
            elif isinstance(widget, QWidget):
                self.addWidget(widget)
            elif isinstance(widget, Give):
                self.addItem(widget)
            else:
                self.addLayout(widget)
        return self


def row(parent: QWidget | None = None, *, margins: Margins = NONE, gap: int = 8) -> Box:
    """A row, set on ``parent`` when given."""
    return Box(QBoxLayout.Direction.LeftToRight, parent, margins, gap)


def column(parent: QWidget | None = None, *, margins: Margins = NONE, gap: int = 0) -> Box:
    """A column, set on ``parent`` when given."""
    return Box(QBoxLayout.Direction.TopToBottom, parent, margins, gap)


class FlowLayout(QLayout):
    """Puts its widgets side by side and wraps where the width ends, as words on a page."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        active.changed.connect(self.invalidate)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # Qt itself asks past the end
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # Qt itself asks past the end
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins: QMargins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        gap = active.look.px(self._gap)
        x, y, line_height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, line_height = rect.x(), y + line_height + gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + gap
            line_height = max(line_height, size.height())
        return y + line_height - rect.y()
