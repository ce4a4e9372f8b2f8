"""The window around the room."""

from ui.exceptions.state import ExceptionsState
from ui.shell.office_window import OfficeWindow
from ui.words import Words


class ExceptionsWindow(OfficeWindow):
    """The supervision office's window."""

    def __init__(self, words: Words, name: str) -> None:
        super().__init__(words, name, words("exceptions.office"))

    def show_state(self, state: ExceptionsState) -> None:
        """Show hall, person and connection."""
        self.show_office(state.hall, state.actor, state.touch, published=state.calendar_published)
