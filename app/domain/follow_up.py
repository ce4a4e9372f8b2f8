"""The follow-up of a bad rating (差评回访整改): an owner, a date and a next step until the person has been heard.

The rated clerk takes no step of it but one: to appeal, which somebody else reviews.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from app.domain.calendar import Due
from app.domain.errors import NotFound, RuleBroken
from app.domain.events import Event, Topic
from app.domain.follow_up_table import (
    BY_RULE,
    FOLLOW_UP_TABLE,
    NEXT_STEP,
    OPEN_FOLLOW_UPS,
    AppealState,
    FollowUpAction,
    FollowUpLimit,
    FollowUpState,
)
from app.domain.free_text import said
from app.domain.ids import FollowUpId, RatingId, StaffId
from app.domain.transitions import allowed, next_state

_S, _A, _L = FollowUpState, FollowUpAction, FollowUpLimit


@dataclass(frozen=True, slots=True)
class FollowUpStep:
    """One entry of the story. ``by`` is None where a rule did it, and for the rating itself.

    ``due`` is the next limit from then on; of contact, extension, appeal and warning that which it is about.
    """

    action: FollowUpAction
    state: FollowUpState
    at: datetime
    by: StaffId | None
    text: str = ""
    handler: StaffId | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One follow-up with its whole story. Until somebody has it the supervision office owns it.

    ``clerk`` is who was rated; ``reachable`` whether the person left a phone, so that they can be asked afterwards.
    ``warn_on`` are the days on which a warning of a limit is still to come, if the limit runs then.
    """

    id: FollowUpId
    number: str
    rating: RatingId
    clerk: StaffId
    reachable: bool
    opened_on: date
    contact_by: Due
    right_by: Due
    steps: tuple[FollowUpStep, ...]
    state: FollowUpState = FollowUpState.OPENED
    handler: StaffId | None = None
    is_complex: bool = False
    satisfied: bool | None = None
    appeal: AppealState | None = None
    review_by: Due | None = None
    warn_on: Mapping[FollowUpLimit, date] = field(default_factory=dict)
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.state in OPEN_FOLLOW_UPS

    @property
    def due(self) -> Due | None:
        """The next limit, the earliest of what is owed; None when closed."""
        if not self.is_open:
            return None
        owed = {_S.OPENED: self.contact_by, _S.APPEALED: self.review_by}.get(self.state, self.right_by)
        limits = [due for due in (owed, self.review_by) if due is not None]
        return min(limits, key=lambda due: due.day)

    @property
    def running(self) -> Mapping[FollowUpLimit, Due]:
        """The limits that still run."""
        if not self.is_open:
            return {}
        limits = {
            _L.CONTACT: self.contact_by if self.state is _S.OPENED else None,
            _L.RIGHT: self.right_by if self.state is not _S.APPEALED else None,
            _L.REVIEW: self.review_by,
        }
        return {limit: due for limit, due in limits.items() if due is not None}

    @property
    def next_step(self) -> FollowUpAction | None:
        """What is owed next; None when closed."""
        if self.state is _S.ASKED and not self.satisfied:
            return _A.REWORK
        owed = _A.CLOSE if self.state is _S.PUT_RIGHT and not self.reachable else NEXT_STEP.get(self.state)
        return _A.DISMISS if owed is _A.CLOSE and self.appeal is AppealState.LODGED else owed

    def actions(self) -> frozenset[FollowUpAction]:
        """What people may do now: the table, less what the facts forbid."""
        able = allowed(FOLLOW_UP_TABLE, self.state) - BY_RULE
        if self.state is _S.PUT_RIGHT:
            able -= {_A.CLOSE if self.reachable else _A.ASK}
        if self.state is _S.ASKED:
            able -= {_A.REWORK if self.satisfied else _A.CLOSE}
        if self.is_complex:
            able -= {_A.EXTEND}
        if self.appeal is AppealState.LODGED:
            return able - {_A.CLOSE, _A.APPEAL}
        able -= {_A.UPHOLD, _A.DISMISS}
        return able if self.appeal is None else able - {_A.APPEAL}

    def must_be_open_to(self, somebody: StaffId, *, directs: bool) -> None:
        """Refuse whose business it is not: the rated clerk's, and who neither has it nor directs.

        They are answered as if there were none: trying numbers tells nobody which rating is theirs.

        Raises:
            NotFound: it is somebody else's.
        """
        if somebody == self.clerk or (not directs and somebody != self.handler):
            raise NotFound("follow_up.rule.none", number=self.number)

    def must_not_be_rated(self, somebody: StaffId | None) -> None:
        """Refuse the rated clerk. Raises ``RuleBroken``."""
        if somebody == self.clerk:
            raise RuleBroken("follow_up.rule.rated_clerk", number=self.number)

    def stepped(
        self,
        action: FollowUpAction,
        text: str,
        by: StaffId | None,
        now: datetime,
        *,
        limit: date | None = None,
        **changes: object,
    ) -> "Change":
        """The follow-up after a step of the table, with its entry in the story; ``changes`` are the fields that differ.

        ``limit`` is the one that the step is about, else the next one is told.

        Raises:
            RuleBroken: neither the table nor the facts have the step now, or the rated clerk takes it.
        """
        if action not in BY_RULE | {_A.APPEAL}:
            self.must_not_be_rated(by)
        state = next_state(FOLLOW_UP_TABLE, self.state, action, "follow_up")
        if action not in self.actions() | BY_RULE:
            raise RuleBroken("follow_up.rule.transition", state=self.state, action=action)
        moved = replace(self, **({"state": state} | changes))  # type: ignore[arg-type]
        due = limit or (moved.due.day if moved.due else None)
        step = FollowUpStep(action, state, now, by, said(text), moved.handler, due)
        event = Event(Topic.RATINGS, action, self.id, {"number": self.number})
        return replace(moved, steps=(*self.steps, step)), (event,)


Change = tuple[FollowUp, tuple[Event, ...]]
