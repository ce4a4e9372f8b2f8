"""The right column, live: lines, missed tickets, recent tickets."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.guide_desk.lines_card import LinesCard
from ui.guide_desk.missed_card import MissedCard
from ui.guide_desk.recent_card import RecentCard
from ui.guide_desk.state import GuideDeskState
from ui.widgets.layouts import column
from ui.words import Words

_FIRST = 100
"""As a stretch: takes what it may before the recent tickets do."""
_LINES_MOST, _MISSED_MOST = 0.52, 0.24
"""Of the column's height; beyond it a card scrolls by itself. The recent tickets take what is left."""


class SideColumn(QWidget):
    """Three cards that share the height by what is in them."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesCard(words)
        self.missed = MissedCard(words)
        self.recent = RecentCard(words)
        box = column(self, gap=12)
        box.addWidget(self.lines, _FIRST)
        box.addWidget(self.missed, _FIRST)
        box.addWidget(self.recent, 1)

    def show_state(self, state: GuideDeskState) -> None:
        """Show the hall as it is."""
        for card in (self.lines, self.missed, self.recent):
            card.show_state(state)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        self.lines.setMaximumHeight(min(self.lines.wanted_height(), int(self.height() * _LINES_MOST)))
        self.missed.setMaximumHeight(min(self.missed.wanted_height(), int(self.height() * _MISSED_MOST)))
