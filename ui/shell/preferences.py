"""What a person may set for the eyes: language, large print, light or dark."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import DARK, LARGE_PRINT, LIGHT, Look, active
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Rule
from ui.widgets.layouts import row
from ui.words import Words


def with_large_print(look: Look, scale: float, on: bool) -> Look:
    """``look`` in large print or not; ``scale`` is the station's own scale setting."""
    return Look(look.tokens, min(2.0, scale * LARGE_PRINT) if on else scale)


class Preferences(QWidget):
    """Three switches; language is reported, large print and theme are also put on at once."""

    language_switched = Signal()
    look_switched = Signal(str, bool)  # theme name, large print

    def __init__(self, words: Words, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._scale = words, scale
        self._language = self._switch("translate")
        self._print = self._switch("text-aa")
        self._theme = self._switch("moon")
        row(self, gap=12).put(self._language, Rule(), self._print, Rule(), self._theme)
        self._language.clicked.connect(self.language_switched)
        self._print.clicked.connect(lambda: self._put_on(active.look.tokens.dark, not self._large()))
        self._theme.clicked.connect(lambda: self._put_on(not active.look.tokens.dark, self._large()))
        active.changed.connect(self._show)
        self._show()

    def retranslate(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self._show()

    def _switch(self, icon: str) -> ActionButton:
        return ActionButton(icon=icon, kind=Kind.TEXT, size=Size.INLINE)

    def _large(self) -> bool:
        return active.look.scale > self._scale

    def _put_on(self, dark: bool, large: bool) -> None:
        look = with_large_print(Look(DARK if dark else LIGHT), self._scale, large)
        active.apply(look)
        self.look_switched.emit(look.tokens.name, large)

    def _show(self) -> None:
        dark = active.look.tokens.dark
        size = "shell.preferences.normal_print" if self._large() else "shell.preferences.large_print"
        theme = "shell.preferences.light" if dark else "shell.preferences.dark"
        self._language.show_action(self._words("shell.preferences.language"), icon="translate")
        self._print.show_action(self._words(size), icon="text-aa")
        self._theme.show_action(self._words(theme), icon="sun" if dark else "moon")
