"""What tests of worklists stand on: the presenter without a screen, and the real room with hands on its keyboard."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.adapters.folder_paper import FolderPaper
from app.bootstrap import OpenHall, item_search
from app.domain.message import Message
from app.domain.print_job import Printer
from app.domain.staff import Actor
from app.settings import StationKind, StationSettings
from app.texts import Language, Texts
from ui.context import StationContext
from ui.kept_file import KeptFile
from ui.print_queue import PrintQueue
from ui.session import Session
from ui.tasks import TaskSupervisor
from ui.widgets.entry import Entry
from ui.worklist.house import WorklistRoom
from ui.worklist.presenter import WorklistPresenter
from ui.worklist.state import WorklistState

LONGEST = 10.0
NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
STATION = "office"

S = TypeVar("S", bound=WorklistState)
H = TypeVar("H")


class InAHall(Protocol):
    """A hall of tests: what it runs on."""

    @property
    def hall(self) -> OpenHall: ...


class RecordingView:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.said: list[Message] = []
        self.focused: list[str] = []
        self.opened: list[Path] = []
        self.shown = asyncio.Event()

    def render(self, state: WorklistState) -> None:
        self.shown.set()

    def say(self, message: Message) -> None:
        self.said.append(message)
        self.shown.set()

    def clear_failure(self) -> None:
        self.focused.append("recovered")

    def is_acting(self) -> bool:
        return True

    def focus_action(self) -> None:
        self.focused.append("action")

    def focus_new(self) -> None:
        self.focused.append("new")

    def focus_appeal(self) -> None:
        self.focused.append("appeal")

    def focus_list(self) -> None:
        self.focused.append("list")

    def open_file(self, path: Path) -> None:
        self.opened.append(path)
        self.shown.set()


@dataclass
class Office(Generic[H, S]):
    """A presenter, its view, who is signed in, and the folder in which paper comes out."""

    hall: H
    presenter: Any
    view: RecordingView
    session: Session
    paper: Path
    failures: list[BaseException] = field(default_factory=list)

    @property
    def state(self) -> S:
        """What is shown now."""
        return self.presenter.state

    async def until(self, condition: Callable[[S], object]) -> S:
        """Wait until a state is shown that fits; fails after ten seconds."""
        async with asyncio.timeout(LONGEST):
            while not condition(self.state):
                self.view.shown.clear()
                await self.view.shown.wait()
        return self.state

    def fill(self, **chosen: object) -> None:
        """Type and choose, as the form does."""
        self.presenter.typed.write_case(replace(self.state.draft, **chosen))  # type: ignore[arg-type]


def context_of(
    hall: OpenHall, session: Session, kind: StationKind, paper: Path, language: Language = "zh"
) -> StationContext:
    """A station of this kind; its paper comes out in a folder."""
    settings = StationSettings(kind=kind, language=language)
    supervisor, printers = TaskSupervisor(_ignore), dict.fromkeys(Printer, FolderPaper(paper))
    prints = PrintQueue(hall.ports, hall.origin, settings.print_queue, printers, _ignore)
    return StationContext(
        hall.ports,
        hall.feed,
        hall.origin,
        Texts(language),
        settings,
        session,
        item_search,
        prints,
        supervisor,
    )


def _ignore(_name: str, _error: BaseException) -> None:
    """What fails in the background is told by other tests."""


@asynccontextmanager
async def at_office(
    presenter_of: type[WorklistPresenter[S]], kept: type[Any], context: StationContext, folder: Path
) -> AsyncIterator[tuple[WorklistPresenter[S], RecordingView, list[BaseException]]]:
    """Open a station without a screen; closed at the end, as the program closes it. Nothing may fail."""
    view, failures = RecordingView(), list[BaseException]()

    def failed(_name: str, error: BaseException) -> None:
        failures.append(error)

    tasks = TaskSupervisor(failed)
    presenter: Any = presenter_of(
        context, KeptFile(folder / "drafts.json", kept, kept()), tasks, view, failed
    )
    context.prints.start()
    presenter.start()
    try:
        yield presenter, view, failures
    finally:
        await context.prints.close()
        presenter.stop()
        await tasks.close()
        await presenter.typed.write()
    assert failures == []


def entries_of(pane: Any) -> list[Entry]:
    """The rows of a list, group heads included."""
    model = pane.entries.model()
    rows = range(model.rowCount())
    return [model.data(model.index(at, 0), int(Qt.ItemDataRole.UserRole)) for at in rows]


class StationAtWork(Generic[S]):
    """The room, its state, and hands on its keyboard."""

    def __init__(self, room: Any) -> None:
        self.room = room
        self.work = room.view.work
        self._rendered = asyncio.Event()
        room.view.render = self._telling(room.view.render)
        room.view.say = self._telling(room.view.say)

    def _telling(self, show: Callable[[Any], None]) -> Callable[[Any], None]:
        """The same, after which ``until`` looks again."""

        def show_and_tell(shown: Any) -> None:
            show(shown)
            self._rendered.set()

        return show_and_tell

    @property
    def state(self) -> S:
        """What is shown now."""
        return self.room.presenter.state

    @property
    def entries(self) -> list[Entry]:
        """The rows of the list, group heads included."""
        return entries_of(self.work.list)

    async def until(self, condition: Callable[[S], object]) -> S:
        """Wait until a state is shown that fits; fails after ten seconds."""
        async with asyncio.timeout(LONGEST):
            while not condition(self.state):
                self._rendered.clear()
                await self._rendered.wait()
        return self.state

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.room.widget, key, modifiers)

    def click(self, button: QAbstractButton) -> None:
        """Press a button with the mouse, which brings the keyboard there."""
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        button.click()

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)


@asynccontextmanager
async def at_station(
    open_room: Callable[[StationContext], WorklistRoom],
    hall: OpenHall,
    actor: Actor | None,
    kind: StationKind,
    folder: Path,
    *,
    language: Language,
    size: tuple[int, int],
) -> AsyncIterator[StationAtWork[Any]]:
    """Open the room in a window, for ``actor`` or nobody; closed at the end, as the program closes it."""
    context = context_of(hall, Session(STATION, actor), kind, folder, language)
    context.prints.start()
    room = open_room(context)
    station: StationAtWork[Any] = StationAtWork(room)
    room.widget.resize(*size)
    room.widget.show()
    await active(room.widget)
    try:
        yield station
    finally:
        await context.prints.close()
        await room.close()
        room.widget.close()
        room.widget.deleteLater()


async def active(window: QWidget) -> None:
    """Wait until the window has the keyboard, without a loop inside the loop."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    became = asyncio.Event()
    app.focusWindowChanged.connect(became.set)
    window.activateWindow()
    async with asyncio.timeout(LONGEST):
        while not window.isActiveWindow():
            await became.wait()
            became.clear()
    app.focusWindowChanged.disconnect(became.set)
