"""The station's real room in a test: keys are pressed in its window, and what it shows is waited for."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.adapters.folder_paper import FolderPaper
from app.bootstrap import item_search
from app.settings import StationKind, StationSettings
from app.texts import Language, Texts
from tests.ui.exceptions.hall import STATION, HallAtWork
from tests.ui.prints.at_work import printing
from ui.context import StationContext
from ui.exceptions.room import ExceptionsRoom, open_room
from ui.exceptions.state import ExceptionsState
from ui.session import Session
from ui.tasks import TaskSupervisor

LONGEST = 10.0
Condition = Callable[[ExceptionsState], object]
NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class StationAtWork:
    """The room, its state, and hands on its keyboard."""

    def __init__(self, room: ExceptionsRoom) -> None:
        self.room = room
        self.work = room.view.work
        self._rendered = asyncio.Event()
        render = room.view.render

        def render_and_tell(state: ExceptionsState) -> None:
            render(state)
            self._rendered.set()

        room.view.render = render_and_tell  # type: ignore[method-assign]

    @property
    def state(self) -> ExceptionsState:
        """What is shown now."""
        return self.room.presenter.state

    async def until(self, condition: Condition) -> ExceptionsState:
        """Wait until a state is shown that fits; fails after ten seconds."""
        async with asyncio.timeout(LONGEST):
            while not condition(self.state):
                self._rendered.clear()
                await self._rendered.wait()
        return self.state

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.room.widget, key, modifiers)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)


async def _active(window: QWidget) -> None:
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


@asynccontextmanager
async def station_in(
    hall: HallAtWork,
    folder: Path,
    actor: str | None,
    *,
    language: Language = "zh",
    size: tuple[int, int] = (1366, 768),
) -> AsyncIterator[StationAtWork]:
    """Open the room in a window, for ``actor`` or nobody; closed at the end, as the program closes it."""
    session = Session(STATION, await hall.actor(actor) if actor else None)
    settings = StationSettings(kind=StationKind.EXCEPTIONS, language=language)
    paper = FolderPaper(folder)
    supervisor = TaskSupervisor(lambda name, error: None)
    async with printing(hall.hall.ports, hall.hall.origin, paper) as prints:
        room = open_room(
            StationContext(
                hall.hall.ports,
                hall.hall.feed,
                hall.hall.origin,
                Texts(language),
                settings,
                session,
                item_search,
                prints,
                supervisor,
            )
        )
        station = StationAtWork(room)
        room.widget.resize(*size)
        room.widget.show()
        await _active(room.widget)
        try:
            yield station
        finally:
            await prints.close()
            await room.close()
            room.widget.close()
            room.widget.deleteLater()
