"""What the tablet's presenter sees of its window."""

from PySide6.QtCore import QObject, Signal

from ui.rate.state import RateState
from ui.rate.window import RateWindow
from ui.words import Words


class RateView(QObject):
    """Renders states into ``window``, and tells what a person wants."""

    level_chosen = Signal(object)
    sent = Signal(str)
    refused = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.window = RateWindow(words)
        self.window.ask.faces.chosen.connect(self.level_chosen)
        self.window.ask.send.connect(self.sent)
        self.window.ask.refuse.connect(self.refused)

    def render(self, state: RateState) -> None:
        """Show a state."""
        self.window.show_state(state)
