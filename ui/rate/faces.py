"""Five large buttons, one for each level: face, colour and word, and none of them chosen."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.rating import RatingLevel
from app.texts import code_of
from ui.theme import Tone, Type, look_of, paint_icon
from ui.widgets.big_button import BigButton
from ui.widgets.layouts import row
from ui.widgets.paint import rounded, text_width
from ui.words import Words

FACES: dict[RatingLevel, tuple[Tone, str]] = {
    RatingLevel.VERY_SATISFIED: (Tone.OK, "mdi6.emoticon-excited-outline"),
    RatingLevel.SATISFIED: (Tone.ACCENT, "mdi6.emoticon-happy-outline"),
    RatingLevel.FAIRLY_SATISFIED: (Tone.NEUTRAL, "mdi6.emoticon-neutral-outline"),
    RatingLevel.DISSATISFIED: (Tone.WARN, "mdi6.emoticon-sad-outline"),
    RatingLevel.VERY_DISSATISFIED: (Tone.DANGER, "mdi6.emoticon-angry-outline"),
}
_USUAL, _LEAST, _PAD, _EDGE, _MARK, _WIDE = 200, 32, 16, 8, 28, 300
"""Px at scale 1: a button's height, its smallest face, air beside words and round the face, the tick, and the
width from which words are large."""

_SIZES = ((Type.TITLE, False), (Type.TITLE, True), (Type.BODY, True))
"""Of words where there is less room than that: how large, and whether each word has a line of its own."""


class FaceButton(BigButton):
    """One level. Chosen it has a thick frame and a tick, not a colour alone.

    All five are of one size with words of one size, for none of them is to be touched sooner than another.
    """

    def __init__(self, level: RatingLevel, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words(code_of(level)), QSizePolicy.Policy.Expanding, parent)
        self.level = level
        self._tone, self._face = FACES[level]
        self._all = tuple(words(code_of(each)) for each in RatingLevel)

    def sizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(look.px(200), look.px(_USUAL))

    def minimumSizeHint(self) -> QSize:
        look = look_of(self)
        height = look.px(_LEAST) + 2 * look.px(_EDGE) + self._tall(Type.BODY, in_lines=True)
        return QSize(self._widest(Type.BODY, in_lines=True) + look.px(_PAD), height)

    def nextCheckState(self) -> None:
        """What is chosen is rendered, never toggled by the touch itself."""

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, chosen = look_of(self), QPainter(self), self.isChecked()
        text, tint, border = look.tone(self._tone)
        fill = tint if chosen or self.isDown() else look.colour("surface")
        rounded(
            painter, self.rect(), look.px(8), fill, text if chosen else border, look.px(4) if chosen else 2
        )
        size, in_lines = self._size_of_words()
        edge, word = look.px(_EDGE), self._tall(size, in_lines=in_lines)
        side = min(self.width() - 2 * edge, self.height() - word - 2 * edge)
        top = (self.height() - side - word) // 2
        paint_icon(painter, QRect((self.width() - side) // 2, top, side, side), self._face, text)
        painter.setFont(look.font(size, bold=True))
        painter.setPen(look.colour("text1"))
        text_shown = self.text().replace(" ", "\n") if in_lines else self.text()
        below = QRect(0, top + side, self.width(), word)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text_shown)
        if chosen:
            mark = look.px(_MARK)
            at = QRect(self.width() - mark - edge, edge, mark, mark)
            paint_icon(painter, at, "check-circle-fill", text)

    def _size_of_words(self) -> tuple[Type, bool]:
        """The largest in which all five words fit, in one line if they do."""
        look = look_of(self)
        if self.width() >= look.px(_WIDE):
            return Type.FIGURE, False
        room = self.width() - look.px(_PAD)
        fitting = ((size, lines) for size, lines in _SIZES if self._widest(size, in_lines=lines) <= room)
        return next(fitting, _SIZES[-1])

    def _tall(self, size: Type, *, in_lines: bool) -> int:
        lines = max(len(word.split(" ")) for word in self._all) if in_lines else 1
        return lines * QFontMetrics(look_of(self).font(size, bold=True)).lineSpacing() + look_of(self).px(
            _EDGE
        )

    def _widest(self, size: Type, *, in_lines: bool) -> int:
        font = look_of(self).font(size, bold=True)
        lines = (line for word in self._all for line in (word.split(" ") if in_lines else [word]))
        return max(text_width(font, line) for line in lines)


class Faces(QWidget):
    """All five side by side; ``chosen(level)`` tells what was touched."""

    chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = tuple(FaceButton(level, words) for level in RatingLevel)
        row(self, gap=16).put(*self.buttons)
        for button in self.buttons:
            button.clicked.connect(lambda _=False, level=button.level: self.chosen.emit(level))

    def show_level(self, level: RatingLevel | None) -> None:
        """Show what is chosen; None shows that nothing is."""
        for button in self.buttons:
            button.setChecked(button.level is level)
