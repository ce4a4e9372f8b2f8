"""What a room of worklists is put together in: its window and the owner of its tasks."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.context import StationContext
from ui.failures import FailurePath
from ui.shell.office_window import OfficeWindow
from ui.tasks import TaskSupervisor
from ui.worklist.presenter import WorklistPresenter
from ui.worklist.view import WorklistView
from ui.worklist.wiring import connect


class WorklistRoom:
    """The station's window and what keeps it up to date; a room brings ``view`` and ``presenter``."""

    view: WorklistView[Any]
    presenter: WorklistPresenter[Any]

    def __init__(self, context: StationContext, title: str) -> None:
        self.window = OfficeWindow(context.texts, context.settings.name, title)
        self.widget: QWidget = self.window
        self._failed = FailurePath(lambda failure: self.window.show_problem(failure.message))
        self._tasks = TaskSupervisor(self._failed)

    def _open(self) -> None:
        """Let people in."""
        self.window.set_body(self.view.widget)
        self.window.signed_out.connect(self.presenter.signing.sign_out)
        self.window.retry_requested.connect(self.presenter.read_again)
        self.window.new_day.connect(self.presenter.read_again)
        connect(self.view, self.presenter)
        self.presenter.start()

    async def close(self) -> None:
        """End the room's tasks; what is being written is waited for, what was typed is kept."""
        self.presenter.stop()
        await self._tasks.close()
        await self.presenter.typed.write()
