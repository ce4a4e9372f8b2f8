"""Parts beside each other as bars, the lowest share first: that is where one looks."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.office.chart import Chart
from ui.office.tile import paint_share
from ui.theme import Look, Type, look_of
from ui.widgets.paint import line_text, rounded
from ui.words import Words

_LINE, _PAD, _TOP, _NAME, _SHARE, _COUNTS, _BAR = 36, 16, 8, 180, 72, 120, 10
_WIDEST_NAME = 0.3
"""Of the chart: items have long names."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PartBars(Chart):
    """One line for each part that has anything of the figure."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(look.px(560), look.px(_LINE) * max(1, len(self.parts)) + 2 * look.px(_TOP))

    def box_of(self, at: int) -> QRect:
        look = look_of(self)
        return QRect(0, look.px(_TOP) + at * look.px(_LINE), self.width(), look.px(_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        for at in range(len(self.parts)):
            self._paint_line(painter, look, at)

    def _paint_line(self, painter: QPainter, look: Look, at: int) -> None:
        whole, (name, value, of) = self.box_of(at), self.words_of(at)
        if at == self.at:
            rounded(
                painter, whole.adjusted(look.px(4), 0, -look.px(4), 0), look.px(4), look.colour("surface2")
            )
        box = whole.adjusted(look.px(_PAD), 0, -look.px(_PAD), 0)
        label, share, counts, bar = QRect(box), QRect(box), QRect(box), QRect(box)
        label.setWidth(max(look.px(_NAME), round(box.width() * _WIDEST_NAME)))
        counts.setLeft(box.right() - look.px(_COUNTS))
        share.setRight(counts.left())
        share.setLeft(share.right() - look.px(_SHARE))
        bar.setLeft(label.right() + look.px(12))
        bar.setRight(share.left() - look.px(4))
        bar.setTop(box.center().y() - look.px(_BAR) // 2 + 1)
        bar.setHeight(look.px(_BAR))
        line_text(painter, label, look.font(Type.BODY), look.colour("text1"), name)
        paint_share(painter, look, bar, self.parts[at].length)
        bold = look.font(Type.BODY, bold=True)
        line_text(painter, share, bold, look.colour("text1"), value, _RIGHT)
        line_text(painter, counts, look.font(Type.DETAIL), look.colour("text2"), of, _RIGHT)
