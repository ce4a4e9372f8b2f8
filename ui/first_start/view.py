"""What the first start's presenter sees of its window."""

from ui.first_start.state import FirstStartState
from ui.first_start.window import FirstStartWindow


class FirstStartView:
    """Renders states into ``window``, which another language replaces by a new one."""

    def __init__(self, window: FirstStartWindow) -> None:
        self.window = window

    def render(self, state: FirstStartState) -> None:
        """Show a state."""
        self.window.show_state(state)
