"""Chips to choose from that wrap over lines, each with the number key that picks it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import Type, look_of
from ui.widgets.choice import Option
from ui.widgets.focus_ring import wants_focus_ring
from ui.widgets.layouts import FlowLayout
from ui.widgets.paint import line_text, rounded, text_width

_PAD, _GAP, _HEIGHT = 9, 8, 28
_DIGITS = "1234567890"


class ChoiceChip(QAbstractButton):
    """One chip: its number in small, its word, filled with the accent when chosen."""

    def __init__(self, option: Option, digit: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.option, self._digit = option, digit
        self.setText(option.text)
        self.setAccessibleName(option.text)
        self.setToolTip(option.text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        wants_focus_ring(self)

    def sizeHint(self) -> QSize:
        look = look_of(self)
        words = max(text_width(look.font(Type.DETAIL, bold=bold), self.text()) for bold in (True, False))
        return QSize(self._digit_room() + words + 1 + 2 * look.px(_PAD), look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(look_of(self).px(64), self.sizeHint().height())

    def _digit_room(self) -> int:
        look = look_of(self)
        return text_width(look.font(Type.KEY_CAP), self._digit) + look.px(_GAP) if self._digit else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter, chosen = look_of(self), QPainter(self), self.isChecked()
        fill = look.colour("accent" if chosen else "surface")
        rounded(painter, self.rect(), look.px(4), fill, None if chosen else look.colour("control_border"))
        inner = self.rect().adjusted(look.px(_PAD), 0, -look.px(_PAD), 0)
        digit_colour = look.colour("on_accent" if chosen else "text3")
        line_text(painter, inner, look.font(Type.KEY_CAP), digit_colour, self._digit)
        words = QRect(inner.x() + self._digit_room(), 0, inner.width() - self._digit_room(), self.height())
        colour = look.colour("on_accent" if chosen else "text1")
        line_text(painter, words, look.font(Type.DETAIL, bold=chosen), colour, self.text())


class ChipChoice(QWidget):
    """One of many; the first ten answer to Alt and a digit. ``chosen(key)`` tells what a person chose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=6)
        self._chips: list[ChoiceChip] = []
        self._options: tuple[Option, ...] = ()
        self._before: QWidget | None = None
        for at, digit in enumerate(_DIGITS):
            shortcut = QShortcut(QKeySequence(f"Alt+{digit}"), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda at=at: self._click(at))

    def show_options(self, options: Sequence[Option], chosen: str | None = None) -> None:
        """Offer these options; chips stay as they are when only the choice differs."""
        if tuple(options) != self._options:
            self._options = tuple(options)
            self._rebuild()
        for chip in self._chips:
            chip.setAutoExclusive(False)
            chip.setChecked(chip.option.key == chosen)
            chip.setAutoExclusive(True)

    def value(self) -> str | None:
        """The key of what is chosen."""
        return next((chip.option.key for chip in self._chips if chip.isChecked()), None)

    def tab_after(self, before: QWidget) -> None:
        """Let Tab lead from another field to the chips: made anew, they would come last in the window."""
        self._before = before
        self._order_tabs()

    def take_focus(self) -> None:
        """Bring the keyboard to what is chosen, else to the first."""
        for chip in [chip for chip in self._chips if chip.isChecked()] or self._chips[:1]:
            chip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _rebuild(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(at, option) for at, option in enumerate(self._options)]
        self._order_tabs()

    def _order_tabs(self) -> None:
        before = self._before
        if before is None:
            return
        for chip in self._chips:
            QWidget.setTabOrder(before, chip)
            before = chip

    def _chip(self, at: int, option: Option) -> ChoiceChip:
        chip = ChoiceChip(option, _DIGITS[at] if at < len(_DIGITS) else "", self)
        chip.clicked.connect(lambda: self.chosen.emit(option.key))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _click(self, at: int) -> None:
        if at < len(self._chips):
            self._chips[at].click()
