"""Tabs as words on a line, the present one underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import Type, look_of
from ui.widgets.layouts import row
from ui.widgets.paint import line_text, rounded, text_width


class Tab(QAbstractButton):
    """One tab."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(text_width(look.font(Type.BODY, bold=True), self.text()) + 2, look.px(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, here = look_of(self), QPainter(self), self.isChecked()
        if self.hasFocus():
            rounded(painter, self.rect().adjusted(0, 6, 0, -8), look.px(3), look.colour("accent_tint"))
        colour = look.colour("accent" if here else "text2")
        line_text(painter, self.rect(), look.font(Type.BODY, bold=here), colour, self.text())
        if here:
            painter.fillRect(0, self.height() - look.px(2), self.width(), look.px(2), colour)


class Tabs(QWidget):
    """``went(index)`` when a person goes to another tab."""

    went = Signal(int)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tabs = [Tab(self) for _ in range(count)]
        line = row(self, gap=20)
        for at, tab in enumerate(self._tabs):
            line.addWidget(tab)
            tab.clicked.connect(lambda _=False, at=at: self.went.emit(at))
        self._tabs[0].setChecked(True)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Name the tabs."""
        for tab, text in zip(self._tabs, texts, strict=True):
            tab.setText(text)
            tab.setAccessibleName(text)
            tab.updateGeometry()

    def go(self, index: int) -> None:
        """Show that this tab is in front."""
        self._tabs[index].setChecked(True)
