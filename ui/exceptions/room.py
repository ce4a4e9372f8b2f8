"""The exceptions station, put together."""

from PySide6.QtWidgets import QWidget

from app.settings import config_folder
from ui.context import StationContext
from ui.exceptions.presenter import ExceptionsPresenter
from ui.exceptions.typed import Kept
from ui.exceptions.view import ExceptionsView
from ui.exceptions.view_frame import ExceptionsWindow
from ui.exceptions.wiring import connect
from ui.failures import FailurePath
from ui.kept_file import KeptFile
from ui.tasks import TaskSupervisor

DRAFTS = "exceptions-drafts.json"


class ExceptionsRoom:
    """The station's window and what keeps it up to date."""

    def __init__(self, context: StationContext) -> None:
        self.window = ExceptionsWindow(context.texts, context.settings.name)
        self.widget: QWidget = self.window
        failed = FailurePath(lambda failure: self.window.show_problem(failure.message))
        self._tasks = TaskSupervisor(failed)
        self.view = ExceptionsView(context.texts, self.window)
        self.presenter = ExceptionsPresenter(
            context.ports,
            context.feed,
            context.origin,
            context.session,
            KeptFile(config_folder() / DRAFTS, Kept, Kept()),
            context.item_search,
            self._tasks,
            self.view,
            failed,
        )
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


def open_room(context: StationContext) -> ExceptionsRoom:
    """An exceptions station, ready to be shown. Whoever is signed in works on; else it asks who is there."""
    return ExceptionsRoom(context)
