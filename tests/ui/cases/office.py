"""The station's presenter in a test: real services, no screen; what it shows is recorded and waited for."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.adapters.folder_paper import FolderPaper
from app.domain.case_table import CaseAction
from app.domain.judgement import Verdict
from app.domain.message import Message
from app.ports.rows import CasePage
from app.services.use_case import Ports
from tests.services.at_work import HallAtWork
from tests.ui.prints.at_work import printing
from ui.cases.acting import NOBODY, Countersign
from ui.cases.presenter import CasesPresenter
from ui.cases.state import CasesState
from ui.cases.typed import Kept
from ui.judged import NOTHING_JUDGED
from ui.kept_file import KeptFile
from ui.session import Session
from ui.tasks import TaskSupervisor

LONGEST = 10.0


@dataclass
class RecordingView:
    """Keeps what it is told."""

    said: list[Message] = field(default_factory=list)
    focused: list[str] = field(default_factory=list)
    shown: asyncio.Event = field(default_factory=asyncio.Event)

    def render(self, state: CasesState) -> None:
        self.shown.set()

    def say(self, message: Message) -> None:
        self.said.append(message)
        self.shown.set()

    def clear_failure(self) -> None:
        self.focused.append("recovered")

    def focus_action(self) -> None:
        self.focused.append("action")

    def focus_list(self) -> None:
        self.focused.append("list")


@dataclass
class Office:
    """The presenter, its view, who is signed in, and the folder in which paper comes out."""

    hall: HallAtWork
    presenter: CasesPresenter
    view: RecordingView
    session: Session
    paper: Path
    failures: list[BaseException]

    @property
    def state(self) -> CasesState:
        """What is shown now."""
        return self.presenter.state

    @property
    def page(self) -> CasePage:
        """The case that is looked at."""
        assert self.state.page is not None
        return self.state.page

    async def until(self, condition: Callable[[CasesState], object]) -> CasesState:
        """Wait until a state is shown that fits; fails after ten seconds."""
        async with asyncio.timeout(LONGEST):
            while not condition(self.state):
                self.view.shown.clear()
                await self.view.shown.wait()
        return self.state

    async def look_at(self, number: str) -> CasesState:
        """Open a case, as it is now: it may have been opened before by itself, while the test prepared it."""
        now = (await self.hall.ports.readers.case(number)).version
        self.presenter.listing.open(number)
        self.presenter.listing.read_page(number)
        return await self.until(
            lambda s: s.page is not None and (s.page.row.number, s.page.version) == (number, now)
        )

    def fill(self, **chosen: object) -> None:
        """Type and choose, as the form does."""
        self.presenter.typed.write_case(replace(self.state.draft, **chosen))  # type: ignore[arg-type]

    async def take(self, action: CaseAction, signed: Countersign = NOBODY, /, **chosen: object) -> CasesState:
        """Take a step with its form filled in, and wait for its end."""
        self.presenter.acting.choose(action)
        self.fill(**chosen)
        self.presenter.acting.act(signed)
        return await self.until(lambda s: not s.busy)

    async def at_version_after(self, version: int) -> CasePage:
        """The page once it shows what came after that version."""
        await self.until(lambda s: s.page is not None and s.page.version > version)
        return self.page

    def judge_all_but(self, *missing: int) -> None:
        """Judge every material: these are missing, the rest is complete."""
        judged = NOTHING_JUDGED
        for material in self.state.materials:
            verdict = Verdict.MISSING if material.number in missing else Verdict.COMPLETE
            judged = judged.judged(material.number, verdict)
        self.fill(judged=judged)


@asynccontextmanager
async def office_in(
    hall: HallAtWork, folder: Path, actor: str, ports: Ports | None = None
) -> AsyncIterator[Office]:
    """Open the station for a person; closed at the end, as the program closes it."""
    view, session = RecordingView(), Session("office", hall.staff[actor])
    failures: list[BaseException] = []

    def failed(_name: str, error: BaseException) -> None:
        failures.append(error)

    tasks, paper = TaskSupervisor(failed), folder / "paper"
    async with printing(ports or hall.ports, hall.hall.origin, FolderPaper(paper)) as prints:
        presenter = CasesPresenter(
            ports or hall.ports,
            hall.hall.feed,
            hall.hall.origin,
            session,
            KeptFile(folder / "drafts.json", Kept, Kept()),
            prints,
            tasks,
            view,
            failed,
        )
        presenter.start()
        office = Office(hall, presenter, view, session, paper, failures)
        try:
            await office.until(lambda s: s.rows is not None)
            yield office
        finally:
            await prints.close()
            presenter.stop()
            await tasks.close()
            await presenter.typed.write()
    assert failures == []
