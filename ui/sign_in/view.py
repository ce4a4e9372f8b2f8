"""The sign-in's screen: the card in the middle of an otherwise quiet window."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.shell import Fact, HallClock, StationWindow
from ui.sign_in.state import SignInState
from ui.theme import active
from ui.widgets.layouts import column
from ui.widgets.sign_in_card import SignInCard
from ui.words import Words

_WIDTH, _HEIGHT = 372, 440


class SignInView:
    """Renders states into ``window``; ``station`` is what one signs in at."""

    def __init__(self, words: Words, station: str) -> None:
        self._words, self._station = words, station
        self.window = StationWindow(words, HallClock(datetime.now().astimezone()))
        self.window.setWindowTitle(station)
        self.card = SignInCard(words, words("setup.sign_in.title", station=station))
        self._page = QWidget()
        box = column(self._page)
        box.addStretch(2)
        box.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        self.window.set_body(self._page)
        self.window.status_line.show_right(Fact(words("setup.sign_in.forgotten")))
        self._measure()
        active.changed.connect(self._measure)
        self._shown: SignInState | None = None

    def render(self, state: SignInState) -> None:
        """Show a state; a problem that is new asks for the password again."""
        before, self._shown = self._shown, state
        self.window.header.show_station(self._station, state.hall)
        self.card.show_progress(busy=state.busy)
        if before is None or state.problem != before.problem or (before.busy and not state.busy):
            self.card.show_problem(self._words(state.problem) if state.problem else "")
        if before is None:
            self.card.start()

    def _measure(self) -> None:
        self.card.setFixedWidth(active.look.px(_WIDTH))
        self.card.setMinimumHeight(active.look.px(_HEIGHT))
