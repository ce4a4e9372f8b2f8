"""The right column, live: lines, missed tickets, recent tickets."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.guide_desk.lines_card import LinesCard
from ui.guide_desk.missed_card import MissedCard
from ui.guide_desk.recent_card import RecentCard
from ui.guide_desk.state import GuideDeskState
from ui.widgets.layouts import column
from ui.widgets.tabs import Tabs
from ui.words import Words

_FIRST = 100
"""As a stretch: takes what it may before the recent tickets do."""
_LINES_MOST, _MISSED_MOST = 0.52, 0.24
"""Of the column's height; beyond it a card scrolls by itself. The recent tickets take what is left."""

_NO_LIMIT = 16777215  # QWIDGETSIZE_MAX


class SideColumn(QWidget):
    """Three cards that share the height by what is in them; folded, one of them at a time under tabs."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesCard(words)
        self.missed = MissedCard(words)
        self.recent = RecentCard(words)
        self._cards: tuple[LinesCard | MissedCard | RecentCard, ...] = (self.lines, self.missed, self.recent)
        self.tabs = Tabs(len(self._cards))
        self._titles = [words(f"guide_desk.{name}.tab") for name in ("lines", "missed", "recent")]
        self._folded, self._at = False, 0
        self.tabs.hide()
        self.tabs.went.connect(self._go)
        box = column(self, gap=12)
        box.addWidget(self.tabs)
        box.addWidget(self.lines, _FIRST)
        box.addWidget(self.missed, _FIRST)
        box.addWidget(self.recent, 1)

    def show_state(self, state: GuideDeskState) -> None:
        """Show the hall as it is."""
        for card in self._cards:
            card.show_state(state)
        missed = len(state.desk.no_shows) if state.desk else 0
        lines, no_shows, recent = self._titles
        self.tabs.show_texts([lines, f"{no_shows} {missed}" if missed else no_shows, recent])
        self._share()

    def fold(self, folded: bool) -> None:
        """Show one card under tabs, or all of them."""
        self._folded = folded
        self.lines.show_open(not folded)
        self._share()

    def is_folded(self) -> bool:
        """Whether one card is shown at a time."""
        return self._folded

    def _go(self, at: int) -> None:
        self._at = at
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        self.tabs.setVisible(self._folded)
        for at, card in enumerate(self._cards):
            card.setVisible(not self._folded or at == self._at)
            card.head.setVisible(not self._folded)  # the tab says it
        if self._folded:
            for card in (self.lines, self.missed):
                card.setMaximumHeight(_NO_LIMIT)
            return
        self.lines.setMaximumHeight(min(self.lines.wanted_height(), int(self.height() * _LINES_MOST)))
        self.missed.setMaximumHeight(min(self.missed.wanted_height(), int(self.height() * _MISSED_MOST)))
