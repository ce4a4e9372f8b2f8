"""What the parts of the presenter share: the world they ask, the state they change, the view that shows it."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Hashable
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar

from app.domain.errors import YiciError
from app.domain.person import Personal
from app.ports.errors import DatabaseAway
from app.ports.printing import PaperOut
from app.services.use_case import Command, Ports
from ui.guide_desk.state import NOTHING_YET, GuideDeskState

R = TypeVar("R")


class View(Protocol):
    """What the presenter needs of the screen."""

    def render(self, state: GuideDeskState) -> None: ...

    def focus_search(self, *, clear: bool = False) -> None:
        """Bring the keyboard back to the search box, where it begins and ends."""

    def focus_issue(self) -> None:
        """Bring the keyboard to the one next action."""

    def focus_visitor(self, part: Personal) -> None:
        """Bring the keyboard to what has to be put right."""

    def focus_find(self) -> None:
        """Bring the keyboard to the field in which tickets are found."""

    def focus_exception(self) -> None:
        """Bring the keyboard to what cannot be settled."""

    def clear_exception(self) -> None:
        """The exception is registered: empty its form."""


class Tasks(Protocol):
    """Owns what runs in the background (``ui.tasks.TaskSupervisor``); failures that are bugs surface there."""

    def start(
        self, work: Coroutine[Any, Any, None], *, name: str, replace: bool = False
    ) -> asyncio.Task[None]: ...

    def run_command(self, work: Coroutine[Any, Any, None], *, name: str) -> asyncio.Task[None]: ...


class Commands(Protocol):
    """Gives a fresh command of the person who is signed in."""

    def command(self) -> Command: ...


class Orders:
    """Keeps the command of an order until its answer is known, so that giving it again does nothing twice."""

    def __init__(self, commands: Commands) -> None:
        self._commands = commands
        self._open: dict[Hashable, Command] = {}

    async def carry_out(self, order: Hashable, act: Callable[[Command], Awaitable[R]]) -> R:
        """Carry the order out; the same order after ``DatabaseAway`` is the same command.

        Raises:
            YiciError: as the use case does.
        """
        if order not in self._open:
            self._open[order] = self._commands.command()
        try:
            result = await act(self._open[order])
        except DatabaseAway:
            raise
        except YiciError:
            del self._open[order]
            raise
        del self._open[order]
        return result


@dataclass
class Desk:
    """One guide desk. ``change`` is the only way to a new state, and always shows it.

    ``read_again`` reads what stands live beside the page.
    """

    ports: Ports
    orders: Orders
    ticket_paper: PaperOut
    a4_paper: PaperOut
    tasks: Tasks
    view: View
    read_again: Callable[[], None]
    state: GuideDeskState = NOTHING_YET
    _watchers: list[Callable[[], None]] = field(default_factory=list)

    def change(self, **changes: Any) -> None:
        """Change these fields of the state and show it."""
        self.state = replace(self.state, **changes)
        self.view.render(self.state)
        for told in self._watchers:
            told()

    def watch(self, told: Callable[[], None]) -> None:
        """Call ``told`` after every change."""
        self._watchers.append(told)
