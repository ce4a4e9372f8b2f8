"""What the parts of the presenter share: the world they ask, the state they change, the view that shows it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from app.domain.person import Personal
from app.services.use_case import Ports
from ui.guide_desk.draft import Draft
from ui.guide_desk.state import NOTHING_YET, ExceptionWish, GuideDeskState
from ui.orders import Orders
from ui.print_queue import PrintQueue
from ui.tasks import Tasks


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

    def fill_exception(self, wish: ExceptionWish) -> None:
        """Write what was typed before a restart into the form of the exception."""

    def clear_exception(self) -> None:
        """The exception is registered: empty its form."""


@dataclass
class Desk:
    """One guide desk. ``change`` is the only way to a new state, and always shows it.

    ``read_again`` reads what stands live beside the page, ``read_all_again`` everything, and tries until it can.
    """

    ports: Ports
    orders: Orders
    prints: PrintQueue
    tasks: Tasks
    view: View
    read_again: Callable[[], None]
    read_all_again: Callable[[], None]
    state: GuideDeskState = NOTHING_YET
    _watchers: list[Callable[[], None]] = field(default_factory=list)

    def change(self, **changes: Any) -> None:
        """Change these fields of the state and show it."""
        self.state = replace(self.state, **changes)
        self.view.render(self.state)
        for told in self._watchers:
            told()

    def change_draft(self, draft: Draft) -> None:
        """Change what is written down for the person, if it is another."""
        if draft != self.state.draft:
            self.change(draft=draft)

    def watch(self, told: Callable[[], None]) -> None:
        """Call ``told`` after every change."""
        self._watchers.append(told)
