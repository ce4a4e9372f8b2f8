"""The guide desk's real room in a test: keys are pressed in its window, and what it shows is waited for."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import case_finder, item_search
from app.domain.print_job import Printer
from app.settings import StationKind, StationSettings
from app.texts import Texts
from tests.ui.guide_desk.desk_at_work import PaperFolder
from tests.ui.guide_desk.morning import GUIDE, STATION, Morning
from tests.ui.prints.at_work import printing
from ui.context import StationContext
from ui.guide_desk.room import GuideDeskRoom, open_room
from ui.guide_desk.state import GuideDeskState
from ui.guide_desk.view import GuideDeskView
from ui.loop import application
from ui.session import Session
from ui.tasks import TaskSupervisor

LONGEST = 10.0
Condition = Callable[[GuideDeskState], object]


class RoomAtWork:
    """The room, its state, and hands on its keyboard; every key is counted."""

    def __init__(self, room: GuideDeskRoom, tickets: PaperFolder) -> None:
        self.room, self.tickets, self.keys = room, tickets, 0
        self._rendered = asyncio.Event()
        render = room.view.render

        def render_and_tell(state: GuideDeskState) -> None:
            render(state)
            self._rendered.set()

        room.view.render = render_and_tell  # type: ignore[method-assign]

    @property
    def state(self) -> GuideDeskState:
        """What is shown now."""
        return self.room.presenter.state

    @property
    def view(self) -> GuideDeskView:
        """The widgets."""
        return self.room.view

    async def until(self, condition: Condition) -> GuideDeskState:
        """Wait until a state is shown that fits; fails after ten seconds."""
        async with asyncio.timeout(LONGEST):
            while not condition(self.state):
                self._rendered.clear()
                await self._rendered.wait()
        return self.state

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        self.keys += 1
        QTest.keyClick(self._focused(), key, modifier)

    def type(self, text: str) -> None:
        """Type where the keyboard is; Chinese comes from an input method, as it does in life."""
        self.keys += len(text)
        if text.isascii():
            QTest.keyClicks(self._focused(), text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self._focused(), event)

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.room.widget


@asynccontextmanager
async def room_at_work(morning: Morning, folder: Path) -> AsyncIterator[RoomAtWork]:
    """The room with the guide signed in, shown and read."""
    application()  # which does not end with its last window
    bugs: list[BaseException] = []
    supervisor = TaskSupervisor(lambda _name, error: bugs.append(error))
    tickets = PaperFolder(folder / "tickets")
    hall = morning.hall
    printers = {Printer.TICKET: tickets, Printer.A4: PaperFolder(folder / "slips")}
    async with printing(hall.ports, hall.origin, printers) as prints:
        context = StationContext(
            ports=hall.ports,
            feed=hall.feed,
            origin=hall.origin,
            texts=Texts("zh"),
            settings=StationSettings(kind=StationKind.GUIDE_DESK),
            session=Session(STATION, await morning.actor(GUIDE)),
            item_search=item_search,
            prints=prints,
            supervisor=supervisor,
        )
        room = open_room(context, case_finder())
        at_work = RoomAtWork(room, tickets)
        room.widget.resize(1366, 768)
        room.widget.show()
        room.widget.activateWindow()
        await at_work.until(lambda state: state.desk is not None and state.groups)
        yield at_work
        room.widget.close()
        await prints.close()
        await room.close()
    await supervisor.close()
    room.widget.deleteLater()
    assert bugs == []
