"""The guide desk's presenter: takes what a person wants, asks the hall, and shows what came of it."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from app.domain.paper_code import is_paper
from app.domain.person import Personal
from app.domain.policy import Priority
from app.ports.errors import DatabaseAway
from app.ports.item_search import ItemSearchFactory
from app.ports.rows import HallRow, NoticeRow
from app.services.policy import hall_policy
from app.services.use_case import Ports
from ui.guide_desk.desk import Desk, View
from ui.guide_desk.draft import NO_DRAFT, Draft
from ui.guide_desk.exceptions import Exceptions
from ui.guide_desk.finding import Finding, is_identity
from ui.guide_desk.guides import Guides
from ui.guide_desk.issuing import Issuing
from ui.guide_desk.keeping import Keeping, KeptDraft
from ui.guide_desk.printing import Printing
from ui.guide_desk.searching import Searching
from ui.guide_desk.signing import Signing
from ui.guide_desk.state import GuideDeskState, Pane
from ui.guide_desk.tickets import Tickets
from ui.guide_desk.visitor import check, class_for
from ui.kept_file import KeptFile
from ui.orders import Orders
from ui.print_queue import PrintQueue
from ui.session import Session
from ui.tasks import Tasks


class GuideDeskPresenter:
    """Intents are plain calls that show their effect at once; what takes time runs as a task of the room."""

    def __init__(
        self,
        ports: Ports,
        session: Session,
        index_of: ItemSearchFactory,
        prints: PrintQueue,
        kept: KeptFile[KeptDraft],
        tasks: Tasks,
        view: View,
        read_all_again: Callable[[], None],
    ) -> None:
        orders = Orders(session.command)
        self._desk = Desk(ports, orders, prints, tasks, view, self._read_again, read_all_again)
        self._searching = Searching(self._desk, index_of)
        self._keeping = Keeping(kept)
        self._guides = Guides(self._desk)
        self.printing = Printing(self._desk)
        self.issuing = Issuing(self._desk, self.printing)
        self.tickets = Tickets(self._desk)
        self.finding = Finding(self._desk)
        self.exceptions = Exceptions(self._desk)
        self.signing = Signing(self._desk, session)
        self.exceptions.restore(self._keeping.exception)
        self._desk.watch(self._keep)

    @property
    def state(self) -> GuideDeskState:
        """The state that is shown."""
        return self._desk.state

    async def read_desk(self) -> None:
        """Read lines, no-shows and recent tickets. Raises ``DatabaseAway``."""
        desk = await self._desk.ports.readers.guide_desk()
        self._desk.change(desk=desk)
        self._searching.again()
        await self.finding.again()

    async def read_hall(self) -> HallRow:
        """Read where and when we are. Raises ``DatabaseAway``."""
        hall = await self._desk.ports.readers.hall()
        self._desk.change(zone=ZoneInfo(hall.timezone), policy=await hall_policy(self._desk.ports))
        return hall

    def _read_again(self) -> None:
        """After an order of our own: the change feed tells of those of others."""
        self._desk.tasks.start(self._read_desk_or_wait(), name="read the desk again", replace=True)

    async def _read_desk_or_wait(self) -> None:
        try:
            await self.read_desk()
        except DatabaseAway:
            self._desk.read_all_again()

    async def read_items(self) -> None:
        """Read the items in force, and the guides of the draft again. Raises ``DatabaseAway``."""
        await self._searching.read_items()
        self._change_draft(self._keeping.restore(self.state.draft, self._searching))
        await self._guides.read_again()

    def search(self, text: str) -> None:
        """Show the items that fit what is being typed."""
        self._searching.search(text)

    def pick(self, code: str) -> None:
        """Take an item; one Enter later its ticket is issued."""
        row = self._searching.item(code)
        if row is None or self.state.busy:
            return
        self._show_picked(self.state.draft.pick(row))
        self._desk.view.focus_issue()

    def add_another(self) -> None:
        """The next item that is picked comes in addition (再加一件)."""
        self._change_draft(self.state.draft.add_another())
        self._desk.view.focus_search(clear=True)

    def choose_situation(self, name: str) -> None:
        """Another situation of the item on the page; the chosen one again is taken back."""
        errand = self.state.draft.errand
        if errand is not None:
            chosen = errand.choose(None if errand.situation == name else name)
            self._change_draft(self.state.draft.write(chosen))

    def tick(self, material: int, held: bool) -> None:
        """The person holds this material, or does not."""
        if (errand := self.state.draft.errand) is not None:
            self._change_draft(self.state.draft.write(errand.tick(material, held)))

    def set_aside(self, material: int, aside: bool) -> None:
        """The person does not need this material (不需要), or does after all."""
        if (errand := self.state.draft.errand) is not None:
            self._change_draft(self.state.draft.write(errand.set_aside(material, aside)))

    def tick_all(self) -> None:
        """The person holds everything; once more takes it back."""
        if (errand := self.state.draft.errand) is not None:
            self._change_draft(self.state.draft.write(errand.tick_all()))

    def show_errand(self, code: str) -> None:
        """Bring an errand to the page."""
        self._change_draft(self.state.draft.show(code))

    def remove_errand(self, code: str) -> None:
        """Leave an errand out."""
        self._change_draft(self.state.draft.remove(code))

    def bring_forward(self, code: str) -> None:
        """Do an errand one step earlier."""
        self._change_draft(self.state.draft.bring_forward(code))

    def choose_priority(self, priority: Priority) -> None:
        """The person's class."""
        self._change_draft(self.state.draft.with_priority(priority))

    def write(self, part: Personal, text: str) -> None:
        """Name, identity number or phone, as it is typed."""
        self._check(part, text, left=False)

    def leave(self, part: Personal) -> None:
        """The field has been left: now a short value is a wrong one."""
        self._check(part, self.state.draft.visitor.text(part), left=True)

    def scan(self, code: str) -> None:
        """A reader has read a card, or one of the hall's papers."""
        if is_paper(code):
            self._desk.change(find=self.state.find, pane=Pane.FIND)
            self.finding.find(code)
        elif is_identity(code):
            self._desk.change(pane=Pane.TICKET)
            self._check(Personal.IDENTITY, code, left=True)
            self._desk.view.focus_issue()
        else:
            self.finding.find(code)

    def use_notice(self, notice: NoticeRow) -> None:
        """Somebody comes back with a slip: bring up its item and what was missing."""
        row = self._searching.item(notice.item)
        if row is not None and not self.state.busy:
            draft = self.state.draft.pick(row)
            assert draft.errand is not None
            self._show_picked(draft.write(draft.errand.come_back(notice)))
            self._desk.view.focus_issue()

    def use_found_notice(self) -> None:
        """Go on with the slip that was scanned."""
        if self.state.find.notice is not None:
            self.use_notice(self.state.find.notice)

    def reprint(self, number: str) -> None:
        """Print what was issued last once more, be it a ticket or a slip."""
        if self.state.told is not None and self.state.told.number == number:
            self.printing.reprint_notice(number)
        else:
            self.printing.reprint_ticket(number)

    def show_find(self) -> None:
        """Find a ticket (F3)."""
        self._desk.change(pane=Pane.FIND)
        self._desk.view.focus_find()

    def show_exception(self) -> None:
        """Register an exception (F10)."""
        self.exceptions.open()

    def back_to_search(self) -> None:
        """Esc: back to where everything begins; nothing that was typed is lost."""
        self._desk.change(pane=Pane.TICKET)
        self._desk.view.focus_search()

    def start_over(self) -> None:
        """The person has left: nothing was issued, and whoever comes next with the same wish is somebody else."""
        self._desk.orders.forget()
        self._desk.change(draft=NO_DRAFT, away=False, problem=None)
        self._desk.view.focus_search(clear=True)

    def _keep(self) -> None:
        if self._keeping.differs(self.state.draft, self.state.exception.wish):
            self._desk.tasks.run_command(self._keeping.write(), name="keep the draft")

    def _show_picked(self, draft: Draft) -> None:
        shown = self._guides.shown_in(draft)
        done = {"issued": None, "told": None, "sent": None}
        self._desk.change(draft=shown, pane=Pane.TICKET, away=False, problem=None, **done)
        if shown.errand is not None:
            self._guides.want(shown.errand.code)

    def _check(self, part: Personal, text: str, *, left: bool) -> None:
        checked = check(self._desk.ports.protector, part, text, left=left)
        draft = self.state.draft.with_visitor(part, text, checked)
        if part is Personal.IDENTITY and self.state.desk is not None:
            draft = draft.suggest(class_for(draft.visitor, self.state.local(self.state.desk.now).date()))
        self._change_draft(draft)

    def _change_draft(self, draft: Draft) -> None:
        self._desk.change_draft(draft)
