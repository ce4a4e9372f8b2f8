"""What the parts of the presenter share: the world they ask, the state they change, the view that shows it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol

from app.domain.errors import YiciError
from app.domain.message import Message
from app.ports.errors import DatabaseAway
from app.services.use_case import Ports
from ui.session import Session
from ui.tasks import Tasks
from ui.worklist.state import S, S_contra


class View(Protocol[S_contra]):
    """What the presenter needs of the screen."""

    def render(self, state: S_contra) -> None:
        """Show the state; an input that has the focus is never written."""

    def say(self, message: Message) -> None:
        """Say for a few seconds what worked."""

    def clear_failure(self) -> None:
        """What could not be read has been read."""

    def is_acting(self) -> bool:
        """Whether the keyboard is with the case, or has nowhere to be."""

    def focus_action(self) -> None:
        """Bring the keyboard to the form of the next step."""

    def focus_list(self) -> None:
        """Bring the keyboard back to the list."""


@dataclass
class Desk(Generic[S]):
    """One station. ``change`` is the only way to a new state; ``read_again`` asks the refresher for all."""

    ports: Ports
    session: Session
    tasks: Tasks
    view: View[S]
    read_again: Callable[[], None]
    state: S

    def change(self, **changes: Any) -> None:
        """Change these fields of the state and show it when it differs."""
        changed = replace(self.state, **changes)
        if changed != self.state:
            self.state = changed
            self.view.render(changed)

    def look(self, reading: Callable[[], Awaitable[None]], name: str) -> None:
        """Read for the person who just asked; the latest question of this name replaces the one before."""
        self.tasks.start(self._look(reading), name=name, replace=True)

    async def _look(self, reading: Callable[[], Awaitable[None]]) -> None:
        try:
            await reading()
        except DatabaseAway:
            self.read_again()  # which tries until it is in touch, and says so meanwhile
        except YiciError as error:
            self.change(problem=error.message)
