"""The window of the first start: three steps on one page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.first_start.database_step import DatabaseStep
from ui.first_start.outfit_step import OutfitStep
from ui.first_start.state import FirstStartState
from ui.first_start.station_step import StationStep
from ui.shell import Fact, HallClock, Preferences, StationWindow
from ui.theme import active, look_of
from ui.widgets.card import Card
from ui.widgets.layouts import row
from ui.words import Words

_RIGHT = 372


class FirstStartWindow(StationWindow):
    """Steps 1 and 2 at the left, 3 at the right; language, print and theme in the header."""

    def __init__(self, words: Words, clock: HallClock, sample_file: str, version: str) -> None:
        super().__init__(words, clock)
        self.setWindowTitle(words("setup.title"))
        self.database = DatabaseStep(words, sample_file)
        self.station = StationStep(words)
        self.outfit = OutfitStep(words)
        self.preferences = Preferences(words)
        self.header.show_station(words("setup.title"))
        self.header.right.put(self.preferences)
        self.status_line.show_left(Fact(words("setup.version", version=version)))
        self.status_line.show_right(Fact(words("setup.later")))
        self.set_body(self._page())
        self._measure()
        active.changed.connect(self._measure)
        self._on_key("Esc", self.outfit.back_requested.emit)

    def show_state(self, state: FirstStartState) -> None:
        """Show this state in all three steps."""
        for step in (self.database, self.station, self.outfit):
            step.show_state(state)

    def _page(self) -> QScrollArea:
        left = Card()
        left.body.put(self.database)
        left.body.addWidget(self.station, 1)
        inside = QWidget()
        line = row(inside, margins=(40, 16, 40, 16), gap=24)
        line.addWidget(left, 1)
        line.addWidget(self.outfit)
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        page.setWidget(inside)
        return page

    def _measure(self) -> None:
        self.outfit.setFixedWidth(look_of(self).px(_RIGHT))

    def _on_key(self, key: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
