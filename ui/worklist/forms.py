"""What has to be chosen for a step, beside the words."""

from dataclasses import replace
from typing import Any, Generic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.words import Words
from ui.worklist.state import S


class Form(QWidget, Generic[S]):
    """``edited(draft)`` with every letter and choice. A room names the kind of its ``_draft``."""

    edited = Signal(object)
    _draft: Any

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def show_state(self, state: S) -> None:
        """Show what was chosen for the case on the page."""
        self._draft = state.draft

    def focus_first(self) -> None:
        """Put the keyboard where one starts."""
        self.setFocus()

    def _edit(self, **chosen: object) -> None:
        self.edited.emit(replace(self._draft, **chosen))
