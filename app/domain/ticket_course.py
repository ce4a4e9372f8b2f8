"""A ticket at its counter: corrected, put aside, sent on, finished."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.errand import Errand, Outcome, left, replaced
from app.domain.errors import RuleBroken
from app.domain.free_text import said
from app.domain.ids import CaseId, CounterId, LineId, StaffId
from app.domain.policy import Policy
from app.domain.ticket import UNPINNED, Change, Ticket
from app.domain.ticket_table import TICKET_TABLE, TicketAction, TicketState
from app.domain.transitions import next_state

_S, _A = TicketState, TicketAction


@dataclass(frozen=True, slots=True)
class Target:
    """Where a transfer sends a ticket: a line, a counter or a person (one of them)."""

    line: LineId | None = None
    counter: CounterId | None = None
    clerk: StaffId | None = None

    def __post_init__(self) -> None:
        if sum(part is not None for part in (self.line, self.counter, self.clerk)) != 1:
            raise RuleBroken("ticket.rule.one_target")


def change_item(ticket: Ticket, errand: Errand, now: datetime) -> Change:
    """取错号: correct the item of the present errand; the place is kept, now in that item's line.

    Raises:
        RuleBroken: an application was received for it already: its case is about that item.
    """
    present = ticket.errand
    if present.case is not None:
        raise RuleBroken("ticket.rule.has_case")
    corrected = replace(
        present, item=errand.item, item_code=errand.item_code, line=errand.line,
        situation=errand.situation, brought=errand.brought, not_applicable=errand.not_applicable,
    )  # fmt: skip
    changed = ticket.to(
        _A.CHANGE_ITEM, now, since=ticket.since, line=errand.line, errands=replaced(ticket.errands, corrected)
    )
    facts = {"from": present.item_code, "to": errand.item_code}
    return changed, (changed.event(_A.CHANGE_ITEM, **facts),)


def finish(ticket: Ticket, outcome: Outcome, now: datetime) -> Change:
    """End the present errand; the ticket goes on to the next errand's line or is finished."""
    action = _A.NEXT_ERRAND if ticket.has_more else _A.FINISH
    ended = replaced(ticket.errands, ticket.errand.end(outcome, now))
    if action is _A.FINISH:
        done = ticket.to(action, now, errands=ended)
    else:
        following = next(e for e in ended if e.is_open)
        done = ticket.to(
            action, now, errands=ended, line=following.line, calls=0, note=None, **UNPINNED,
        )  # fmt: skip
    return done, (ticket.event(action, outcome=outcome),)


def undo_finish(
    ticket: Ticket, clerk: StaffId, policy: Policy, now: datetime, *, counter_busy: bool
) -> Change:
    """Take the last finish back: serving again, or held when the counter has somebody else by now.

    Raises:
        RuleBroken: another clerk's, or too long ago.
    """
    state = next_state(TICKET_TABLE, ticket.state, _A.UNDO_FINISH, "ticket")
    if ticket.clerk != clerk:
        raise RuleBroken("ticket.rule.undo_clerk", number=ticket.number)
    if ticket.since is None or now - ticket.since > policy.undo_within:
        minutes = int(policy.undo_within.total_seconds() // 60)
        raise RuleBroken("ticket.rule.undo_late", number=ticket.number, minutes=minutes)
    errands = replaced(ticket.errands, ticket.last_done.reopen())
    back = replace(ticket, state=_S.HELD if counter_busy else state, since=now, errands=errands)
    return back, (back.event(_A.UNDO_FINISH),)


def hold(ticket: Ticket, reason: str, now: datetime) -> Change:
    """Put aside at this counter, e.g. gone to make a copy."""
    held = ticket.to(_A.HOLD, now, note=said(reason) or None)
    return held, (held.event(_A.HOLD),)


def resume(ticket: Ticket, counter: CounterId, clerk: StaffId, now: datetime) -> Change:
    """Take a held ticket up again."""
    resumed = ticket.to(_A.RESUME, now, counter=counter, clerk=clerk, note=None).in_hand()
    return resumed, (resumed.event(_A.RESUME),)


def requeue(ticket: Ticket, now: datetime) -> Change:
    """The counter cannot wait for a held ticket: back into line at its own place, for anybody there."""
    back = ticket.to(_A.REQUEUE, now, calls=0, note=None, **UNPINNED)
    return back, (ticket.event(_A.REQUEUE),)


def transfer(ticket: Ticket, target: Target, reason: str, policy: Policy, now: datetime) -> Change:
    """Send to a line, a counter or a person; nobody queues twice for it.

    Raises:
        RuleBroken: no reason given.
    """
    if not reason.strip():
        raise RuleBroken("ticket.rule.transfer_reason")
    line = target.line or ticket.line
    errand = replace(ticket.errand, line=line, moved=True)
    sent = ticket.to(
        _A.TRANSFER, now, line=line, errands=replaced(ticket.errands, errand), calls=0, note=said(reason),
        pinned_counter=target.counter, pinned_clerk=target.clerk, **ticket.skip(policy, now),
    )  # fmt: skip
    return sent, (ticket.event(_A.TRANSFER),)


def abandon(ticket: Ticket, now: datetime) -> Change:
    """The person left the counter: what is open ends as ``left``."""
    gone = ticket.to(_A.ABANDON, now, errands=left(ticket.errands, now))
    return gone, (gone.event(_A.ABANDON),)


def take_up(ticket: Ticket, case: CaseId, now: datetime) -> Change:
    """This trip is for a case that is there already: the present errand names it.

    Raises:
        RuleBroken: nobody is being served.
    """
    named = replaced(ticket.errands, replace(ticket.errand, case=case))
    taken = ticket.to(_A.LINK_CASE, now, since=ticket.since, errands=named)
    return taken, (taken.event(_A.LINK_CASE, case=str(case)),)


def without_following(ticket: Ticket, now: datetime) -> Ticket:
    """The lines of its day are over: the errands after the present one end as ``left``."""
    return replace(ticket, errands=left(ticket.errands, now, besides=ticket.errand.id))


def link_case(ticket: Ticket, errand: Errand) -> Ticket:
    """The ticket with its present errand replaced by one that names its case."""
    return replace(ticket, errands=replaced(ticket.errands, errand))
