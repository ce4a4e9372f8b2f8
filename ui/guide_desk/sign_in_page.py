"""Where the desk's person signs in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.guide_desk.state import SigningIn
from ui.theme import active
from ui.widgets.layouts import column, row
from ui.widgets.sign_in_card import SignInCard
from ui.words import Words

_WIDTH = 372


class SignInPage(QWidget):
    """``submitted(number, password)``."""

    submitted = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._shown = words, SigningIn()
        self.card = SignInCard(words, words("guide_desk.sign_in"), words("guide_desk.sign_in.detail"))
        middle = column().put(None, self.card, None)
        row(self).put(None, middle, None)
        self.card.submitted.connect(self.submitted)
        active.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self.card.setMinimumWidth(active.look.px(_WIDTH))

    def show_state(self, signing_in: SigningIn) -> None:
        """Show whether the password is being checked, and what was wrong; said once, it empties the password."""
        if signing_in != self._shown:
            self._shown = signing_in
            self.card.show_progress(busy=signing_in.busy)
            self.card.show_problem(self._words(signing_in.problem) if signing_in.problem else "")
