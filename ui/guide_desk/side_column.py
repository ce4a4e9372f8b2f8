"""The right column, live: lines, missed tickets, recent tickets."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.guide_desk.lines_card import LinesCard
from ui.guide_desk.missed_card import MissedCard
from ui.guide_desk.recent_card import RecentCard
from ui.guide_desk.state import GuideDeskState
from ui.theme import look_of
from ui.widgets.layouts import column
from ui.words import Words


class SideColumn(QWidget):
    """Three cards that share the height; each scrolls by itself."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesCard(words)
        self.missed = MissedCard(words)
        self.recent = RecentCard(words)
        box = column(self, gap=12)
        box.addWidget(self.lines, 9)
        box.addWidget(self.missed, 4)
        box.addWidget(self.recent, 8)

    def show_state(self, state: GuideDeskState) -> None:
        """Show the hall as it is."""
        for card in (self.lines, self.missed, self.recent):
            card.show_state(state)

    def sizeHint(self) -> QSize:
        return QSize(look_of(self).px(296), super().sizeHint().height())
