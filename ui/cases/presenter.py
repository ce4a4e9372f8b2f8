"""The presenter of the cases station: knows no Qt, turns what a person asks for into reads and commands."""

from collections.abc import Callable

from app.domain.events import Topic
from app.domain.message import Message
from app.ports.change_feed import ChangeFeed, Touch
from app.services.use_case import Ports
from ui.cases.acting import Acting
from ui.cases.desk import Desk, View
from ui.cases.listing import Listing
from ui.cases.signing import Signing
from ui.cases.state import CasesState
from ui.cases.typed import Kept, Typed
from ui.kept_file import KeptFile
from ui.one_command import Commands
from ui.orders import Orders
from ui.print_queue import PrintQueue
from ui.refresh import Refresher
from ui.session import Session
from ui.tasks import Tasks

GIVEN_UP = Message("cases.unconfirmed.given_up")


class CasesPresenter:
    """Parts: ``listing``, ``acting``, ``typed`` and ``signing`` each take their own intents."""

    def __init__(
        self,
        ports: Ports,
        feed: ChangeFeed,
        origin: str,
        session: Session,
        file: KeptFile[Kept],
        prints: PrintQueue,
        tasks: Tasks,
        view: View,
        failed: Callable[[str, BaseException], None],
    ) -> None:
        self._refresher = Refresher(
            feed,
            origin=origin,
            touched=self._touched,
            failed=lambda error: failed("cases.refresh", error),
            recovered=view.clear_failure,
        )
        self._desk = Desk(ports, session, tasks, view, self._refresher.refresh_all)
        self.commands = Commands(self._desk, Orders(session.command), GIVEN_UP)
        self.listing = Listing(self._desk)
        self.typed = Typed(self._desk, file)
        self.acting = Acting(self._desk, self.commands, self.listing, self.typed, prints)
        self.signing = Signing(self._desk)
        self._refresher.subscribe({Topic.CASES, Topic.NOTICES, Topic.CATALOGUE}, self.listing.refresh)
        self._refresher.subscribe({Topic.STAFF, Topic.HALL}, self.listing.refresh_people)
        self._refresher.subscribe({Topic.STAFF}, self.signing.check_again)

    @property
    def state(self) -> CasesState:
        """The state that is shown."""
        return self._desk.state

    def start(self) -> None:
        """Show what was typed last time, and follow the hall from now on."""
        self._desk.view.render(self.state)
        self.typed.read()
        self.signing.take_over()
        self._desk.tasks.start(self._refresher.run(), name="follow the hall")
        self._desk.tasks.start(self.typed.keep(), name="keep what is typed")

    def stop(self) -> None:
        """Repeat nothing any more: the room is about to close."""
        self.commands.give_up()

    def read_again(self) -> None:
        """Read everything again: a person asked for it, a new day has begun, or the law's clock moved cases."""
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
