"""The guide desk, put together."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from app.domain.events import Topic
from app.domain.message import Message
from app.ports.change_feed import Touch
from app.ports.errors import DatabaseAway
from app.services.similar_cases import CaseFinder
from app.settings import config_folder
from ui.context import StationContext
from ui.dialogs import ask_reason
from ui.failures import Failure, FailurePath
from ui.guide_desk.keeping import NOTHING_KEPT, KeptDraft
from ui.guide_desk.presenter import GuideDeskPresenter
from ui.guide_desk.state import Pane
from ui.guide_desk.view import GuideDeskView
from ui.guide_desk.window import GuideDeskWindow
from ui.guide_desk.wiring import connect
from ui.kept_file import KeptFile
from ui.leaving import Leaving
from ui.refresh import Refresher
from ui.shell import Connection, HallClock
from ui.similar import SimilarReader
from ui.similar_card import follow_what_is_told
from ui.tasks import TaskSupervisor

DRAFT = "guide-desk-draft.json"
CANCEL_REASONS = ("left", "mistake", "online")


class GuideDeskRoom:
    """The guide desk's window and what keeps it up to date."""

    def __init__(self, context: StationContext, finder: CaseFinder) -> None:
        self._context, self._words = context, context.texts
        self._failures = FailurePath(self._show_failure)
        self._tasks = TaskSupervisor(self._failures)
        self._touch: Touch | None = None
        self._minute: datetime | None = None
        self._clock = HallClock(datetime.now(UTC))
        self._window = GuideDeskWindow(self._words, self._clock)
        follow_what_is_told(self.view.exception, SimilarReader(context.ports, finder, self._tasks))
        self.widget: QWidget = self._window
        self.presenter = GuideDeskPresenter(
            context.ports,
            context.session,
            context.item_search,
            context.prints,
            KeptFile(config_folder() / DRAFT, KeptDraft, NOTHING_KEPT),
            self._tasks,
            self._window.view,
            self._read_all_again,
        )
        self._refresher = self._keep_fresh()
        self._connect()
        self._window.show_connection(Connection())
        self.presenter.signing.take_over()
        self._tasks.start(self._refresher.run(), name="follow the hall")

    @property
    def view(self) -> GuideDeskView:
        """The widgets."""
        return self._window.view

    def _keep_fresh(self) -> Refresher:
        refresher = Refresher(
            self._context.feed,
            origin=self._context.origin,
            touched=self._show_touch,
            failed=self._not_refreshed,
            recovered=self._window.clear_problem,
        )
        refresher.subscribe((Topic.HALL,), self._read_hall)
        refresher.subscribe((Topic.CATALOGUE, Topic.HALL), self.presenter.read_items)
        refresher.subscribe((Topic.STAFF,), self.presenter.signing.check_again)
        refresher.subscribe((Topic.TICKETS, Topic.COUNTERS, Topic.HALL), self.presenter.read_desk)
        return refresher

    def _connect(self) -> None:
        self._leaving = Leaving(
            self._tasks, lambda: self.presenter.state.refused, self.presenter.signing.sign_out
        )
        self._window.left.connect(self._leaving.begin)
        self._window.went.connect(self._go)
        self._clock.ticked.connect(self._read_each_minute)
        self._window.take_scans()
        self._window.scanned.connect(self.presenter.scan)
        self._window.retry_requested.connect(self._refresher.refresh_all)
        connect(self._window.view, self.presenter, self._ask_cancel)

    def _read_all_again(self) -> None:
        self._refresher.refresh_all()

    def _go(self, pane: str) -> None:
        go = {
            Pane.TICKET: self.presenter.back_to_search,
            Pane.FIND: self.presenter.show_find,
            Pane.EXCEPTION: self.presenter.show_exception,
        }
        go[Pane(pane)]()

    def _read_each_minute(self) -> None:
        """Waits grow and days begin without anybody changing anything; the feed says nothing of it."""
        minute = self._clock.now().replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self._refresher.refresh_all()

    async def _read_hall(self) -> None:
        hall = await self.presenter.read_hall()
        self._clock.set(hall.now.astimezone(ZoneInfo(hall.timezone)))
        name = self._context.settings.name or self._words("guide_desk.station")
        self._window.header.show_station(name, hall.name)

    def _ask_cancel(self, number: str) -> None:
        self._tasks.start(self._cancel(number), name=f"ask about {number}")

    async def _cancel(self, number: str) -> None:
        words = self._words
        reasons = [(key, words(f"guide_desk.cancel.{key}")) for key in CANCEL_REASONS]
        title = words("guide_desk.cancel.title", number=number)
        reason = await ask_reason(self._window, words, title, words("guide_desk.cancel.action"), reasons)
        if reason is not None:
            said = [words(f"guide_desk.cancel.{reason.key}")] if reason.key else []
            if reason.text:
                said.append(reason.text)
            self.presenter.tickets.cancel(number, words("guide_desk.list_comma").join(said))

    def _show_touch(self, touch: Touch) -> None:
        self._touch = touch
        self._window.show_connection(Connection(touch, self._clock.now()))
        if touch is Touch.CONNECTED:
            self._window.clear_problem()

    def _not_refreshed(self, error: Exception) -> None:
        """Out of touch is told once, by the banner that stays until it is over."""
        if not isinstance(error, DatabaseAway):
            self._failures("guide desk", error)
        elif self._touch is not Touch.LOST:
            self._window.show_problem(Message("shell.failure.refresh"))

    def _show_failure(self, failure: Failure) -> None:
        self._window.show_problem(failure.message)

    async def close(self) -> None:
        """End the room's tasks; what is being issued is waited for."""
        await self._tasks.close()


def open_room(context: StationContext, finder: CaseFinder) -> GuideDeskRoom:
    """A guide desk, ready to be shown. Whoever is signed in works on; else it asks who is there."""
    return GuideDeskRoom(context, finder)
