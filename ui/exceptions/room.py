"""The exceptions station, put together."""

from app.services.similar_cases import CaseFinder
from app.settings import config_folder
from ui.context import StationContext
from ui.exceptions.presenter import ExceptionsPresenter
from ui.exceptions.typed import Kept
from ui.exceptions.view import ExceptionsView
from ui.exceptions.wiring import connect
from ui.kept_file import KeptFile
from ui.worklist.house import WorklistRoom

DRAFTS = "exceptions-drafts.json"


class ExceptionsRoom(WorklistRoom):
    """The station's window and what keeps it up to date."""

    def __init__(self, context: StationContext, finder: CaseFinder) -> None:
        super().__init__(context, context.texts("exceptions.office"))
        file = KeptFile(config_folder() / DRAFTS, Kept, Kept())
        self.view: ExceptionsView = ExceptionsView(context.texts, self.window)
        self.presenter: ExceptionsPresenter = ExceptionsPresenter(
            context, file, self._tasks, self.view, self._failed, finder
        )
        connect(self.view, self.presenter)
        self._open()


def open_room(context: StationContext, finder: CaseFinder) -> ExceptionsRoom:
    """An exceptions station, ready to be shown. Whoever is signed in works on; else it asks who is there."""
    return ExceptionsRoom(context, finder)
