"""What this page keeps of what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ui.follow_ups.drafts import NO_APPEAL, Appeal, FollowUpDraft
from ui.follow_ups.state import FollowUpsState
from ui.worklist.typed import Typed


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file holds: drafts by the number of the follow-up, appeals by who writes; as ``to_keep`` makes them."""

    cases: Mapping[str, FollowUpDraft] = field(default_factory=dict)
    appeals: Mapping[str, Appeal] = field(default_factory=dict)


class TypedFollowUps(Typed[FollowUpsState, Kept]):
    """The drafts of follow-ups, and appeals."""

    def write_appeal(self, appeal: Appeal) -> None:
        """Something was typed about the appeal of who is signed in."""
        state = self._desk.state
        if state.actor is not None:
            others = {who: written for who, written in state.appeals.items() if who != state.actor.number}
            own = {} if appeal == NO_APPEAL else {state.actor.number: appeal}
            self._desk.change(appeals=others | own, problem=None)
            self._changed.set()

    def _brought_back(self, kept: Kept) -> dict[str, Any]:
        return {"drafts": kept.cases, "appeals": kept.appeals}

    def _to_keep(self) -> Kept:
        state = self._desk.state
        drafts = {number: draft.to_keep() for number, draft in state.drafts.items()}
        return Kept(drafts, {who: appeal.to_keep() for who, appeal in state.appeals.items()})
