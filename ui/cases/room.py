"""The cases station, put together."""

from PySide6.QtWidgets import QWidget

from app.settings import config_folder
from ui.cases.presenter import CasesPresenter
from ui.cases.typed import Kept
from ui.cases.view import CasesView
from ui.cases.view_frame import CasesWindow
from ui.cases.wiring import connect
from ui.context import StationContext
from ui.failures import FailurePath
from ui.kept_file import KeptFile
from ui.tasks import TaskSupervisor

DRAFTS = "cases-drafts.json"


class CasesRoom:
    """The station's window and what keeps it up to date."""

    def __init__(self, context: StationContext) -> None:
        self.window = CasesWindow(context.texts, context.settings.name)
        self.widget: QWidget = self.window
        failed = FailurePath(lambda failure: self.window.show_problem(failure.message))
        self._tasks = TaskSupervisor(failed)
        self.view = CasesView(context.texts, self.window)
        self.presenter = CasesPresenter(
            context.ports,
            context.feed,
            context.origin,
            context.session,
            KeptFile(config_folder() / DRAFTS, Kept, Kept()),
            context.prints,
            self._tasks,
            self.view,
            failed,
        )
        self.window.set_body(self.view.widget)
        self.window.signed_out.connect(self.presenter.signing.sign_out)
        self.window.retry_requested.connect(self.presenter.read_again)
        self.window.new_day.connect(self.presenter.read_again)
        context.law.on_moved(self.presenter.read_again)
        connect(self.view, self.presenter)
        self.presenter.start()

    async def close(self) -> None:
        """End the room's tasks; what is being written is waited for, what was typed is kept."""
        self.presenter.stop()
        await self._tasks.close()
        await self.presenter.typed.write()


def open_room(context: StationContext) -> CasesRoom:
    """A cases station, ready to be shown. Whoever is signed in works on; else it asks who is there."""
    return CasesRoom(context)
