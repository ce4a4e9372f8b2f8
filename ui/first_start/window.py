"""The window of the first start: three steps on one page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.first_start.database_step import DatabaseStep
from ui.first_start.outfit_step import OutfitStep
from ui.first_start.probe import HallFound
from ui.first_start.state import FirstStartState
from ui.first_start.station_step import StationStep
from ui.shell import Fact, HallClock, Preferences, StationWindow
from ui.theme import active, look_of
from ui.widgets.card import Card
from ui.widgets.layouts import column, row
from ui.words import Words

_LEFT, _RIGHT, _HEIGHT = 960, 372, 628


class FirstStartWindow(StationWindow):
    """Steps 1 and 2 at the left, 3 at the right; language, print and theme in the header."""

    def __init__(self, words: Words, clock: HallClock, sample_file: str, version: str) -> None:
        super().__init__(words, clock)
        self._clock = clock
        self._found: HallFound | None = None
        self._editing: bool | None = None
        self.setWindowTitle(words("setup.title"))
        self.database = DatabaseStep(words, sample_file)
        self.station = StationStep(words)
        self.outfit = OutfitStep(words)
        self.preferences = Preferences(words)
        self.header.show_station(words("setup.title"))
        self.header.right.put(self.preferences)
        self.status_line.show_left(Fact(words("setup.version", version=version)))
        self.status_line.show_right(Fact(words("setup.later")))
        self._left, self._steps = Card(), QWidget()
        self.set_body(self._page())
        self._measure()
        active.changed.connect(self._measure)
        self._on_key("Esc", self.outfit.back_requested.emit)

    def show_state(self, state: FirstStartState) -> None:
        """Show this state in all three steps; the time is the hall's as soon as there is a hall.

        The keyboard begins in the address, and goes on to the kinds once that is settled.
        """
        if state.found is not None and state.found is not self._found:
            self._clock.set(state.found.local_now)
        self._found = state.found
        elsewhere = any(step.isAncestorOf(self.focusWidget()) for step in (self.station, self.outfit))
        for step in (self.database, self.station, self.outfit):
            step.show_state(state)
        if state.editing != self._editing and not elsewhere:
            (self.database if state.editing else self.station).focus_start()
        self._editing = state.editing

    def _page(self) -> QScrollArea:
        self._left.body.put(self.database)
        self._left.body.addWidget(self.station, 1)
        line = row(self._steps, gap=24)
        line.addStretch(1)
        line.addWidget(self._left, 1000)  # all the room, up to its widest
        line.addWidget(self.outfit)
        line.addStretch(1)
        inside = QWidget()
        middle = column(inside, margins=(40, 16, 40, 16))
        middle.addStretch(1)
        middle.addWidget(self._steps)
        middle.addStretch(2)
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab stops only where something can be done
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        page.setWidget(inside)
        return page

    def _measure(self) -> None:
        look = look_of(self)
        self.outfit.setFixedWidth(look.px(_RIGHT))
        self._left.setMaximumWidth(look.px(_LEFT))
        self._steps.setMinimumHeight(look.px(_HEIGHT))

    def _on_key(self, key: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
