"""A ticket (号票): one person's one trip to the hall. Its number never changes."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from app.domain.errand import Errand, Outcome, left, replaced
from app.domain.errors import RuleBroken
from app.domain.events import Event, Fact, Topic
from app.domain.free_text import said
from app.domain.ids import CaseId, CounterId, HallId, LineId, StaffId, TicketId
from app.domain.person import NOBODY, Person
from app.domain.policy import Policy, Priority
from app.domain.ticket_table import TICKET_TABLE, TicketAction, TicketState
from app.domain.transitions import next_state

_S, _A = TicketState, TicketAction

_UNPINNED: dict[str, Any] = {"pinned_counter": None, "pinned_clerk": None}

Change = tuple["Ticket", tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a transfer sends a ticket: a line, a counter or a person (one of them)."""

    line: LineId | None = None
    counter: CounterId | None = None
    clerk: StaffId | None = None

    def __post_init__(self) -> None:
        if sum(part is not None for part in (self.line, self.counter, self.clerk)) != 1:
            raise RuleBroken("ticket.rule.one_target")


@dataclass(frozen=True, slots=True)
class Ticket:
    """One trip. ``came`` is when the person came, ``line_at`` the place in line; both are instants.

    ``counter`` and ``clerk`` are where it is (called, serving, held) or was last. ``calls`` counts the
    announcements of the present call, from ``first_called_at`` to ``called_at``; ``misses`` the calls that nobody
    answered.
    """

    id: TicketId
    hall: HallId
    day: date
    number: str
    line: LineId
    came: datetime
    line_at: datetime
    errands: tuple[Errand, ...]
    priority: Priority = Priority.ORDINARY
    person: Person = NOBODY
    state: TicketState = TicketState.WAITING
    since: datetime | None = None
    counter: CounterId | None = None
    clerk: StaffId | None = None
    calls: int = 0
    first_called_at: datetime | None = None
    called_at: datetime | None = None
    out_of_order: str | None = None
    misses: int = 0
    pinned_counter: CounterId | None = None
    pinned_clerk: StaffId | None = None
    skip_counter: CounterId | None = None
    skip_until: datetime | None = None
    note: str | None = None
    reprints: int = 0
    is_test: bool = False
    version: int = 1

    @property
    def errand(self) -> Errand:
        """The errand being done: the first open one, or the last when all are done."""
        return next((e for e in self.errands if e.is_open), self.errands[-1])

    @property
    def last_done(self) -> Errand:
        """The errand that was served last; those after it were never begun: they were left at midnight."""
        return next((e for e in reversed(self.errands) if e.started_at is not None), self.errands[-1])

    @property
    def has_more(self) -> bool:
        """Whether another errand follows the present one."""
        return sum(e.is_open for e in self.errands) > 1

    def call(
        self, counter: CounterId, clerk: StaffId, now: datetime, *, out_of_order: str | None = None
    ) -> Change:
        """Call to a counter; ``out_of_order`` is the reason for passing over the regular order.

        Raises:
            RuleBroken: a test ticket, which counts nowhere and is never called.
        """
        if self.is_test:
            raise RuleBroken("ticket.rule.test_ticket", number=self.number)
        called = self._to(
            _A.CALL, now, counter=counter, clerk=clerk, calls=1, first_called_at=now, called_at=now,
            out_of_order=out_of_order and said(out_of_order), skip_counter=None, skip_until=None,
        )  # fmt: skip
        return called, (called.event(_A.CALL, out_of_order=called.out_of_order is not None),)

    def recall(self, policy: Policy, now: datetime) -> Change:
        """Announce again.

        Raises:
            RuleBroken: the last announcement is too fresh.
        """
        called = self._to(_A.RECALL, now, since=self.since, calls=self.calls + 1, called_at=now)
        if self.called_at is not None and now - self.called_at < policy.recall_gap:
            raise RuleBroken("ticket.rule.recall_gap", seconds=int(policy.recall_gap.total_seconds()))
        return called, (called.event(_A.RECALL),)

    def start(self, now: datetime) -> Change:
        """The person is at the counter: service begins."""
        errand = replace(self.errand, started_at=self.errand.started_at or now)
        started = self._to(_A.START, now, errands=replaced(self.errands, errand))._in_hand()
        return started, (started.event(_A.START),)

    def pass_to(self, clerk: StaffId) -> "Ticket":
        """The ticket at its counter in the hands of another clerk: a change of clerk in mid-service."""
        return replace(self, clerk=clerk, pinned_clerk=None)._in_hand()

    def change_item(self, errand: Errand, now: datetime) -> Change:
        """取错号: correct the item of the present errand; the place is kept, now in that item's line.

        Raises:
            RuleBroken: an application was received for it already: its case is about that item.
        """
        present = self.errand
        if present.case is not None:
            raise RuleBroken("ticket.rule.has_case")
        corrected = replace(
            present, item=errand.item, item_code=errand.item_code, line=errand.line,
            situation=errand.situation, brought=errand.brought, not_applicable=errand.not_applicable,
        )  # fmt: skip
        changed = self._to(
            _A.CHANGE_ITEM, now, since=self.since, line=errand.line, errands=replaced(self.errands, corrected)
        )
        facts = {"from": present.item_code, "to": errand.item_code}
        return changed, (changed.event(_A.CHANGE_ITEM, **facts),)

    def miss(self, policy: Policy, latest_call: datetime | None, now: datetime) -> Change:
        """Nobody came: back into line a little behind those just called, or out at the last miss.

        ``latest_call`` is the place of the line's latest regular call.

        Raises:
            RuleBroken: called fewer times than the hall requires before that.
        """
        if self.state is _S.CALLED and self.calls < policy.calls_before_miss:
            raise RuleBroken(
                "ticket.rule.calls_before_miss", calls=self.calls, needed=policy.calls_before_miss
            )
        last = self.misses + 1 >= policy.misses_before_no_show
        action = _A.MISS_OUT if last else _A.MISS
        place = min(max(self.line_at, latest_call or self.line_at) + policy.setback, now)
        missed = self._to(
            action, now, misses=self.misses + 1, calls=0, line_at=self.line_at if last else place
        )
        return missed, (self.event(action),)

    def release(self, policy: Policy, now: datetime) -> Change:
        """Called by mistake: the place is kept and this counter passes it over for a while."""
        freed = self._to(_A.RELEASE, now, calls=0, **self._skip(policy, now))
        return freed, (self.event(_A.RELEASE),)

    def finish(self, outcome: Outcome, now: datetime) -> Change:
        """End the present errand; the ticket goes on to the next errand's line or is finished."""
        action = _A.NEXT_ERRAND if self.has_more else _A.FINISH
        ended = replaced(self.errands, self.errand.end(outcome, now))
        if action is _A.FINISH:
            done = self._to(action, now, errands=ended)
        else:
            following = next(e for e in ended if e.is_open)
            done = self._to(
                action, now, errands=ended, line=following.line, calls=0, note=None, **_UNPINNED,
            )  # fmt: skip
        return done, (self.event(action, outcome=outcome),)

    def hold(self, reason: str, now: datetime) -> Change:
        """Put aside at this counter, e.g. gone to make a copy."""
        held = self._to(_A.HOLD, now, note=said(reason) or None)
        return held, (held.event(_A.HOLD),)

    def resume(self, counter: CounterId, clerk: StaffId, now: datetime) -> Change:
        """Take a held ticket up again."""
        resumed = self._to(_A.RESUME, now, counter=counter, clerk=clerk, note=None)._in_hand()
        return resumed, (resumed.event(_A.RESUME),)

    def requeue(self, now: datetime) -> Change:
        """The counter cannot wait for a held ticket: back into line at its own place, for anybody there."""
        back = self._to(_A.REQUEUE, now, calls=0, note=None, **_UNPINNED)
        return back, (self.event(_A.REQUEUE),)

    def transfer(self, target: Target, reason: str, policy: Policy, now: datetime) -> Change:
        """Send to a line, a counter or a person; nobody queues twice for it.

        Raises:
            RuleBroken: no reason given.
        """
        if not reason.strip():
            raise RuleBroken("ticket.rule.transfer_reason")
        line = target.line or self.line
        errand = replace(self.errand, line=line, moved=True)
        sent = self._to(
            _A.TRANSFER, now, line=line, errands=replaced(self.errands, errand), calls=0, note=said(reason),
            pinned_counter=target.counter, pinned_clerk=target.clerk, **self._skip(policy, now),
        )  # fmt: skip
        return sent, (self.event(_A.TRANSFER),)

    def unpin(self) -> Change:
        """The counter or person it was sent to has gone: whoever serves its line may call it."""
        free = replace(self, **_UNPINNED)
        return free, (free.event(_A.UNPIN),)

    def without_following(self, now: datetime) -> "Ticket":
        """The lines of its day are over: the errands after the present one end as ``left``."""
        return replace(self, errands=left(self.errands, now, besides=self.errand.id))

    def abandon(self, now: datetime) -> Change:
        """The person left the counter: what is open ends as ``left``."""
        gone = self._to(_A.ABANDON, now, errands=left(self.errands, now))
        return gone, (gone.event(_A.ABANDON),)

    def cancel(self, reason: str, now: datetime) -> Change:
        """Left the line, or issued by mistake.

        Raises:
            RuleBroken: no reason given.
        """
        if not reason.strip():
            raise RuleBroken("ticket.rule.cancel_reason")
        gone = self._to(_A.CANCEL, now, errands=left(self.errands, now), note=said(reason))
        return gone, (gone.event(_A.CANCEL),)

    def revive(self, today: date, now: datetime) -> Change:
        """Bring a no-show back into line, behind everybody who is there now and for any counter of the line.

        Raises:
            RuleBroken: the ticket is of another business day.
        """
        if self.day != today:
            raise RuleBroken("ticket.rule.revive_day", number=self.number)
        back = self._to(_A.REVIVE, now, line_at=now, misses=0, calls=0, **_UNPINNED)
        return back, (back.event(_A.REVIVE),)

    def undo_finish(self, clerk: StaffId, policy: Policy, now: datetime, *, counter_busy: bool) -> Change:
        """Take the last finish back: serving again, or held when the counter has somebody else by now.

        Raises:
            RuleBroken: another clerk's, or too long ago.
        """
        state = next_state(TICKET_TABLE, self.state, _A.UNDO_FINISH, "ticket")
        if self.clerk != clerk:
            raise RuleBroken("ticket.rule.undo_clerk", number=self.number)
        if self.since is None or now - self.since > policy.undo_within:
            minutes = int(policy.undo_within.total_seconds() // 60)
            raise RuleBroken("ticket.rule.undo_late", number=self.number, minutes=minutes)
        errands = replaced(self.errands, self.last_done.reopen())
        back = replace(self, state=_S.HELD if counter_busy else state, since=now, errands=errands)
        return back, (back.event(_A.UNDO_FINISH),)

    def reprint(self) -> Change:
        """Count a further print of the ticket."""
        again = replace(self, reprints=self.reprints + 1)
        return again, (again.event(_A.REPRINT, count=again.reprints),)

    def link_case(self, errand: Errand) -> "Ticket":
        """The ticket with its present errand replaced by one that names its case."""
        return replace(self, errands=replaced(self.errands, errand))

    def take_up(self, case: CaseId, now: datetime) -> Change:
        """This trip is for a case that is there already: the present errand names it.

        Raises:
            RuleBroken: nobody is being served.
        """
        named = replaced(self.errands, replace(self.errand, case=case))
        taken = self._to(_A.LINK_CASE, now, since=self.since, errands=named)
        return taken, (taken.event(_A.LINK_CASE, case=str(case)),)

    def _to(self, action: TicketAction, now: datetime, **changes: object) -> "Ticket":
        state = next_state(TICKET_TABLE, self.state, action, "ticket")
        return replace(self, **({"state": state, "since": now} | changes))  # type: ignore[arg-type]

    def _in_hand(self) -> "Ticket":
        """The present errand is done where the ticket is, by whom it is with."""
        if self.errand.started_at is None:
            return self
        errand = self.errand
        moved = errand.moved or errand.counter not in (None, self.counter)
        here = replace(errand, counter=self.counter, clerk=self.clerk, moved=moved)
        return replace(self, errands=replaced(self.errands, here))

    def _skip(self, policy: Policy, now: datetime) -> dict[str, object]:
        return {"skip_counter": self.counter, "skip_until": now + policy.release_pause}

    def event(self, action: TicketAction, **facts: Fact) -> Event:
        """What happened to this ticket, with its number, line and counter."""
        where: dict[str, Fact] = {
            "number": self.number,
            "line": str(self.line),
            "counter": str(self.counter) if self.counter else None,
        }
        return Event(Topic.TICKETS, action, self.id, where | facts)


def place_at_issue(came: datetime, priority: Priority, policy: Policy) -> datetime:
    """The place of a new ticket: when the person came, less the head start of the class."""
    return came - policy.head_starts[priority]
