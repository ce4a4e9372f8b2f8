"""The follow-up of a bad rating (差评回访整改): an owner, a date and a next step until the person has been heard.

The rated clerk takes no step of it but one: to appeal, which somebody else reviews.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.calendar import Due, WorkingDays, add_working_days
from app.domain.errors import RuleBroken
from app.domain.events import Event, Topic
from app.domain.follow_up_table import (
    FOLLOW_UP_TABLE,
    NEXT_STEP,
    OPEN_FOLLOW_UPS,
    AppealState,
    FollowUpAction,
    FollowUpState,
)
from app.domain.free_text import said
from app.domain.ids import FollowUpId, RatingId, StaffId
from app.domain.policy import Policy
from app.domain.rating import Rating
from app.domain.transitions import allowed, next_state

_S, _A = FollowUpState, FollowUpAction
_DECISIONS: Mapping[bool, tuple[FollowUpAction, AppealState]] = {
    True: (_A.UPHOLD, AppealState.UPHELD),
    False: (_A.DISMISS, AppealState.DISMISSED),
}


@dataclass(frozen=True, slots=True)
class FollowUpStep:
    """One entry of the story. ``by`` is None for the rating itself, which nobody of the hall gave.

    ``due`` is the next limit from then on; of contact, extension and appeal that which it is about.
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
        owed = self.contact_by if self.state is _S.OPENED else self.right_by
        if self.appeal is AppealState.LODGED and self.review_by is not None:
            return min(owed, self.review_by, key=lambda due: due.day)
        return owed

    @property
    def next_step(self) -> FollowUpAction | None:
        """What is owed next; None when closed."""
        if self.state is _S.ASKED and not self.satisfied:
            return _A.REWORK
        owed = _A.CLOSE if self.state is _S.PUT_RIGHT and not self.reachable else NEXT_STEP.get(self.state)
        return _A.DISMISS if owed is _A.CLOSE and self.appeal is AppealState.LODGED else owed

    def actions(self) -> frozenset[FollowUpAction]:
        """What may be done now: the table, less what the facts forbid."""
        able = allowed(FOLLOW_UP_TABLE, self.state)
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

        Raises:
            RuleBroken: it is somebody else's.
        """
        self._must_not_be_rated(somebody)
        if not directs and somebody != self.handler:
            raise RuleBroken("follow_up.rule.other_handler", number=self.number)

    def assign(self, handler: StaffId, text: str, by: StaffId, now: datetime) -> "Change":
        """Give it to somebody.

        Raises:
            RuleBroken: to the rated clerk, or by them.
        """
        self._must_not_be_rated(handler)
        return self._step(_A.ASSIGN, text, by, now, handler=handler)

    def contact(self, text: str, by: StaffId, now: datetime) -> "Change":
        """The person was called, or it was tried: the words say how it went. Whoever does it has it from now on."""
        _must_say(text)
        self._must_be_handled_by(by)
        return self._step(_A.CONTACT, text, by, now, handler=self.handler or by)

    def extend(
        self, reason: str, by: StaffId, now: datetime, today: date, policy: Policy, days: WorkingDays
    ) -> "Change":
        """It is complex: the longer limit holds. Once, and before the ordinary one is over.

        Raises:
            RuleBroken: no reason, too late, or already done.
        """
        _must_say(reason)
        if today > self.right_by.day:
            raise RuleBroken("follow_up.rule.too_late", due=self.right_by.day)
        longer = add_working_days(self.opened_on, policy.days_to_put_right_complex, days)
        return self._step(_A.EXTEND, reason, by, now, is_complex=True, right_by=longer)

    def put_right(self, text: str, by: StaffId, now: datetime) -> "Change":
        """Say what was found and done (整改)."""
        _must_say(text)
        self._must_be_handled_by(by)
        return self._step(_A.PUT_RIGHT, text, by, now)

    def ask(self, satisfied: bool, text: str, by: StaffId, now: datetime) -> "Change":
        """Ask the person whether it is settled (回访)."""
        return self._step(_A.ASK, text, by, now, satisfied=satisfied)

    def rework(self, text: str, by: StaffId, now: datetime) -> "Change":
        """Not settled: once more."""
        return self._step(_A.REWORK, text, by, now, satisfied=None)

    def close(self, text: str, by: StaffId, now: datetime) -> "Change":
        """Put it on file."""
        return self._step(_A.CLOSE, text, by, now)

    def note(self, text: str, by: StaffId, now: datetime) -> "Change":
        """Write down what was said."""
        _must_say(text)
        return self._step(_A.NOTE, text, by, now)

    def lodge_appeal(
        self, reason: str, by: StaffId, now: datetime, today: date, policy: Policy, days: WorkingDays
    ) -> "Change":
        """The rated clerk says why the rating is not theirs to bear (申诉), once. The person's clock goes on.

        On the day of the rating a clerk is answered as everybody is: it would name whoever gave it.

        Raises:
            RuleBroken: somebody else's or of today, no reason, or appealed already.
        """
        if by != self.clerk or today <= self.opened_on:
            raise RuleBroken("follow_up.rule.only_rated", number=self.number)
        _must_say(reason)
        review_by = add_working_days(today, policy.days_to_review, days)
        return self._step(_A.APPEAL, reason, by, now, appeal=AppealState.LODGED, review_by=review_by)

    def review(self, uphold: bool, reason: str, by: StaffId, now: datetime) -> "Change":
        """Decide on the appeal. Upheld, the rating no longer counts; what is owed to the person stays owed.

        Raises:
            RuleBroken: by the rated clerk or the handler, no reason, or nothing to decide.
        """
        _must_say(reason)
        if by == self.handler:
            raise RuleBroken("follow_up.rule.review_by_other", number=self.number)
        action, decided = _DECISIONS[uphold]
        return self._step(action, reason, by, now, appeal=decided, review_by=None)

    def _must_not_be_rated(self, somebody: StaffId) -> None:
        if somebody == self.clerk:
            raise RuleBroken("follow_up.rule.rated_clerk", number=self.number)

    def _must_be_handled_by(self, by: StaffId) -> None:
        if self.handler is not None and self.handler != by:
            raise RuleBroken("follow_up.rule.other_handler", number=self.number)

    def _step(
        self, action: FollowUpAction, text: str, by: StaffId, now: datetime, **changes: object
    ) -> "Change":
        if action is not _A.APPEAL:
            self._must_not_be_rated(by)
        state = next_state(FOLLOW_UP_TABLE, self.state, action, "follow_up")
        if action not in self.actions():
            raise RuleBroken("follow_up.rule.transition", state=self.state, action=action)
        moved = replace(self, **({"state": state} | changes))  # type: ignore[arg-type]
        set_now = {_A.CONTACT: moved.right_by, _A.EXTEND: moved.right_by, _A.APPEAL: moved.review_by}
        due = set_now.get(action, moved.due)
        step = FollowUpStep(action, state, now, by, said(text), moved.handler, due.day if due else None)
        event = Event(Topic.RATINGS, action, self.id, {"number": self.number})
        return replace(moved, steps=(*self.steps, step)), (event,)


Change = tuple[FollowUp, tuple[Event, ...]]


def open_follow_up(
    id_: FollowUpId, number: str, rating: Rating, policy: Policy, days: WorkingDays, *, reachable: bool
) -> Change:
    """A bad rating opens it; the clock counts from the day the rating was given."""
    contact_by = add_working_days(rating.day, policy.days_to_contact, days)
    right_by = add_working_days(rating.day, policy.days_to_put_right, days)
    step = FollowUpStep(_A.OPEN, _S.OPENED, rating.given_at, None, rating.comment, due=contact_by.day)
    opened = FollowUp(
        id_, number, rating.id, rating.clerk, reachable, rating.day, contact_by, right_by, (step,)
    )
    return opened, (Event(Topic.RATINGS, _A.OPEN, id_, {"number": number}),)


def follow_up_number(year: int, sequence: int) -> str:
    """The number of a follow-up: 差评〔2026〕0041."""
    return f"差评〔{year}〕{sequence:04d}"


def follow_up_named(text: str, year: int) -> str:
    """The number that somebody types: in full, or of this year's its last digits alone."""
    typed = text.strip()
    return follow_up_number(year, int(typed)) if typed.isdecimal() else typed


def _must_say(text: str) -> None:
    if not text.strip():
        raise RuleBroken("follow_up.rule.say_why")
