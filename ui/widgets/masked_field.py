"""A field for personal data: in the clear while it is written, masked as soon as it is left."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.person import mask_phone

_SHORTEST_PHONE = 5
"""A shorter number is masked as a whole: its mask is made for whole ones."""


def masked_phone(text: str) -> str:
    """A phone number as it may be shown, also one that is not yet written to its end."""
    return mask_phone(text) if len(text) >= _SHORTEST_PHONE else "*" * len(text)


class MaskedField(QLineEdit):
    """``edited(text)`` with every change a person makes, ``left`` when the keyboard goes elsewhere.

    ``mask`` turns a value into what may be shown.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self, mask: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mask, self._value = mask, ""
        self.textChanged.connect(self._changed)

    def value(self) -> str:
        """What was typed, in the clear."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show a value from elsewhere (a card reader, a fresh start); one being written is left alone."""
        if not self.hasFocus() and value != self._value:
            self._value = value
            self._show_masked()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show(self._value)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_masked()
        self.left.emit()

    def _show_masked(self) -> None:
        self._show(self._mask(self._value) if self._value else "")
        self.setCursorPosition(0)

    def _show(self, text: str) -> None:
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)

    def _changed(self, text: str) -> None:
        self._value = text
        self.edited.emit(text)
