"""The button of this product: icon, words, and the key that does the same."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import Look, Type, look_of, paint_icon
from ui.widgets.button_look import UNBOXED, ButtonColours, Kind, Size, colours_of
from ui.widgets.focus_ring import wants_focus_ring
from ui.widgets.paint import key_cap, key_cap_width, line_text, rounded, text_width

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


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

    def set_kind(self, kind: Kind) -> None:
        """Change what the button is among its neighbours."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        look = look_of(self)
        width = self._content_width(look) + 2 * self._padding(look)
        return QSize(width, look.px(self._size.value.height))

    def minimumSizeHint(self) -> QSize:
        return QSize(look_of(self).px(self._size.value.height), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat():
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
        room = self.width() - 2 * padding
        width = min(self._content_width(look), room)
        box = QRect(padding + (room - width) // 2, 0, width, self.height())
        icon_room, cap_room = self._icon_room(look), self._cap_room(look)
        if self._icon:
            side = look.px(self._size.value.icon)
            paint_icon(
                painter, QRect(box.x(), (self.height() - side + 1) // 2, side, side), self._icon, colours.text
            )
        if self._key:
            cap = key_cap_width(look, self._key)
            cap_x = box.x() if self._cap_first() else box.right() + 1 - cap
            key_cap(painter, look, QRect(cap_x, 0, cap, self.height()), self._key, colours.text, colours.cap)
        left = icon_room + (cap_room if self._cap_first() else 0)
        right = 0 if self._cap_first() else cap_room
        self._paint_words(painter, look, box.adjusted(left, 0, -right, 0), colours)

    def _paint_words(self, painter: QPainter, look: Look, box: QRect, colours: ButtonColours) -> None:
        if not self._detail:
            line_text(painter, box, self._title_font(look), colours.text, self.text())
            return
        middle = box.center().y() + look.px(3)
        title = QRect(box.x(), middle - look.px(24), box.width(), look.px(24))
        detail = QRect(box.x(), middle, box.width(), look.px(18))
        line_text(painter, title, self._title_font(look), colours.text, self.text())
        line_text(painter, detail, look.font(Type.CAPTION), colours.text, self._detail)

    def _cap_first(self) -> bool:
        return self._size is Size.KEY

    def _title_font(self, look: Look) -> QFont:
        size = Type.EMPHASIS if self._detail else self._size.value.text
        bold = self._kind in (Kind.PRIMARY, Kind.MARKED, Kind.DANGER) or self._size in (Size.BIG, Size.TALL)
        return look.font(size, bold=bold)

    def _padding(self, look: Look) -> int:
        return 0 if self._kind in UNBOXED else look.px(self._size.value.padding)

    def _icon_room(self, look: Look) -> int:
        return look.px(self._size.value.icon + self._size.value.gap) if self._icon else 0

    def _cap_room(self, look: Look) -> int:
        return look.px(self._size.value.gap) + key_cap_width(look, self._key) if self._key else 0

    def _content_width(self, look: Look) -> int:
        words = text_width(self._title_font(look), self.text())
        detail = text_width(look.font(Type.CAPTION), self._detail) if self._detail else 0
        return self._icon_room(look) + max(words, detail) + 1 + self._cap_room(look)
