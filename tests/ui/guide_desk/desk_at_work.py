"""The guide desk's presenter in a test: real services, a view that remembers, a printer that can fail."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.adapters.folder_paper import FolderPaper
from app.bootstrap import item_search
from app.domain.person import Personal
from app.domain.print_job import Printer
from app.ports.errors import DatabaseAway, DeviceFailed
from app.ports.unit_of_work import UnitOfWork
from app.services.use_case import Ports
from tests.ui.guide_desk.morning import GUIDE, STATION, Morning
from tests.ui.prints.at_work import printed, printing
from ui.guide_desk.keeping import NOTHING_KEPT, KeptDraft
from ui.guide_desk.presenter import GuideDeskPresenter
from ui.guide_desk.state import ExceptionWish, GuideDeskState
from ui.kept_file import KeptFile
from ui.print_queue import PrintQueue
from ui.session import Session
from ui.tasks import TaskSupervisor


@dataclass
class RecordingView:
    """Remembers what it was shown and where the keyboard was brought."""

    states: list[GuideDeskState] = field(default_factory=list)
    focus: str = ""
    wish: ExceptionWish | None = None

    def render(self, state: GuideDeskState) -> None:
        self.states.append(state)

    def focus_search(self, *, clear: bool = False) -> None:
        self.focus = "empty search" if clear else "search"

    def focus_issue(self) -> None:
        self.focus = "issue"

    def focus_visitor(self, part: Personal) -> None:
        self.focus = part.value

    def focus_find(self) -> None:
        self.focus = "find"

    def focus_exception(self) -> None:
        self.focus = "exception"

    def fill_exception(self, wish: ExceptionWish) -> None:
        self.wish = wish

    def clear_exception(self) -> None:
        self.focus = "empty exception"


class PaperFolder:
    """Keeps what it is given in a folder; without paper it fails."""

    def __init__(self, folder: Path) -> None:
        self._folder, self.has_paper = FolderPaper(folder), True
        self.folder = folder

    async def deliver(self, pdf: bytes, title: str) -> str:
        if not self.has_paper:
            raise DeviceFailed("device.file_failed", path=title, reason="no paper")
        return await self._folder.deliver(pdf, title)

    @property
    def papers(self) -> list[str]:
        """The titles of what came out."""
        return sorted(path.stem for path in self.folder.glob("*.pdf"))


@dataclass
class Cable:
    """The way to the database: cut before a transaction, or after its commit, when only the reply is lost."""

    cut: bool = False
    reply_lost: bool = False

    def through(self, ports: Ports) -> Ports:
        """The ports behind this cable."""

        def uow() -> UnitOfWork:
            if self.cut:
                raise DatabaseAway("database.rule.away")
            made = ports.uow()
            commit = made.commit

            async def commit_and_lose() -> None:
                await commit()
                if self.reply_lost:
                    raise DatabaseAway("database.rule.away")

            made.commit = commit_and_lose  # type: ignore[method-assign]
            return made

        return replace(ports, uow=uow)


@dataclass
class DeskAtWork:
    """The presenter and everything around it."""

    presenter: GuideDeskPresenter
    view: RecordingView
    tickets: PaperFolder
    slips: PaperFolder
    cable: Cable
    tasks: TaskSupervisor
    prints: PrintQueue
    bugs: list[BaseException]
    start: Callable[[], GuideDeskPresenter]

    def restarted(self) -> GuideDeskPresenter:
        """The presenter of the same station after a restart."""
        return self.start()

    @property
    def state(self) -> GuideDeskState:
        """What is shown now."""
        return self.presenter.state

    async def settled(self) -> GuideDeskState:
        """Wait until nothing is under way, and all paper is out or told not to be."""
        await self.tasks.idle()
        await printed(self.prints)
        return self.state

    async def pick(self, code: str) -> GuideDeskState:
        """Pick an item and wait for its guide."""
        self.presenter.pick(code)
        return await self.settled()

    async def issue(self) -> GuideDeskState:
        """Press Enter and wait until the ticket is printed."""
        self.presenter.issuing.issue()
        return await self.settled()


@asynccontextmanager
async def desk_at_work(morning: Morning, folder: Path) -> AsyncIterator[DeskAtWork]:
    """A desk with the guide signed in, after its first look at the hall."""
    bugs: list[BaseException] = []
    tasks, view, cable = TaskSupervisor(lambda _name, error: bugs.append(error)), RecordingView(), Cable()
    tickets, slips = PaperFolder(folder / "tickets"), PaperFolder(folder / "slips")
    session, ports = Session(STATION, await morning.actor(GUIDE)), cable.through(morning.hall.ports)
    printers = {Printer.TICKET: tickets, Printer.A4: slips}
    async with printing(ports, morning.hall.origin, printers) as prints:

        def start() -> GuideDeskPresenter:
            kept: KeptFile[KeptDraft] = KeptFile(folder / "draft.json", KeptDraft, NOTHING_KEPT)
            return GuideDeskPresenter(ports, session, item_search, prints, kept, tasks, view, lambda: None)

        presenter = start()
        presenter.signing.take_over()
        await asyncio.gather(presenter.read_hall(), presenter.read_items(), presenter.read_desk())
        yield DeskAtWork(presenter, view, tickets, slips, cable, tasks, prints, bugs, start)
        await prints.close()
        await tasks.close()
    assert bugs == []
