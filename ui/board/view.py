"""What the board's presenter sees of its window."""

from ui.board.state import BoardState
from ui.board.window import BoardWindow
from ui.words import Words


class BoardView:
    """Renders states into ``window``."""

    def __init__(self, words: Words) -> None:
        self.window = BoardWindow(words)

    def render(self, state: BoardState) -> None:
        """Show a state."""
        self.window.show_state(state)
