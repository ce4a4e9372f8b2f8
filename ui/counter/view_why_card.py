"""Why this ticket is next: drawn on a clock, or said in words where large print leaves a drawing no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.counter.state import CounterState
from ui.counter.view_why import WhyDrawing
from ui.counter.why import SHOWN, Place, order_text, places_of, why_rule
from ui.theme import Type, look_of
from ui.widgets.card import Card, Panel
from ui.widgets.icon import Icon
from ui.widgets.layouts import column, row
from ui.widgets.text import Text
from ui.words import Words

_DRAWN_FROM = 480
"""Px at scale 1: on less the clock is shorter than the words beside it."""


class WhyCard(Card):
    """The places with their question above and the rule below."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title = Text("", Type.BODY, bold=True)
        self.drawing, self.said = WhyDrawing(), _Said(words)
        self._rule = Text("", Type.DETAIL, "text2", wrap=True)
        self._order = Text("", Type.CAPTION, "text2", wrap=True)
        self._head = row(gap=8)
        self._head.addLayout(row().put(Icon("question", "accent", 18), self._title, None))
        self._head.addWidget(self._order, 1)
        panel = Panel(margins=(16, 12, 16, 14), gap=8)
        panel.body.addLayout(self._head)
        panel.body.put(self.drawing, self.said, self._rule)
        self.body.put(panel)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def show_state(self, state: CounterState) -> None:
        """Show the places of the next tickets; without anybody waiting there is nothing to ask."""
        places = places_of(state, self._words)
        self.setVisible(bool(places))
        if not places:
            return
        self._title.setText(self._words("counter.why.title", number=places[0].number))
        self._order.setText(order_text(state, self._words))
        self.drawing.show_places(places)
        self.said.show_places(places)
        self._rule.setText(why_rule(state, self._words))

    def _arrange(self) -> None:
        drawn = self.width() >= look_of(self).px(_DRAWN_FROM)
        self.drawing.setVisible(drawn)
        self.said.setVisible(not drawn)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(across if drawn else down)
        self._order.setAlignment(Qt.AlignmentFlag.AlignRight if drawn else Qt.AlignmentFlag.AlignLeft)


class _Said(QWidget):
    """A line for each ticket: its number, the instant that it counts as, and what moved it there."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._lines = [Text("", Type.BODY, wrap=True) for _ in range(SHOWN)]
        column(self, gap=6).put(*self._lines)
        self._lines[0].set_bold(True)
        self._lines[0].set_tone("accent")

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Say these, the next one first."""
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(places))
            line.setText(self._said(places[at]) if at < len(places) else "")

    def _said(self, place: Place) -> str:
        moved = self._words("counter.list.comma").join(
            (place.came_text, *(piece.why for piece in place.pieces))
        )
        return self._words("counter.why.said", number=place.number, place=f"{place.place:%H:%M}", moved=moved)
