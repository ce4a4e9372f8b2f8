"""The button of this product: icon, words, and the key that does the same."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import Look, Type, look_of, paint_icon
from ui.widgets.button_look import UNBOXED, ButtonColours, Kind, Size, colours_of
from ui.widgets.focus_ring import wants_focus_ring
from ui.widgets.keys import ENTER
from ui.widgets.paint import key_cap, key_cap_width, line_text, rounded, text_width


class ActionButton(QAbstractButton):
    """A button with an icon, a second line of ``detail`` (big sizes) and a key cap, each optional.

    Enter and Space press it when it has the focus; a held key presses once.
    """

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        key: str = "",
        detail: str = "",
        kind: Kind = Kind.PLAIN,
        size: Size = Size.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._key, self._detail, self._kind, self._size = icon, key, detail, kind, size
        self._has_cap = True
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        wants_focus_ring(self)
        self.setAccessibleName(text)

    def show_action(
        self, text: str, *, icon: str = "", key: str = "", detail: str = "", kind: Kind | None = None
    ) -> None:
        """Show another action on the same button."""
        self._icon, self._key, self._detail = icon, key, detail
        self._kind = kind or self._kind
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def show_cap(self, *, shown: bool) -> None:
        """Whether the key cap stands on it: where there is no room it gives way before words do."""
        if shown is not self._has_cap:
            self._has_cap = shown
            self.updateGeometry()
            self.update()

    def set_kind(self, kind: Kind) -> None:
        """Change what the button is among its neighbours."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        look = look_of(self)
        width = self._content_width(look) + 2 * self._padding(look)
        return QSize(width, look.px(self._size.value.height))

    def minimumSizeHint(self) -> QSize:
        wished = self.sizeHint()  # words are never cut short, but for the F-key bar's fixed slots
        return QSize(wished.height(), wished.height()) if self._size is Size.KEY else wished

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        colours = colours_of(
            look, self._kind, enabled=self.isEnabled(), hover=self.underMouse(), down=self.isDown()
        )
        radius = look.px(self._size.value.radius)
        rounded(painter, self.rect(), radius, colours.fill, colours.border, colours.border_width)
        self._paint_content(painter, look, colours)

    def _paint_content(self, painter: QPainter, look: Look, colours: ButtonColours) -> None:
        padding = self._padding(look)
        room, wanted = self.width() - 2 * padding, self._content_width(look)
        if self._size is Size.KEY and wanted > room:
            self._paint_stacked(painter, look, colours)
            return
        width = min(wanted, room)
        box = QRect(padding + (room - width) // 2, 0, width, self.height())
        box = self._paint_cap(painter, look, box, colours)
        if self._icon:
            side = look.px(self._size.value.icon)
            mark = QRect(box.x(), (self.height() - side + 1) // 2, side, side)
            paint_icon(painter, mark, self._icon, colours.text)
            box = box.adjusted(self._icon_room(look), 0, 0, 0)
        self._paint_words(painter, look, box, colours)

    def _paint_cap(self, painter: QPainter, look: Look, box: QRect, colours: ButtonColours) -> QRect:
        """The key cap, before the words in the F-key bar and behind them elsewhere; what is left of ``box``."""
        if not self._cap_room(look):
            return box
        width, room, first = key_cap_width(look, self._key), self._cap_room(look), self._size is Size.KEY
        cap = QRect(box.x() if first else box.right() + 1 - width, 0, width, self.height())
        key_cap(painter, look, cap, self._key, colours.text, colours.cap)
        return box.adjusted(room if first else 0, 0, 0 if first else -room, 0)

    def _paint_stacked(self, painter: QPainter, look: Look, colours: ButtonColours) -> None:
        """A slot too narrow for cap and words in a row: the cap above, the words below."""
        cap = key_cap_width(look, self._key)
        above = QRect((self.width() - cap) // 2, look.px(2), cap, look.px(20))
        key_cap(painter, look, above, self._key, colours.text, colours.cap)
        below = self.rect().adjusted(4, look.px(22), -4, -look.px(2))
        size = Type.BODY if text_width(self._title_font(look), self.text()) <= below.width() else Type.CAPTION
        font = look.font(size, bold=self._kind is Kind.MARKED)
        line_text(painter, below, font, colours.text, self.text(), Qt.AlignmentFlag.AlignCenter)

    def _paint_words(self, painter: QPainter, look: Look, box: QRect, colours: ButtonColours) -> None:
        if not self._detail:
            line_text(painter, box, self._title_font(look), colours.text, self.text())
            return
        middle = box.center().y() + look.px(3)
        title = QRect(box.x(), middle - look.px(24), box.width(), look.px(24))
        detail = QRect(box.x(), middle, box.width(), look.px(18))
        line_text(painter, title, self._title_font(look), colours.text, self.text())
        line_text(painter, detail, look.font(Type.CAPTION), colours.text, self._detail)

    def _title_font(self, look: Look) -> QFont:
        size = Type.EMPHASIS if self._detail else self._size.value.text
        bold = self._kind in (Kind.PRIMARY, Kind.MARKED, Kind.DANGER) or self._size in (Size.BIG, Size.TALL)
        return look.font(size, bold=bold)

    def _padding(self, look: Look) -> int:
        return 0 if self._kind in UNBOXED else look.px(self._size.value.padding)

    def _icon_room(self, look: Look) -> int:
        return look.px(self._size.value.icon + self._size.value.gap) if self._icon else 0

    def _cap_room(self, look: Look) -> int:
        return (
            look.px(self._size.value.gap) + key_cap_width(look, self._key)
            if self._key and self._has_cap
            else 0
        )

    def _content_width(self, look: Look) -> int:
        words = text_width(self._title_font(look), self.text())
        detail = text_width(look.font(Type.CAPTION), self._detail) if self._detail else 0
        return self._icon_room(look) + max(words, detail) + 1 + self._cap_room(look)
