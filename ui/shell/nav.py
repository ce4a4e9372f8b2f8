"""Navigation in the header: the places of a station, each with its key."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import Type, look_of, paint_icon
from ui.widgets.focus_ring import wants_focus_ring
from ui.widgets.function_keys import FunctionKeys
from ui.widgets.layouts import row
from ui.widgets.paint import key_cap, key_cap_width, line_text, rounded, text_width

_PAD, _ICON, _GAP, _HEIGHT = 12, 16, 8, 32


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its id, word, icon, and the function key that leads there (or none)."""

    key: str
    text: str
    icon: str
    shortcut: str = ""


class NavButton(QAbstractButton):
    """The button of one place, with its word or without; where there is no room for its key either, its icon alone."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._has_word = True
        self.setText(place.text)
        self.setAccessibleName(place.text)
        self.setToolTip(place.text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        wants_focus_ring(self)

    def show_word(self, *, shown: bool) -> None:
        """Say the word beside icon and key, or leave it to the tool tip."""
        if shown is not self._has_word:
            self._has_word = shown
            self.updateGeometry()
            self.update()

    def whole_width(self) -> int:
        """Px with the word."""
        look = look_of(self)
        # Part of a px would cut a letter.
        word = look.px(_GAP) + text_width(look.font(Type.BODY, bold=True), self.text()) + 1
        return self.minimumSizeHint().width() + word

    def sizeHint(self) -> QSize:
        least = self.minimumSizeHint()
        return QSize(self.whole_width(), least.height()) if self._has_word else least

    def minimumSizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(look.px(2 * _PAD + _ICON) + self._cap_room(), look.px(_HEIGHT))

    def _cap_room(self) -> int:
        look, shortcut = look_of(self), self._place.shortcut
        return key_cap_width(look, shortcut) + look.px(_GAP) if shortcut else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, here = look_of(self), QPainter(self), self.isChecked()
        if here or self.underMouse():
            rounded(painter, self.rect(), look.px(4), look.colour("accent_tint" if here else "surface2"))
        colour, side = look.colour("accent" if here else "text2"), look.px(_ICON)
        box = self.rect().adjusted(look.px(_PAD), 0, -look.px(_PAD), 0)
        paint_icon(painter, QRect(box.x(), (self.height() - side) // 2, side, side), self._place.icon, colour)
        room = self._cap_room() if box.width() >= side + self._cap_room() else 0
        words = box.adjusted(side + look.px(_GAP), 0, -room, 0)
        font = look.font(Type.BODY, bold=here)
        if self._has_word:
            line_text(painter, words, font, colour, self.text())
        if room:
            cap = QRect(box.right() + 1 - room + look.px(_GAP), 0, 0, self.height())
            cap.setRight(box.right())
            border = look.colour("control_border")
            key_cap(painter, look, cap, self._place.shortcut, look.colour("text2"), border)


class Navigation(QWidget):
    """The places of a station; ``went(key)`` when a person goes to one.

    Where the header has no room for all their words, only where we are is said in words, and then that is not either: a
    word that is cut helps nobody, and icon, key and tool tip stay.
    """

    went = Signal(str)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {place.key: NavButton(place) for place in places}
        line = row(self, gap=_GAP)
        for key, button in self._buttons.items():
            line.addWidget(button)
            button.clicked.connect(lambda _=False, key=key: self._go(key))
        line.addStretch(1)  # without their words they stand together
        by_shortcut = {place.shortcut: place.key for place in places if place.shortcut}
        self._keys = FunctionKeys(self, tuple(by_shortcut))
        self._keys.pressed.connect(lambda shortcut: self._go(by_shortcut[shortcut]))

    def show_place(self, key: str) -> None:
        """Mark where we are."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._fold()

    def sizeHint(self) -> QSize:
        return QSize(self._width_with(self._buttons.values()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_with(()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        buttons = tuple(self._buttons.values())
        here = tuple(button for button in buttons if button.isChecked())
        fitting = (worded for worded in (buttons, here) if self._width_with(worded) <= self.width())
        worded: Collection[NavButton] = next(fitting, ())
        for button in buttons:
            button.show_word(shown=button in worded)

    def _width_with(self, worded: Collection[NavButton]) -> int:
        """Px, with the words of these and without those of the others."""
        buttons = self._buttons.values()
        gaps = look_of(self).px(_GAP) * (len(buttons) - 1)
        return gaps + sum(
            button.whole_width() if button in worded else button.minimumSizeHint().width()
            for button in buttons
        )

    def _go(self, key: str) -> None:
        self.show_place(key)
        self.went.emit(key)
