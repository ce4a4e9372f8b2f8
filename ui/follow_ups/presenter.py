"""The presenter of bad ratings: knows no Qt, turns what a person asks for into reads and commands."""

from collections.abc import Callable

from app.domain.events import Topic
from app.domain.staff import Permission
from ui.context import StationContext
from ui.follow_ups import rules
from ui.follow_ups.acting import FollowUpActing
from ui.follow_ups.appealing import Appealing, AppealingView
from ui.follow_ups.listing import FollowUpListing
from ui.follow_ups.state import FollowUpsState, Pane
from ui.follow_ups.typed import Kept, TypedFollowUps
from ui.kept_file import KeptFile
from ui.tasks import Tasks
from ui.worklist.presenter import WorklistPresenter
from ui.worklist.signing import Signing

_OF_PERSON = ("rows", "wanted", "page", "revealed", "pane", "own")
"""What the next person does not see: others may see other follow-ups."""


class FollowUpsPresenter(WorklistPresenter[FollowUpsState]):
    """A worklist of bad ratings, to which ``appealing`` adds what the rated clerk has to say."""

    def __init__(
        self,
        context: StationContext,
        file: KeptFile[Kept],
        tasks: Tasks,
        view: AppealingView,
        failed: Callable[[str, BaseException], None],
    ) -> None:
        super().__init__("follow_ups", FollowUpsState(), context, tasks, view, failed)
        self.listing: FollowUpListing = FollowUpListing(self._desk)
        self.typed: TypedFollowUps = TypedFollowUps(self._desk, file)
        self.acting: FollowUpActing = FollowUpActing(self._desk, self.commands, self.listing, self.typed)
        self.appealing = Appealing(self._desk, view, self.commands, self.typed)
        self.signing = Signing(self._desk, Permission.RATING_HANDLE, rules.usual_scope, _OF_PERSON)
        self._refresher.subscribe({Topic.RATINGS, Topic.HALL}, self.listing.refresh)
        self._refresher.subscribe({Topic.STAFF}, self.listing.refresh_choices)

    def back(self) -> None:
        """Esc: from the appeal to the list, from another step to the sensible one, else to the list."""
        if self.state.pane is Pane.APPEAL:
            self.appealing.leave()
        else:
            super().back()

    def act(self) -> None:
        """Ctrl+Enter: lodge the appeal where its form stands open, else take the step in front."""
        if self.state.pane is Pane.APPEAL:
            self.appealing.lodge()
        else:
            self.acting.act()
