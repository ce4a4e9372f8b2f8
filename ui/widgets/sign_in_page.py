"""The page of a station at which nobody is signed in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.signing import NOT_SIGNING_IN, SigningIn
from ui.widgets.layouts import column, row
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_column import SideColumn
from ui.widgets.sign_in_card import SignInCard
from ui.words import Words

_WIDTH, _LEAST = 372, 300


class SignInPage(QWidget):
    """The card in the middle. ``submitted(number, password)``."""

    submitted = Signal(str, str)

    def __init__(self, words: Words, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._shown = words, NOT_SIGNING_IN
        self.card = SignInCard(words, title, detail)
        middle = SideColumn(_WIDTH, _LEAST)
        middle.body.put(None, self.card, None)
        place = QWidget()
        row(place).put(None, middle, None)
        column(self).put(ScrollPage(place))
        self.card.submitted.connect(self.submitted)

    def show_state(self, signing_in: SigningIn) -> None:
        """Show whether the password is being checked, and what was wrong; said once, it empties the password."""
        if signing_in != self._shown:
            self._shown = signing_in
            self.card.show_progress(busy=signing_in.busy)
            self.card.show_problem(self._words(signing_in.problem) if signing_in.problem else "")
