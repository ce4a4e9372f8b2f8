"""Puts the counter together: what a person does leads to the presenter, what changes elsewhere to a fresh look."""

from datetime import datetime

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from app.domain.events import Topic
from app.domain.message import Message
from app.ports.change_feed import Touch
from app.ports.errors import DatabaseAway
from app.services.similar_cases import CaseFinder
from app.settings import config_folder
from ui.context import StationContext
from ui.counter.bar_place import PlaceFile
from ui.counter.draft_file import DraftFile
from ui.counter.presenter import CounterPresenter, Surroundings
from ui.counter.slip_printer import keep_looking
from ui.counter.view import CounterView
from ui.counter.wiring import connect, may_leave
from ui.devices.printing import system_printers
from ui.failures import FailurePath
from ui.refresh import Refresher
from ui.shell import Connection, HallClock
from ui.similar import SimilarReader
from ui.similar_card import follow_what_is_told
from ui.tasks import TaskSupervisor

TOPICS = (Topic.TICKETS, Topic.COUNTERS, Topic.NOTICES, Topic.CASES, Topic.CATALOGUE, Topic.HALL)


class CounterRoom:
    """One counter's window with everything that keeps it going."""

    def __init__(self, context: StationContext, finder: CaseFinder) -> None:
        number = context.settings.counter
        if number is None:
            raise ValueError("a counter station needs the number of its counter")
        folder = config_folder() / "state"
        self.view = CounterView(context.texts, HallClock(datetime.now().astimezone()))
        self._failures = FailurePath(lambda failure: self.view.show_failure(failure.message))
        self._tasks = TaskSupervisor(self._failures)
        around = Surroundings(
            context.ports, context.session, context.prints,
            DraftFile(folder / f"counter-{number}-drafts.json"), context.item_search, self._tasks,
        )  # fmt: skip
        self.presenter = CounterPresenter(number, around, self.view)
        self._place = PlaceFile(folder / f"counter-{number}-bar.json")
        self._refresher = Refresher(
            context.feed,
            origin=context.origin,
            touched=self._touched,
            failed=self._not_refreshed,
            recovered=self.view.window.clear_problem,
        )
        connect(self.view, self.presenter, self._tasks)
        follow_what_is_told(self.view.sheets.exception, SimilarReader(context.ports, finder, self._tasks))
        self._start()
        looking = keep_looking(context.settings.a4_printer, system_printers, self.presenter.show_printer)
        self._tasks.start(looking, name="look for the printer")

    @property
    def widget(self) -> QWidget:
        """The station's whole window; the compact bar comes and goes beside it."""
        return self.view.window

    async def may_leave(self) -> bool:
        """Ask what becomes of an open counter, as closing its window does."""
        return await may_leave(self.view, self.presenter, self._tasks)

    async def close(self) -> None:
        """End the room: what is being written is waited for, drafts and the bar's place are kept."""
        await self.presenter.close()
        await self._tasks.close()
        if self.view.bar_place is not None:
            await self._place.write(self.view.bar_place.x(), self.view.bar_place.y())
        self.view.close()

    def _start(self) -> None:
        place = self._place.read()
        self.view.bar_place = QPoint(*place) if place else None
        self.view.render(self.presenter.state)
        self._refresher.subscribe(TOPICS, self.presenter.refresh)
        self._refresher.subscribe((Topic.CASES, Topic.RATINGS, Topic.HALL), self.presenter.desk.read_owed)
        self.view.window.retry_requested.connect(self._refresher.refresh_all)
        self._tasks.start(self._refresher.run(), name="follow the hall")
        self._tasks.start(self.presenter.keep_time(), name="let waits grow")

    def _not_refreshed(self, error: Exception) -> None:
        if isinstance(error, DatabaseAway):
            self.view.show_failure(Message("shell.failure.refresh"))
        else:
            self._failures("refresh", error)

    def _touched(self, touch: Touch) -> None:
        since = None if touch is Touch.CONNECTED else self.view.clock.now()
        self.view.show_touch(Connection(touch, since))
        self.presenter.touch_changed(touch is Touch.CONNECTED)


def open_room(context: StationContext, finder: CaseFinder) -> CounterRoom:
    """Open the counter of ``context.settings.counter``."""
    return CounterRoom(context, finder)
