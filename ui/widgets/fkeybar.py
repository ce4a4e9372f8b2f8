"""The F-key bar: slots that never move, so that hands learn them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.theme import look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.function_keys import FunctionKeys
from ui.widgets.layouts import row

_LEAST_SHARE = 8
"""What every slot has of the row; a longer word has a little more, so that none stands in two lines before it must."""


@dataclass(frozen=True, slots=True)
class FKey:
    """One slot: the key (``"F2"``), the action it stands for, and its word."""

    key: str
    action: str
    text: str


class FKeyBar(QFrame):
    """Shows which keys act now; ``triggered(action)`` for a key or a click, never for a disabled slot."""

    triggered = Signal(str)

    def __init__(self, keys: Sequence[FKey], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._buttons: dict[str, ActionButton] = {}
        self._actions = {key.key: key.action for key in keys}
        slots = row(self, margins=(12, 8, 12, 7), gap=8)
        for key in keys:
            slots.addWidget(self._slot(key), _LEAST_SHARE + len(key.text))
        self._shortcuts = FunctionKeys(self, [key.key for key in keys])
        self._shortcuts.pressed.connect(self._pressed)

    def _slot(self, key: FKey) -> ActionButton:
        button = ActionButton(key.text, key=key.key, size=Size.KEY)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # the keys themselves reach it; a click keeps the cursor
        button.clicked.connect(lambda: self.triggered.emit(key.action))
        self._buttons[key.action] = button
        return button

    def button(self, action: str) -> ActionButton:
        """The slot of ``action``."""
        return self._buttons[action]

    def show_state(self, enabled: Collection[str], primary: str | None = None) -> None:
        """Enable the slots of these actions and mark the one that is also the big button."""
        for action, button in self._buttons.items():
            button.setEnabled(action in enabled)
            button.set_kind(Kind.MARKED if action == primary else Kind.PLAIN)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look_of(self).px(60))

    def _pressed(self, key: str) -> None:
        action = self._actions[key]
        if self._buttons[action].isEnabled():
            self.triggered.emit(action)
