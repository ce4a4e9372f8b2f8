"""The departments of a figure as bars, the lowest share first: that is where one looks."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.five_ones import Figure, Ratio
from app.ports.rows import FiguresRow
from ui.office.tile import paint_share, share_words
from ui.theme import Look, Type, look_of
from ui.widgets.paint import line_text
from ui.words import Words

_LINE, _PAD, _NAME, _SHARE, _COUNTS, _BAR = 36, 16, 180, 72, 120, 10
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PartBars(QWidget):
    """One line for each department that has anything of the figure."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._parts: list[tuple[str, Ratio]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, rows: Sequence[FiguresRow], figure: Figure) -> None:
        """Show a figure's departments."""
        parts = [(row.name or row.key, row.figures[figure]) for row in rows]
        known = [(name, ratio) for name, ratio in parts if ratio.denominator]
        self._parts = sorted(known, key=lambda part: (part[1].share or 0.0, part[0]))
        said = (f"{name} {share_words(r, self._words)} {_counts(r)}" for name, r in self._parts)
        self.setAccessibleDescription("\n".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(look.px(560), look.px(_LINE) * max(1, len(self._parts)) + 2 * look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        for at, (name, ratio) in enumerate(self._parts):
            top = look.px(8) + at * look.px(_LINE)
            self._paint_line(
                painter,
                look,
                QRect(look.px(_PAD), top, self.width() - 2 * look.px(_PAD), look.px(_LINE)),
                name,
                ratio,
            )

    def _paint_line(self, painter: QPainter, look: Look, box: QRect, name: str, ratio: Ratio) -> None:
        label, share, counts, bar = QRect(box), QRect(box), QRect(box), QRect(box)
        label.setWidth(look.px(_NAME))
        counts.setLeft(box.right() - look.px(_COUNTS))
        share.setRight(counts.left())
        share.setLeft(share.right() - look.px(_SHARE))
        bar.setLeft(label.right() + look.px(12))
        bar.setRight(share.left() - look.px(4))
        bar.setTop(box.center().y() - look.px(_BAR) // 2 + 1)
        bar.setHeight(look.px(_BAR))
        line_text(painter, label, look.font(Type.BODY), look.colour("text1"), name)
        paint_share(painter, look, bar, ratio)
        bold = look.font(Type.BODY, bold=True)
        line_text(painter, share, bold, look.colour("text1"), share_words(ratio, self._words), _RIGHT)
        line_text(painter, counts, look.font(Type.DETAIL), look.colour("text2"), _counts(ratio), _RIGHT)


def _counts(ratio: Ratio) -> str:
    return f"{ratio.numerator:,} / {ratio.denominator:,}"
