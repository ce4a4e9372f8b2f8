"""The station's presenter in a test: real services, no screen; what it shows is recorded and waited for."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.bootstrap import item_search
from app.domain.exception_table import ExceptionAction
from app.domain.message import Message
from app.services.use_case import Ports
from tests.ui.exceptions.hall import STATION, HallAtWork
from ui.exceptions.presenter import ExceptionsPresenter
from ui.exceptions.state import ExceptionsState
from ui.exceptions.typed import Kept
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

    def render(self, state: ExceptionsState) -> None:
        self.shown.set()

    def say(self, message: Message) -> None:
        self.said.append(message)

    def clear_failure(self) -> None:
        self.focused.append("recovered")

    def focus_action(self) -> None:
        self.focused.append("action")

    def focus_new(self) -> None:
        self.focused.append("new")

    def focus_list(self) -> None:
        self.focused.append("list")


@dataclass
class Office:
    """The presenter, its view, and who is signed in."""

    hall: HallAtWork
    presenter: ExceptionsPresenter
    view: RecordingView
    session: Session
    failures: list[BaseException]

    @property
    def state(self) -> ExceptionsState:
        """What is shown now."""
        return self.presenter.state

    async def until(self, condition: Callable[[ExceptionsState], object]) -> ExceptionsState:
        """Wait until a state is shown that fits; fails after ten seconds."""
        async with asyncio.timeout(LONGEST):
            while not condition(self.state):
                self.view.shown.clear()
                await self.view.shown.wait()
        return self.state

    async def work_as(self, number: str) -> None:
        """Somebody else takes the chair."""
        self.presenter.signing.sign_out()
        self.session.sign_in(await self.hall.actor(number))
        self.presenter.signing.take_over()

    async def look_at(self, number: str) -> ExceptionsState:
        """Open a case."""
        self.presenter.listing.open(number)
        return await self.until(lambda s: s.page is not None and s.page.row.number == number)

    async def act(self, text: str = "", **chosen: object) -> ExceptionsState:
        """Fill in the form of the action in front, take it, and wait for its end."""
        self.fill(text, **chosen)
        self.presenter.acting.act()
        return await self.until(lambda s: not s.busy)

    async def choose(self, action: ExceptionAction, text: str = "", **chosen: object) -> ExceptionsState:
        """Take another action than the sensible one."""
        self.presenter.acting.choose(action)
        return await self.act(text, **chosen)

    def fill(self, text: str = "", **chosen: object) -> None:
        """Type and choose, as the form does."""
        self.presenter.typed.write_case(replace(self.state.draft, text=text, **chosen))  # type: ignore[arg-type]


@asynccontextmanager
async def office_in(
    hall: HallAtWork, folder: Path, actor: str, ports: Ports | None = None
) -> AsyncIterator[Office]:
    """Open the office for a person; closed at the end, as the program closes it."""
    view, session = RecordingView(), Session(STATION, await hall.actor(actor))
    failures: list[BaseException] = []

    def failed(_name: str, error: BaseException) -> None:
        failures.append(error)

    tasks = TaskSupervisor(failed)
    presenter = ExceptionsPresenter(
        ports or hall.hall.ports,
        hall.hall.feed,
        hall.hall.origin,
        session,
        KeptFile(folder / "drafts.json", Kept, Kept()),
        item_search,
        tasks,
        view,
        failed,
    )
    presenter.start()
    office = Office(hall, presenter, view, session, failures)
    try:
        await office.until(lambda s: s.rows is not None and s.staff)
        yield office
    finally:
        presenter.stop()
        await tasks.close()
        await presenter.typed.write()
    assert failures == []
