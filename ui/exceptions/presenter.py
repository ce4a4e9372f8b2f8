"""The presenter of the exceptions station: knows no Qt, turns what a person asks for into reads and commands."""

from collections.abc import Callable
from typing import Protocol

from app.domain.events import Topic
from app.domain.print_job import PaperKind
from app.domain.staff import Permission
from app.services.similar_cases import CaseFinder
from app.settings import config_folder
from ui.context import StationContext
from ui.exceptions import rules
from ui.exceptions.acting import ExceptionActing
from ui.exceptions.files import CaseFiles, FilesView
from ui.exceptions.grouping import Grouping
from ui.exceptions.listing import ExceptionListing
from ui.exceptions.registering import Registering, RegisteringView
from ui.exceptions.state import ExceptionsState, Pane
from ui.exceptions.typed import Kept, TypedExceptions
from ui.kept_file import KeptFile
from ui.similar import SimilarReader
from ui.tasks import Tasks
from ui.worklist.presenter import WorklistPresenter
from ui.worklist.printing import Printing
from ui.worklist.signing import Signing

OPENED = "opened-files"
"""The folder, beside what was typed, of copies that the system's own programs open.

It goes when somebody comes or leaves, when the station closes, and when it starts, should it not have closed in order.
"""


class ExceptionsView(RegisteringView, FilesView, Protocol):
    """What this presenter needs of its screen."""


class ExceptionsPresenter(WorklistPresenter[ExceptionsState]):
    """A worklist of exceptions, to which ``registering`` adds new ones."""

    def __init__(
        self,
        context: StationContext,
        file: KeptFile[Kept],
        tasks: Tasks,
        view: ExceptionsView,
        failed: Callable[[str, BaseException], None],
        finder: CaseFinder,
    ) -> None:
        super().__init__("exceptions", ExceptionsState(), context, tasks, view, failed)
        similar = SimilarReader(context.ports, finder, tasks)
        self.listing: ExceptionListing = ExceptionListing(self._desk, similar)
        self.typed: TypedExceptions = TypedExceptions(self._desk, file)
        self.acting: ExceptionActing = ExceptionActing(self._desk, self.commands, self.listing, self.typed)
        self.registering = Registering(
            self._desk, view, self.commands, self.listing, self.typed, context.item_search, similar
        )
        self.grouping = Grouping(self._desk, self.commands, self.listing, self.typed)
        self.prints = Printing(self._desk, self.commands, context.prints)
        self.files = CaseFiles(self._desk, view, self.commands, self.listing, config_folder() / OPENED)
        context.session.watch(self.files.forget)
        self.signing = Signing(self._desk, Permission.EXCEPTION_OPEN, rules.usual_scope)
        self._refresher.subscribe({Topic.EXCEPTIONS, Topic.HALL}, self.listing.refresh)
        self._refresher.subscribe({Topic.STAFF, Topic.HALL}, self.listing.refresh_choices)
        self._refresher.subscribe({Topic.CATALOGUE}, self.registering.items.refresh)

    def back(self) -> None:
        """Esc: from a form or a group to the list, from another action to the sensible one, else to the list."""
        if self.state.pane is Pane.NEW:
            self.registering.leave()
        elif self.state.pane is Pane.GROUP and self.state.deed is not None:
            self.grouping.choose_none()
        elif self.state.pane is not Pane.CASE:
            self.grouping.leave()
        else:
            super().back()

    def act(self) -> None:
        """Ctrl+Enter: what the open form is for, else the action in front."""
        act = {
            Pane.NEW: self.registering.register,
            Pane.GROUP: self.grouping.act,
            Pane.JOIN: self.grouping.join,
            Pane.CASE: self.acting.act,
        }
        act[self.state.pane]()

    def print_record(self) -> None:
        """Print the record of the case on the page (例外事项登记表): it tells how the case stands now."""
        if self.state.page is not None:
            self.prints.print_again(PaperKind.EXCEPTION, self.state.page.row.number)
