"""The cards from which one chooses what this machine is."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLayout, QSizePolicy, QWidget

from app.settings import StationKind
from ui.theme import Look, Type, look_of, paint_icon
from ui.widgets.big_button import BigButton
from ui.widgets.paint import line_text, rounded, text_width
from ui.words import Words

ICONS = {
    StationKind.GUIDE_DESK: "compass",
    StationKind.COUNTER: "desktop",
    StationKind.BOARD: "monitor-play",
    StationKind.CASES: "folders",
    StationKind.EXCEPTIONS: "warning-octagon",
    StationKind.OFFICE: "chart-bar",
    StationKind.RATE: "smiley",
}
_HEIGHT, _PAD, _ICON, _RADIO = 136, 16, 32, 18
_LEAST, _GAP = 136, 12
"""Px at scale 1: the narrowest card that its name fits, and between two."""
_FEWEST = 3
"""Cards in a row where there is the least room."""


class KindCard(BigButton):
    """One kind of station: icon, name, what is done there."""

    def __init__(self, words: Words, kind: StationKind, parent: QWidget) -> None:
        super().__init__(words(f"setup.kind.{kind.value}"), parent=parent)
        self.kind = kind
        self._detail = words(f"setup.kind.{kind.value}_detail")
        self.setAccessibleDescription(self._detail)

    def sizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(look.px(140), look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        look = look_of(self)
        name = text_width(look.font(Type.EMPHASIS, bold=True), self.text())
        return QSize(max(name + look.px(_PAD + _PAD // 2) + 1, look.px(116)), look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, chosen = look_of(self), QPainter(self), self.isChecked()
        fill = look.colour("accent_tint" if chosen else "surface")
        border = look.colour("accent" if chosen else "control_border")
        rounded(painter, self.rect(), look.px(6), fill, border, 2 if chosen else 1)
        side, pad = look.px(_ICON), look.px(_PAD)
        paint_icon(
            painter,
            QRect(pad, pad, side, side),
            ICONS[self.kind],
            look.colour("accent" if chosen else "text2"),
        )
        self._paint_radio(painter, look)
        box = self.rect().adjusted(pad, 0, -pad // 2, 0)
        title, detail = QRect(box), QRect(box)
        title.setTop(self.height() - look.px(76))
        title.setHeight(look.px(24))
        detail.setTop(self.height() - look.px(50))
        detail.setHeight(look.px(42))
        line_text(painter, title, look.font(Type.EMPHASIS, bold=True), look.colour("text1"), self.text())
        painter.setFont(look.font(Type.CAPTION))
        painter.setPen(look.colour("text2"))
        painter.drawText(detail, Qt.TextFlag.TextWordWrap, self._detail)

    def _paint_radio(self, painter: QPainter, look: Look) -> None:
        radius = look.px(_RADIO) / 2
        centre = QPointF(self.width() - look.px(_PAD) - radius + 2, look.px(_PAD) + radius)
        chosen = self.isChecked()
        painter.setPen(
            QPen(look.colour("accent" if chosen else "control_border"), look.px(5) if chosen else 1)
        )
        painter.setBrush(look.colour("surface"))
        inset = look.px(5) / 2 if chosen else 0
        painter.drawEllipse(centre, radius - inset, radius - inset)


class KindChoice(QWidget):
    """All kinds in sight; arrow keys move, ``chosen(kind)``."""

    chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._cards = {kind: KindCard(words, kind, self) for kind in StationKind}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the rows go by the width
        self._columns = 0
        for kind, card in self._cards.items():
            self._group.addButton(card)
            card.clicked.connect(lambda _=False, kind=kind: self.chosen.emit(kind))

        self._arrange(len(self._cards))

    def focus_start(self) -> None:
        """Put the keyboard on what is chosen, or on the first."""
        cards = self._cards.values()
        next((card for card in cards if card.isChecked()), next(iter(cards))).setFocus()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the fewest cards in a row."""
        return QSize(self._width_of(_FEWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        count = len(self._cards)
        fitting = (n for n in (count, -(-count // 2)) if self.width() >= self._width_of(n))
        self._arrange(next(fitting, _FEWEST))

    def _width_of(self, columns: int) -> int:
        look = look_of(self)
        return columns * look.px(_LEAST) + (columns - 1) * look.px(_GAP)

    def _arrange(self, columns: int) -> None:
        """Side by side where the names have room, else in two rows or more."""
        if columns == self._columns:
            return
        for at in range(self._columns):
            self._grid.setColumnStretch(at, 0)
        self._columns = columns
        self._grid.setSpacing(look_of(self).px(_GAP))
        for at in range(columns):
            self._grid.setColumnStretch(at, 1)
        for at, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, at // columns, at % columns)

    def show_kind(self, kind: StationKind | None) -> None:
        """Show what is chosen."""
        if kind is not None:
            self._cards[kind].setChecked(True)
