"""A ticket on its way to a counter: called, called again, missed, sent back, cancelled, brought back."""

from dataclasses import replace
from datetime import date, datetime

from app.domain.errand import left, replaced
from app.domain.errors import RuleBroken
from app.domain.free_text import said
from app.domain.ids import CounterId, StaffId
from app.domain.policy import Policy
from app.domain.ticket import UNPINNED, Change, Ticket
from app.domain.ticket_table import TicketAction, TicketState

_S, _A = TicketState, TicketAction


def call(
    ticket: Ticket, counter: CounterId, clerk: StaffId, now: datetime, *, out_of_order: str | None = None
) -> Change:
    """Call to a counter; ``out_of_order`` is the reason for passing over the regular order.

    Raises:
        RuleBroken: a test ticket, which counts nowhere and is never called.
    """
    if ticket.is_test:
        raise RuleBroken("ticket.rule.test_ticket", number=ticket.number)
    called = ticket.to(
        _A.CALL, now, counter=counter, clerk=clerk, calls=1, first_called_at=now, called_at=now,
        out_of_order=out_of_order and said(out_of_order), skip_counter=None, skip_until=None,
    )  # fmt: skip
    return called, (called.event(_A.CALL, out_of_order=called.out_of_order is not None),)


def recall(ticket: Ticket, policy: Policy, now: datetime) -> Change:
    """Announce again.

    Raises:
        RuleBroken: the last announcement is too fresh.
    """
    called = ticket.to(_A.RECALL, now, since=ticket.since, calls=ticket.calls + 1, called_at=now)
    if ticket.called_at is not None and now - ticket.called_at < policy.recall_gap:
        raise RuleBroken("ticket.rule.recall_gap", seconds=int(policy.recall_gap.total_seconds()))
    return called, (called.event(_A.RECALL),)


def start(ticket: Ticket, now: datetime) -> Change:
    """The person is at the counter: service begins."""
    errand = replace(ticket.errand, started_at=ticket.errand.started_at or now)
    started = ticket.to(_A.START, now, errands=replaced(ticket.errands, errand)).in_hand()
    return started, (started.event(_A.START),)


def miss(ticket: Ticket, policy: Policy, latest_call: datetime | None, now: datetime) -> Change:
    """Nobody came: back into line a little behind those just called, or out at the last miss.

    ``latest_call`` is the place of the line's latest regular call.

    Raises:
        RuleBroken: called fewer times than the hall requires before that.
    """
    if ticket.state is _S.CALLED and ticket.calls < policy.calls_before_miss:
        raise RuleBroken("ticket.rule.calls_before_miss", calls=ticket.calls, needed=policy.calls_before_miss)
    last = ticket.misses + 1 >= policy.misses_before_no_show
    action = _A.MISS_OUT if last else _A.MISS
    place = min(max(ticket.line_at, latest_call or ticket.line_at) + policy.setback, now)
    missed = ticket.to(
        action, now, misses=ticket.misses + 1, calls=0, line_at=ticket.line_at if last else place
    )
    return missed, (ticket.event(action),)


def release(ticket: Ticket, policy: Policy, now: datetime) -> Change:
    """Called by mistake: the place is kept and this counter passes it over for a while."""
    freed = ticket.to(_A.RELEASE, now, calls=0, **ticket.skip(policy, now))
    return freed, (ticket.event(_A.RELEASE),)


def unpin(ticket: Ticket) -> Change:
    """The counter or person it was sent to has gone: whoever serves its line may call it."""
    free = replace(ticket, **UNPINNED)
    return free, (free.event(_A.UNPIN),)


def cancel(ticket: Ticket, reason: str, now: datetime) -> Change:
    """Left the line, or issued by mistake.

    Raises:
        RuleBroken: no reason given.
    """
    if not reason.strip():
        raise RuleBroken("ticket.rule.cancel_reason")
    gone = ticket.to(_A.CANCEL, now, errands=left(ticket.errands, now), note=said(reason))
    return gone, (gone.event(_A.CANCEL),)


def revive(ticket: Ticket, today: date, now: datetime) -> Change:
    """Bring a no-show back into line, behind everybody who is there now and for any counter of the line.

    Raises:
        RuleBroken: the ticket is of another business day.
    """
    if ticket.day != today:
        raise RuleBroken("ticket.rule.revive_day", number=ticket.number)
    back = ticket.to(_A.REVIVE, now, line_at=now, misses=0, calls=0, **UNPINNED)
    return back, (back.event(_A.REVIVE),)
