"""A page that scrolls where it is taller than its place: large print and long lists need it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


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
