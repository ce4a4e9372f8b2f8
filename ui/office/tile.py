"""A tile for a figure: the figure in large, how many of how many, a bar, and what it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.theme import Look, Type, look_of
from ui.widgets.big_button import BigButton
from ui.widgets.paint import line_text, rounded

_HEIGHT, _PAD, _BAR, _NARROWEST = 136, 14, 6, 210
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Told:
    """What a tile tells: how much is filled (None of nothing), the figure in large, of how many, and its meaning."""

    share: float | None
    value: str
    counts: str
    meaning: str


class FigureTile(BigButton):
    """Pressed, it shows its parts; ``picked(figure)``."""

    picked = Signal(object)

    def __init__(self, figure: StrEnum, title: str, explained: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.figure = figure
        self._told = Told(None, "", "", "")
        self.setToolTip(explained)
        self.clicked.connect(lambda: self.picked.emit(self.figure))

    def show_figure(self, told: Told, *, chosen: bool) -> None:
        """Show its figure."""
        self._told = told
        self.setChecked(chosen)
        self.setAccessibleDescription(f"{told.value} {told.counts} {told.meaning}")
        self.update()

    def sizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(look.px(200), look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        chosen = self.isChecked()
        border = look.colour("accent" if chosen else "border")
        rounded(painter, self.rect(), look.px(8), look.colour("surface"), border, 2 if chosen else 1)
        box = self.rect().adjusted(look.px(_PAD), look.px(10), -look.px(_PAD), -look.px(8))
        title, middle = QRect(box), QRect(box)
        title.setHeight(look.px(24))
        middle.setTop(title.bottom())
        middle.setHeight(look.px(42))
        line_text(painter, title, look.font(Type.BODY, bold=True), look.colour("text1"), self.text())
        told = self._told
        line_text(painter, middle, look.font(Type.TILE, bold=True), look.colour("text1"), told.value)
        line_text(painter, middle, look.font(Type.DETAIL), look.colour("text2"), told.counts, _RIGHT)
        bar = QRect(box.left(), middle.bottom() + look.px(4), box.width(), look.px(_BAR))
        paint_share(painter, look, bar, told.share)
        painter.setFont(look.font(Type.CAPTION))
        painter.setPen(look.colour("text2"))
        words = QRect(
            box.left(), bar.bottom() + look.px(6), box.width(), box.bottom() - bar.bottom() - look.px(5)
        )
        painter.drawText(words, Qt.TextFlag.TextWordWrap, told.meaning)


class TileGrid(QWidget):
    """The tiles side by side; in two rows or three where large print leaves no room for all."""

    def __init__(self, tiles: Sequence[FigureTile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles, self._columns = tiles, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arrange(len(tiles))

    def minimumSizeHint(self) -> QSize:
        return QSize(look_of(self).px(_NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() // look_of(self).px(_NARROWEST)
        self._arrange(next((columns for columns in (len(self._tiles), 3, 2) if columns <= room), 1))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, int(column < columns))
        self._columns = columns
        self._grid.setSpacing(look_of(self).px(12))
        for at, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, at // columns, at % columns)


def paint_share(painter: QPainter, look: Look, box: QRect, share: float | None) -> None:
    """A share as a bar; of nothing it is empty."""
    rounded(painter, box, box.height() / 2, look.colour("neutral_tint"))
    filled = QRect(box)
    filled.setWidth(round(box.width() * (share or 0.0)))
    if filled.width():
        rounded(painter, filled, box.height() / 2, look.colour("accent"))
