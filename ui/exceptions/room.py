"""The exceptions station, put together: what could not be settled, and beside it the bad ratings.

The same people of the supervision office have both to follow up, and the same handlers put both right.
"""

from enum import StrEnum

from app.services.similar_cases import CaseFinder
from app.settings import config_folder
from ui.context import StationContext
from ui.exceptions.presenter import ExceptionsPresenter
from ui.exceptions.typed import Kept
from ui.exceptions.view import ExceptionsView
from ui.exceptions.wiring import connect
from ui.follow_ups import wiring as follow_ups
from ui.follow_ups.presenter import FollowUpsPresenter
from ui.follow_ups.typed import Kept as KeptFollowUps
from ui.follow_ups.view import FollowUpsView
from ui.kept_file import KeptFile
from ui.shell.nav import Place
from ui.worklist.house import WorklistRoom
from ui.worklist.pages import PageTasks, WorklistPages

DRAFTS, FOLLOW_UP_DRAFTS = "exceptions-drafts.json", "follow-ups-drafts.json"


class Page(StrEnum):
    """Where one can go at this station."""

    EXCEPTIONS = "exceptions"
    FOLLOW_UPS = "follow_ups"


_ICONS = {Page.EXCEPTIONS: ("flag", "F1"), Page.FOLLOW_UPS: ("smiley-sad", "F2")}


class ExceptionsRoom(WorklistRoom):
    """The station's window and what keeps it up to date."""

    def __init__(self, context: StationContext, finder: CaseFinder) -> None:
        super().__init__(context, context.texts("exceptions.office"))
        words = context.texts
        places = [
            Place(page, words(f"exceptions.page.{page}"), icon, key) for page, (icon, key) in _ICONS.items()
        ]
        self.pages = WorklistPages(self.window, context.session, places)
        file = KeptFile(config_folder() / DRAFTS, Kept, Kept())
        self.view: ExceptionsView = ExceptionsView(words, self.pages.houses[Page.EXCEPTIONS])
        self.presenter: ExceptionsPresenter = ExceptionsPresenter(
            context, file, self._tasks, self.view, self._failed, finder
        )
        self.presenter.files.remove_copies()
        context.law.on_moved(self.presenter.read_again)
        connect(self.view, self.presenter)
        self.follow_ups = self._follow_ups(context)
        self.more = (self.follow_ups,)
        self.pages.add(Page.EXCEPTIONS, self.view, self.presenter)
        self.pages.add(Page.FOLLOW_UPS, *self.follow_ups)
        self._open(self.pages.body)

    async def close(self) -> None:
        """End as every list does; what was opened of files does not stay."""
        await super().close()
        self.presenter.files.remove_copies()

    def _follow_ups(self, context: StationContext) -> tuple[FollowUpsView, FollowUpsPresenter]:
        view = FollowUpsView(context.texts, self.pages.houses[Page.FOLLOW_UPS])
        file = KeptFile(config_folder() / FOLLOW_UP_DRAFTS, KeptFollowUps, KeptFollowUps())
        tasks = PageTasks(self._tasks, Page.FOLLOW_UPS)
        presenter = FollowUpsPresenter(context, file, tasks, view, self._failed)
        follow_ups.connect(view, presenter)
        return view, presenter


def open_room(context: StationContext, finder: CaseFinder) -> ExceptionsRoom:
    """An exceptions station, ready to be shown. Whoever is signed in works on; else it asks who is there."""
    return ExceptionsRoom(context, finder)
