"""The presenter of the cases station: knows no Qt, turns what a person asks for into reads and commands."""

from collections.abc import Callable

from app.domain.case_table import CaseAction
from app.domain.events import Topic
from app.domain.staff import Actor, Permission
from ui.cases.acting import NOBODY, CaseActing, Countersign
from ui.cases.applying import Correcting
from ui.cases.listing import CaseListing
from ui.cases.looking import Looking
from ui.cases.opening import Opening
from ui.cases.state import CasesState, Pane, Scope
from ui.cases.typed import Kept, TypedCases
from ui.context import StationContext
from ui.kept_file import KeptFile
from ui.tasks import Tasks
from ui.worklist.desk import View
from ui.worklist.presenter import WorklistPresenter
from ui.worklist.signing import Signing


class CasesPresenter(WorklistPresenter[CasesState]):
    """A worklist of cases; what a step issues comes out of the station's A4 printer."""

    def __init__(
        self,
        context: StationContext,
        file: KeptFile[Kept],
        tasks: Tasks,
        view: View[CasesState],
        failed: Callable[[str, BaseException], None],
    ) -> None:
        super().__init__("cases", CasesState(), context, tasks, view, failed)
        self.listing: CaseListing = CaseListing(self._desk)
        self.typed: TypedCases = TypedCases(self._desk, file)
        self.acting: CaseActing = CaseActing(
            self._desk, self.commands, self.listing, self.typed, context.prints
        )
        self.looking = Looking(self._desk, self.commands, self.listing, self.acting.slips)
        self.correcting = Correcting(self._desk, self.commands, self.listing)
        self.opening = Opening(self._desk, self.commands, self.listing, self.typed, context.item_search)
        self.signing = Signing(
            self._desk, Permission.SERVE, _usual_scope, ("department", "revealed", "pane", "paper")
        )
        self._refresher.subscribe({Topic.CASES, Topic.NOTICES, Topic.CATALOGUE}, self.listing.refresh)
        self._refresher.subscribe({Topic.CATALOGUE}, self.opening.items.refresh)
        self._refresher.subscribe({Topic.STAFF, Topic.HALL}, self.listing.refresh_people)

    def back(self) -> None:
        """Esc: from what stands in its place to the case, from another step to the sensible one, else to the list."""
        if self.state.pane is None:
            super().back()
        else:
            self.listing.show_case()

    def act(self, countersign: Countersign = NOBODY) -> None:
        """Ctrl+Enter: what stands in the middle says what is done."""
        match self.state.pane:
            case Pane.PAPER:
                self._act_on_paper()
            case Pane.APPLICANT:
                self.correcting.save()
            case Pane.NEW:
                self.opening.receive()
            case None:
                self.acting.act(countersign)

    def preview(self) -> None:
        """Show what the step in front would put on paper."""
        action = self.acting.ready()
        if action is not None:
            self.looking.preview_step(action)

    def _act_on_paper(self) -> None:
        paper = self.state.paper
        match paper.step if paper else None:
            case None:
                self.looking.act()
            case CaseAction.NOTIFY_AGAIN:
                self.listing.show_case()  # the supervisor signs in the form
            case _:
                self.acting.act()


def _usual_scope(actor: Actor) -> Scope:
    return Scope.OPEN if actor.department is None else Scope.OWN
