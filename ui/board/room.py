"""The board, put together."""

from PySide6.QtWidgets import QWidget

from ui.board.presenter import BoardPresenter
from ui.board.view import BoardView
from ui.context import StationContext
from ui.failures import FailurePath
from ui.tasks import TaskSupervisor


class BoardRoom:
    """The board's window and what keeps it up to date."""

    def __init__(self, context: StationContext) -> None:
        view = BoardView(context.texts)
        # People in the hall are told that the board is out of touch, not why: the log knows.
        failed = FailurePath(lambda _: None)
        self.widget: QWidget = view.window
        self._tasks = TaskSupervisor(failed)
        self._presenter = BoardPresenter(context.ports.readers, context.feed, view, self._tasks, failed)
        self._presenter.start()

    async def close(self) -> None:
        """End the room's tasks."""
        await self._tasks.close()


def open_room(context: StationContext) -> BoardRoom:
    """A board, ready to be shown."""
    return BoardRoom(context)
