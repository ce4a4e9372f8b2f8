"""The window around the room."""

from ui.cases.state import CasesState
from ui.shell.office_window import OfficeWindow
from ui.words import Words


class CasesWindow(OfficeWindow):
    """The cases station's window."""

    def __init__(self, words: Words, name: str) -> None:
        super().__init__(words, name, words("cases.title"))

    def show_state(self, state: CasesState) -> None:
        """Show hall, person and connection."""
        self.show_office(state.hall, state.actor, state.touch, published=state.calendar_published)
