"""A page that scrolls where it is taller than its place: large print and long lists need it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme import look_of

_LEAST = 32


class ScrollPage(QScrollArea):
    """Takes a page's width from its place and scrolls its height; ``show_widget`` brings a part into sight."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are reached themselves, and scroll it
        self.setWidget(page)

    def show_widget(self, part: QWidget) -> None:
        """Scroll until ``part`` is in sight."""
        self.ensureWidgetVisible(part, 0, part.height())


class TightPage(ScrollPage):
    """First shrinks its page to the least of its parts, and scrolls only where not even that has room.

    For pages with lists of their own, which scroll by themselves as long as there is room for a few rows.
    Sideways too: rather that than a window wider than its screen.
    """

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(page, parent)
        self._page = page
        self.setWidgetResizable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        page.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return self._page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, look_of(self).px(_LEAST))

    def _fit(self) -> None:
        page, room = self._page, self.viewport().size()
        least, layout = page.minimumSizeHint(), page.layout()
        width, height = max(room.width(), least.width()), least.height()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.totalMinimumHeightForWidth(width)
        page.resize(width, max(room.height(), height))
