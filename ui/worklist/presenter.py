"""The presenter of a worklist: knows no Qt, turns what a person asks for into reads and commands."""

from collections.abc import Callable
from typing import Any, Generic

from app.domain.events import Topic
from app.domain.message import Message
from app.ports.change_feed import Touch
from ui.context import StationContext
from ui.one_command import Commands
from ui.orders import Orders
from ui.refresh import Refresher
from ui.tasks import Tasks
from ui.worklist.acting import Acting
from ui.worklist.desk import Desk, View
from ui.worklist.listing import Listing
from ui.worklist.signing import Signing
from ui.worklist.state import S
from ui.worklist.typed import Typed

GIVEN_UP = Message("worklist.unconfirmed.given_up")


class WorklistPresenter(Generic[S]):
    """Parts: ``listing``, ``acting``, ``typed`` and ``signing``, which a room makes, each take their own intents."""

    listing: Listing[S, Any]
    acting: Acting[S]
    typed: Typed[S, Any]
    signing: Signing[S]

    def __init__(
        self,
        name: str,
        blank: S,
        context: StationContext,
        tasks: Tasks,
        view: View[S],
        failed: Callable[[str, BaseException], None],
    ) -> None:
        self._refresher = Refresher(
            context.feed,
            origin=context.origin,
            touched=self._touched,
            failed=lambda error: failed(f"{name}.refresh", error),
            recovered=view.clear_failure,
        )
        self._desk = Desk(context.ports, context.session, tasks, view, self._refresher.refresh_all, blank)
        self.commands = Commands(self._desk, Orders(context.session.command), GIVEN_UP)

    @property
    def state(self) -> S:
        """The state that is shown."""
        return self._desk.state

    def start(self) -> None:
        """Show what was typed last time, and follow the hall from now on."""
        self._desk.view.render(self.state)
        self._refresher.subscribe({Topic.STAFF}, self.signing.check_again)
        self.typed.read()
        self.signing.take_over()
        self._desk.tasks.start(self._refresher.run(), name="follow the hall")
        self._desk.tasks.start(self.typed.keep(), name="keep what is typed")

    def stop(self) -> None:
        """Repeat nothing any more: the room is about to close."""
        self.commands.give_up()

    def read_again(self) -> None:
        """Read everything again: a person asked for it, or a new day has begun."""
        self._refresher.refresh_all()

    def back(self) -> None:
        """Esc: from another step to the sensible one, else to the list."""
        if self.state.chosen is not None:
            self.acting.choose_none()
        else:
            self._desk.view.focus_list()

    def _touched(self, touch: Touch) -> None:
        self._desk.change(touch=touch)
        if touch is Touch.CONNECTED:
            self.commands.repeat()
