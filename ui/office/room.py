"""The office's station, put together."""

from PySide6.QtWidgets import QWidget

from ui.context import StationContext
from ui.failures import FailurePath
from ui.office.presenter import OfficePresenter
from ui.office.state import Files
from ui.office.view import OfficeView
from ui.tasks import TaskSupervisor


class OfficeRoom:
    """The station's window and what keeps it up to date. Nobody signs in: figures name no person."""

    def __init__(self, context: StationContext, files: Files) -> None:
        self.view = OfficeView(context.texts, context.settings.name)
        self.widget: QWidget = self.view.window
        failed = FailurePath(lambda failure: self.view.window.show_problem(failure.message))
        self._tasks = TaskSupervisor(failed)
        self.presenter = OfficePresenter(context.ports, context.feed, files, self.view, self._tasks, failed)
        self.view.range_chosen.connect(self.presenter.choose_range)
        self.view.days_typed.connect(self.presenter.type_days)
        self.view.figure_chosen.connect(self.presenter.choose_figure)
        self.view.save_wanted.connect(self.presenter.save)
        self.view.window.retry_requested.connect(self.presenter.read_again)
        self.presenter.start()

    async def close(self) -> None:
        """End the room's tasks; a file that is being written is waited for."""
        await self._tasks.close()


def open_room(context: StationContext, files: Files) -> OfficeRoom:
    """The office, ready to be shown."""
    return OfficeRoom(context, files)
