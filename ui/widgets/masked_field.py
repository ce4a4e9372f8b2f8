"""A field for personal data: in the clear while it is written, masked as soon as it is left."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QIcon
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import STATUS_LOOKS, Status, active, icon


class MaskedField(QLineEdit):
    """``edited(text)`` with every change a person makes, ``left`` when the keyboard goes elsewhere.

    ``mask`` turns a value into what may be shown; ``show_ok`` marks a value that is in order.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self, mask: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mask, self._value, self._ok = mask, "", False
        self._mark = self.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._mark.setVisible(False)
        self.textChanged.connect(self._changed)
        active.changed.connect(self._draw_mark)

    def value(self) -> str:
        """What was typed, in the clear."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show a value from elsewhere (a card reader, a fresh start); one being written is left alone."""
        if not self.hasFocus() and value != self._value:
            self._value = value
            self._show(self._masked())

    def show_ok(self, ok: bool) -> None:
        """Mark the value as in order, or take the mark away."""
        if ok != self._ok:
            self._ok = ok
            self._draw_mark()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show(self._value)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show(self._masked())
        self.left.emit()

    def _masked(self) -> str:
        return self._mask(self._value) if self._value else ""

    def _show(self, text: str) -> None:
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)

    def _changed(self, text: str) -> None:
        self._value = text
        self.edited.emit(text)

    def _draw_mark(self) -> None:
        look = STATUS_LOOKS[Status.COMPLETE]
        self._mark.setIcon(icon(look.icon, active.look.colour(look.tone.value)))
        self._mark.setVisible(self._ok)
