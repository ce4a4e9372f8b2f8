"""A counter's real room in a test: keys are pressed in its windows, and what it shows is waited for."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.adapters.folder_paper import FolderPaper
from app.bootstrap import case_finder, item_search
from app.ports.printing import PaperOut
from app.settings import PrinterChoice, StationKind, StationSettings
from app.texts import Language, Texts
from tests.ui.counter.morning import CLERK, COUNTER, PASSWORD, Morning
from tests.ui.prints.at_work import printing
from ui.context import StationContext
from ui.counter.room import CounterRoom, open_room
from ui.counter.state import CounterState, Phase
from ui.print_queue import PrintQueue
from ui.session import Session
from ui.tasks import TaskSupervisor

LONGEST = 10.0
Condition = Callable[[CounterState], object]


class CounterAtWork:
    """The room, its state, and hands on its keyboard."""

    def __init__(self, room: CounterRoom, session: Session, prints: PrintQueue) -> None:
        self.room, self.session, self.prints = room, session, prints
        self._rendered = asyncio.Event()
        render = room.view.render

        def render_and_tell(state: CounterState) -> None:
            render(state)
            self._rendered.set()

        room.view.render = render_and_tell  # type: ignore[method-assign]

    @property
    def state(self) -> CounterState:
        """What is shown now."""
        return self.room.presenter.state

    async def until(self, condition: Condition) -> CounterState:
        """Wait until a state is shown that fits; fails after ten seconds."""
        async with asyncio.timeout(LONGEST):
            while not condition(self.state):
                self._rendered.clear()
                await self._rendered.wait()
        return self.state

    async def settled(self) -> CounterState:
        """Wait until nothing asked for is under way."""
        return await self.until(lambda state: state.busy is None and not state.signing_in)

    def press(self, key: Qt.Key, into: QWidget | None = None, text: str = "") -> None:
        """Press a key where the keyboard is (or in a certain widget)."""
        target = into or QApplication.focusWidget() or self.room.widget
        if text:
            QTest.keyClicks(target, text)
        else:
            QTest.keyClick(target, key)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)

    async def press_until(self, key: Qt.Key, condition: Condition) -> CounterState:
        """Press a function key and wait for what it does."""
        self.press(key)
        return await self.until(lambda state: condition(state) and state.busy is None)

    async def sign_in(self, number: str = CLERK, password: str = PASSWORD) -> CounterState:
        """Sign in as a person would."""
        await self.until(lambda state: state.desk is not None)
        card = self.room.view.body.sign_in.card
        card.number.setText(number)
        card.password.setText(password)
        self.press(Qt.Key.Key_Return, card.password)
        return await self.until(lambda s: s.phase is not Phase.SIGNED_OUT and not s.signing_in)


def context_for(
    morning: Morning,
    session: Session,
    prints: PrintQueue,
    *,
    counter: int = COUNTER,
    language: Language = "zh",
) -> StationContext:
    """What a counter station is given."""
    settings = StationSettings(
        kind=StationKind.COUNTER, counter=counter, name=session.station, language=language,
        a4_printer=PrinterChoice(folder=Path("告知单")),
    )  # fmt: skip
    hall = morning.hall
    failed = TaskSupervisor(lambda name, error: None)
    return StationContext(
        hall.ports,
        hall.feed,
        hall.origin,
        Texts(language),
        settings,
        session,
        item_search,
        prints,
        failed,
    )


async def active(window: QWidget) -> None:
    """Wait until the window has the keyboard; never in a loop of Qt's own, which would stop all tasks."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    focused = asyncio.Event()
    app.setQuitOnLastWindowClosed(False)  # as the program does: another window may follow
    app.focusWindowChanged.connect(focused.set)
    window.show()
    window.activateWindow()
    async with asyncio.timeout(LONGEST):
        while not window.isActiveWindow():
            focused.clear()
            await focused.wait()
    app.focusWindowChanged.disconnect(focused.set)


@asynccontextmanager
async def counter_at_work(
    morning: Morning,
    folder: Path,
    *,
    paper: PaperOut | None = None,
    counter: int = COUNTER,
    language: Language = "zh",
    size: tuple[int, int] = (1366, 768),
) -> AsyncIterator[CounterAtWork]:
    """Open the room in a window; closed at the end, as the program closes it."""
    session = Session(f"counter-{counter}")
    out = paper or FolderPaper(folder / "paper")
    async with printing(morning.hall.ports, morning.hall.origin, out) as prints:
        context = context_for(morning, session, prints, counter=counter, language=language)
        room = open_room(context, case_finder())
        at_work = CounterAtWork(room, session, prints)
        room.widget.resize(*size)
        await active(room.widget)
        try:
            yield at_work
        finally:
            await prints.close()
            await room.close()
