"""The tablet at a counter, put together."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from uuid_utils.compat import uuid7

from app.domain.ids import CommandId
from app.services.ratings import A_PERSON
from app.services.use_case import Command
from ui.context import StationContext
from ui.failures import FailurePath
from ui.orders import Orders
from ui.rate.presenter import RatePresenter
from ui.rate.view import RateView
from ui.tasks import TaskSupervisor


class RateRoom:
    """The tablet's window and what keeps it up to date."""

    def __init__(self, context: StationContext) -> None:
        view = RateView(context.texts)
        # The person in front of it is told that it does not work now, not why: the log knows.
        failed = FailurePath(lambda _: None)
        self.widget: QWidget = view.window
        self._view = view
        self._tasks = TaskSupervisor(failed)
        actor = replace(A_PERSON, station=context.settings.station)
        orders = Orders(lambda: Command(CommandId(uuid7()), actor))
        self._presenter = RatePresenter(
            context.ports, context.feed, context.settings.counter or 0, view, self._tasks, orders, failed
        )
        view.level_chosen.connect(self._presenter.choose)
        view.sent.connect(self._presenter.send)
        view.refused.connect(self._presenter.close_question)
        self._presenter.start()

    async def close(self) -> None:
        """End the room's tasks; an answer under way is waited for."""
        await self._tasks.close()


def open_room(context: StationContext) -> RateRoom:
    """A tablet, ready to be shown."""
    return RateRoom(context)
