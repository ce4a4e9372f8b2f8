"""The column at the side: lines and neighbours, who is next, held tickets, what was just done, the day."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.counter.state import CounterState, Phase
from ui.counter.view_held import HeldCard, JustDoneCard
from ui.counter.view_lines import LinesCard, MatesCard, NextCard
from ui.theme import Type
from ui.widgets.card import Card, Panel
from ui.widgets.layouts import column, row
from ui.widgets.text import Figure, Text
from ui.words import Words


class SideColumn(QScrollArea):
    """``asked(intent, ticket)`` from any of its cards."""

    asked = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._mates, self._next = LinesCard(words), MatesCard(words), NextCard(words)
        self.held, self._done, self._day = HeldCard(words), JustDoneCard(words), DayCard(words)
        inside = QWidget()
        column(inside, gap=12).put(
            self._lines, self._mates, self._next, self.held, self._done, self._day, None
        )
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self.held.asked.connect(self.asked)
        self._done.asked.connect(self.asked)

    def show_state(self, state: CounterState) -> None:
        """While somebody is served: what comes; otherwise: who else works here."""
        busy = state.phase in (Phase.CALLED, Phase.SERVING)
        for card in (self._lines, self._next):
            card.setVisible(busy)
            card.show_state(state)
        self._mates.show_state(state)
        self._mates.setVisible(not busy and self._mates.has_rows())
        self.held.show_state(state)
        self._done.show_state(state)
        self._day.show_state(state)


class DayCard(Card):
    """The counter's own day so far."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = {key: Figure("", Type.FIGURE) for key in ("finished", "median", "notices")}
        panel = Panel(margins=(16, 12, 16, 14), gap=10)
        panel.body.put(Text(words("counter.day.title"), Type.BODY, bold=True))
        figures = row(gap=8)
        for key, figure in self._figures.items():
            label = Text(words(f"counter.day.{key}"), Type.CAPTION, "text2", wrap=True)
            figures.addLayout(column(gap=2).put(figure, label), 1)
        panel.body.addLayout(figures)
        self.body.put(panel)

    def show_state(self, state: CounterState) -> None:
        """Show three figures; without a service there is no median."""
        day = state.desk.figures if state.desk else None
        self._figures["finished"].set_text(str(day.finished) if day else "0")
        median = day.median_minutes if day else None
        self._figures["median"].set_text("–" if median is None else str(median))
        self._figures["notices"].set_text(str(day.notices) if day else "0")
