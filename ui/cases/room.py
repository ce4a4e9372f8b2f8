"""The cases station, put together."""

from app.settings import config_folder
from ui.cases.presenter import CasesPresenter
from ui.cases.typed import Kept
from ui.cases.view import CasesView
from ui.cases.wiring import connect
from ui.context import StationContext
from ui.kept_file import KeptFile
from ui.worklist.house import WorklistRoom

DRAFTS = "cases-drafts.json"


class CasesRoom(WorklistRoom):
    """The station's window and what keeps it up to date."""

    def __init__(self, context: StationContext) -> None:
        super().__init__(context, context.texts("cases.title"))
        file = KeptFile(config_folder() / DRAFTS, Kept, Kept())
        self.view: CasesView = CasesView(context.texts, self.window)
        self.presenter: CasesPresenter = CasesPresenter(context, file, self._tasks, self.view, self._failed)
        context.law.on_moved(self.presenter.read_again)
        connect(self.view, self.presenter)
        self._open()


def open_room(context: StationContext) -> CasesRoom:
    """A cases station, ready to be shown. Whoever is signed in works on; else it asks who is there."""
    return CasesRoom(context)
