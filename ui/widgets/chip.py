"""Small boxes that say what something is: tags and states."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import STATUS_LOOKS, Look, Status, Tone, Type, look_of, paint_icon
from ui.widgets.paint import line_text, rounded, text_width
from ui.words import Words

_HEIGHT, _PAD, _ICON, _GAP = 22, 7, 14, 4


class Chip(QWidget):
    """A tag: icon and word in a tone. ``boxed=False`` leaves the box away and keeps icon and word."""

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.NEUTRAL,
        icon: str = "",
        *,
        boxed: bool = True,
        outlined: bool = True,
        size: Type = Type.CAPTION,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, icon
        self._boxed, self._outlined, self._size = boxed, outlined, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The word shown."""
        return self._text

    def show_chip(self, text: str, tone: Tone, icon: str = "") -> None:
        """Show another word, tone and icon."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = look_of(self)
        padding = 2 * look.px(_PAD) if self._boxed else 0
        return QSize(padding + self._icon_room(look) + self._words(look) + 1, look.px(_HEIGHT))

    def _words(self, look: Look) -> int:
        return text_width(look.font(self._size), self._text)

    def _icon_room(self, look: Look) -> int:
        return look.px(_ICON + (_GAP if self._text else 0)) if self._icon else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        text, tint, border = look.tone(self._tone)
        box = self.rect()
        if self._boxed:
            rounded(painter, box, look.px(4), tint, border if self._outlined else None)
            box = box.adjusted(look.px(_PAD), 0, -look.px(_PAD), 0)
        if self._icon:
            side = look.px(_ICON)
            paint_icon(
                painter, QRect(box.x(), box.center().y() - side // 2 + 1, side, side), self._icon, text
            )
            box = box.adjusted(self._icon_room(look), 0, 0, 0)
        quiet = self._tone is Tone.NEUTRAL and self._boxed
        colour = look.colour("text2") if quiet else text
        line_text(painter, box, look.font(self._size), colour, self._text, Qt.AlignmentFlag.AlignVCenter)


class StatusChip(Chip):
    """A state by colour, shape and word; ``boxed=False`` for a state inside a row."""

    def __init__(
        self,
        status: Status,
        words: Words,
        *,
        boxed: bool = True,
        size: Type = Type.CAPTION,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(boxed=boxed, size=size, parent=parent)
        self._words_of = words
        self.show_status(status)

    def show_status(self, status: Status, text: str = "") -> None:
        """Show a state; ``text`` stands in for its usual word, such as “5 / 5 brought”."""
        look = STATUS_LOOKS[status]
        self.show_chip(text or self._words_of(look.code), look.tone, look.icon)


class LineBadge(QWidget):
    """The letter of a line in a square; ``own`` fills it with the accent."""

    def __init__(self, letter: str, *, own: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter, self._own = letter, own
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(letter)

    def show_line(self, letter: str, *, own: bool) -> None:
        """Show another line."""
        self._letter, self._own = letter, own
        self.setAccessibleName(letter)
        self.update()

    def sizeHint(self) -> QSize:
        side = look_of(self).px(24)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        fill = look.colour("accent" if self._own else "neutral_tint")
        rounded(painter, self.rect(), look.px(4), fill)
        colour = look.colour("on_accent" if self._own else "text1")
        font = look.font(Type.DETAIL, bold=True)
        line_text(painter, self.rect(), font, colour, self._letter, Qt.AlignmentFlag.AlignCenter)
