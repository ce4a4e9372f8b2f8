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
from app.domain.follow_up_terms import FollowUpTerms
from app.domain.free_text import said
from app.domain.ids import FollowUpId, RatingId, StaffId
from app.domain.transitions import allowed, next_state

_S, _A, _L = FollowUpState, FollowUpAction, FollowUpLimit
_DECISIONS: Mapping[bool, tuple[FollowUpAction, AppealState]] = {
    True: (_A.UPHOLD, AppealState.UPHELD),
    False: (_A.DISMISS, AppealState.DISMISSED),
}


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

    def assign(self, handler: StaffId, text: str, by: StaffId, now: datetime) -> "Change":
        """Give it to somebody.

        Raises:
            RuleBroken: to the rated clerk, or by them.
        """
        self._must_not_be_rated(handler)
        return self.stepped(_A.ASSIGN, text, by, now, handler=handler)

    def contact(self, text: str, by: StaffId, now: datetime) -> "Change":
        """The person was called, or it was tried: the words say how it went. Whoever does it has it from now on."""
        _must_say(text)
        self._must_be_handled_by(by)
        return self.stepped(_A.CONTACT, text, by, now, limit=self.right_by.day, handler=self.handler or by)

    def extend(self, reason: str, by: StaffId, now: datetime, terms: FollowUpTerms) -> "Change":
        """It is complex: the longer limit holds. Once, and before the ordinary one is over.

        Raises:
            RuleBroken: no reason, too late, or already done.
        """
        _must_say(reason)
        if terms.today > self.right_by.day:
            raise RuleBroken("follow_up.rule.too_late", due=self.right_by.day)
        longer = terms.right_by(self.opened_on, is_complex=True)
        others = {limit: on for limit, on in self.warn_on.items() if limit is not _L.RIGHT}
        warn_on = others | terms.warnings({_L.RIGHT: longer}, terms.today)
        changes = {"is_complex": True, "right_by": longer, "warn_on": warn_on}
        return self.stepped(_A.EXTEND, reason, by, now, limit=longer.day, **changes)

    def put_right(self, text: str, by: StaffId, now: datetime) -> "Change":
        """Say what was found and done (整改)."""
        _must_say(text)
        self._must_be_handled_by(by)
        return self.stepped(_A.PUT_RIGHT, text, by, now)

    def ask(self, satisfied: bool, text: str, by: StaffId, now: datetime) -> "Change":
        """Ask the person whether it is settled (回访)."""
        return self.stepped(_A.ASK, text, by, now, satisfied=satisfied)

    def rework(self, text: str, by: StaffId, now: datetime) -> "Change":
        """Not settled: once more."""
        return self.stepped(_A.REWORK, text, by, now, satisfied=None)

    def close(self, text: str, by: StaffId, now: datetime) -> "Change":
        """Put it on file."""
        return self.stepped(_A.CLOSE, text, by, now)

    def note(self, text: str, by: StaffId, now: datetime) -> "Change":
        """Write down what was said."""
        _must_say(text)
        return self.stepped(_A.NOTE, text, by, now)

    def lodge_appeal(self, reason: str, by: StaffId, now: datetime, terms: FollowUpTerms) -> "Change":
        """The rated clerk says why the rating is not theirs to bear (申诉), once. The person's clock goes on.

        On the day of the rating a clerk is answered as everybody is: it would name whoever gave it. Closing takes
        nothing away: for some working days after the rating what is on file is appealed against too.

        Raises:
            RuleBroken: somebody else's, of today, or on file and too late; no reason, or appealed already.
        """
        if by != self.clerk or not self._takes_appeals(terms):
            raise RuleBroken("follow_up.rule.only_rated", number=self.number)
        _must_say(reason)
        review_by = terms.review_by(terms.today)
        warn_on = {limit: on for limit, on in self.warn_on.items() if limit in self.running}
        warn_on |= terms.warnings({_L.REVIEW: review_by}, terms.today)
        changes = {"appeal": AppealState.LODGED, "review_by": review_by, "warn_on": warn_on}
        return self.stepped(_A.APPEAL, reason, by, now, limit=review_by.day, **changes)

    def review(self, uphold: bool, reason: str, by: StaffId, now: datetime) -> "Change":
        """Decide on the appeal. Upheld, the rating no longer counts; what is owed to the person stays owed.

        Raises:
            RuleBroken: by the rated clerk or the handler, no reason, or nothing to decide.
        """
        _must_say(reason)
        if by == self.handler:
            raise RuleBroken("follow_up.rule.review_by_other", number=self.number)
        action, decided = _DECISIONS[uphold]
        return self.stepped(action, reason, by, now, appeal=decided, review_by=None)

    def _takes_appeals(self, terms: FollowUpTerms) -> bool:
        if terms.today <= self.opened_on:
            return False
        return self.state is not _S.CLOSED or terms.today <= terms.appeal_by(self.opened_on).day

    def _must_not_be_rated(self, somebody: StaffId | None) -> None:
        if somebody == self.clerk:
            raise RuleBroken("follow_up.rule.rated_clerk", number=self.number)

    def _must_be_handled_by(self, by: StaffId) -> None:
        if self.handler is not None and self.handler != by:
            raise RuleBroken("follow_up.rule.other_handler", number=self.number)

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
            self._must_not_be_rated(by)
        state = next_state(FOLLOW_UP_TABLE, self.state, action, "follow_up")
        if action not in self.actions() | BY_RULE:
            raise RuleBroken("follow_up.rule.transition", state=self.state, action=action)
        moved = replace(self, **({"state": state} | changes))  # type: ignore[arg-type]
        due = limit or (moved.due.day if moved.due else None)
        step = FollowUpStep(action, state, now, by, said(text), moved.handler, due)
        event = Event(Topic.RATINGS, action, self.id, {"number": self.number})
        return replace(moved, steps=(*self.steps, step)), (event,)


Change = tuple[FollowUp, tuple[Event, ...]]


def _must_say(text: str) -> None:
    if not text.strip():
        raise RuleBroken("follow_up.rule.say_why")
