"""All that the page of bad ratings shows, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.follow_up_table import FollowUpAction
from app.ports.rows import FollowUpPage, FollowUpRow, OwnRatings, StaffRow
from app.services.reveal import ClearPerson
from ui.follow_ups.drafts import NO_APPEAL, NOTHING_TYPED, Appeal, FollowUpDraft
from ui.worklist.state import WorklistState


class Scope(StrEnum):
    """Which are listed: those that wait for me, all that are open, or those on file too."""

    MINE = "mine"
    OPEN = "open"
    ALL = "all"


class Pane(StrEnum):
    """What stands in the follow-up's place."""

    APPEAL = "appeal"


@dataclass(frozen=True, slots=True)
class FollowUpsState(WorklistState):
    """What only this list has.

    ``pane`` stands in the follow-up's place, None where it stands there itself.
    ``revealed`` is the person of the page in the clear, for the short while in which they are called. ``appeals``
    are those being written, by the staff number of who writes. ``own`` is what the person was given, as figures alone.
    """

    rows: tuple[FollowUpRow, ...] | None = None
    scope: Scope = Scope.OPEN
    page: FollowUpPage | None = None
    chosen: FollowUpAction | None = None
    drafts: Mapping[str, FollowUpDraft] = field(default_factory=dict)
    pane: Pane | None = None
    appeals: Mapping[str, Appeal] = field(default_factory=dict)
    revealed: ClearPerson | None = None
    own: OwnRatings | None = None
    staff: tuple[StaffRow, ...] = ()

    @property
    def draft(self) -> FollowUpDraft:
        """What was typed about the follow-up on the page."""
        return self.drafts.get(self.page.row.number, NOTHING_TYPED) if self.page else NOTHING_TYPED

    @property
    def appeal(self) -> Appeal:
        """The appeal that the person who is signed in is writing."""
        return self.appeals.get(self.actor.number, NO_APPEAL) if self.actor else NO_APPEAL
