"""Taking the steps of a case: one is chosen, what it lacks is said, and after it the next one is at hand."""

from enum import StrEnum
from typing import Any, Generic

from app.domain.message import Message
from ui.one_command import Commands
from ui.worklist.desk import Desk
from ui.worklist.listing import Listing
from ui.worklist.state import Page, S
from ui.worklist.typed import Typed


class Acting(Generic[S]):
    """Chooses a step; a room adds how its steps are taken."""

    def __init__(
        self, desk: Desk[S], commands: Commands, listing: Listing[S, Any], typed: Typed[S, Any]
    ) -> None:
        self._desk, self._commands = desk, commands
        self._listing, self._typed = listing, typed

    def choose(self, action: StrEnum) -> None:
        """Open the form of another step than the sensible one; what was typed goes along."""
        self._desk.change(chosen=action, problem=None)
        self._desk.view.focus_action()

    def choose_none(self) -> None:
        """Back to the sensible step."""
        self._desk.change(chosen=None, problem=None)

    def _lacks(self, problem: Message | None) -> bool:
        """Say what the step lacks, if anything."""
        if problem is not None:
            self._desk.change(problem=problem)
            self._desk.view.focus_action()
        return problem is not None

    def _done(self, action: StrEnum, page: Page) -> None:
        """Show what the step led to. The keyboard goes on to what comes next, unless it is elsewhere by now."""
        number = page.row.number
        is_acting = self._desk.view.is_acting() and self._desk.state.wanted == number
        self._typed.forget(number)
        self._listing.show_page(page)
        if is_acting:
            self._desk.view.focus_action()
        self._desk.look(self._listing.refresh, "list")
        self._desk.view.say(Message("worklist.done", {"number": number, "action": action}))
