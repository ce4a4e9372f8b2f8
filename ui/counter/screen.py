"""The state in force and the view that shows it."""

from dataclasses import replace
from typing import Any, Protocol

from app.domain.message import Message
from ui.counter.state import CounterState


class View(Protocol):
    """What the presenter needs of the window."""

    def render(self, state: CounterState) -> None:
        """Show the state; an input that has the focus is never written."""

    def say(self, message: Message) -> None:
        """Say for a few seconds what worked."""


class Screen:
    """Holds the one state; every change of it is rendered at once."""

    def __init__(self, state: CounterState, view: View) -> None:
        self.state = state
        self._view = view

    def change(self, **changes: Any) -> None:
        """Change fields of the state (TypeError for one that it does not have)."""
        changed = replace(self.state, **changes)
        if changed != self.state:
            self.state = changed
            self._view.render(changed)

    def say(self, message: Message) -> None:
        """Say for a few seconds what worked."""
        self._view.say(message)
