"""What may be done now and what comes next, derived from the domain's own tables."""

from app.domain.case_table import CaseState
from app.domain.counter import COUNTER_TABLE, CounterAction
from app.domain.counter import CounterState as CounterStands
from app.domain.errand import Outcome
from app.domain.ticket_table import TICKET_TABLE, TicketAction
from app.domain.transitions import allowed
from app.ports.rows import CounterDesk
from ui.counter.intents import Intent
from ui.counter.state import CounterState, Paper, Phase

_TICKET_INTENTS: dict[Intent, frozenset[TicketAction]] = {
    Intent.RECALL: frozenset({TicketAction.RECALL}),
    Intent.START: frozenset({TicketAction.START}),
    Intent.FINISH: frozenset({TicketAction.FINISH, TicketAction.NEXT_ERRAND}),
    Intent.MISS: frozenset({TicketAction.MISS, TicketAction.MISS_OUT}),
    Intent.HOLD: frozenset({TicketAction.HOLD}),
    Intent.TRANSFER: frozenset({TicketAction.TRANSFER}),
    Intent.RELEASE: frozenset({TicketAction.RELEASE}),
    Intent.CHANGE_ITEM: frozenset({TicketAction.CHANGE_ITEM}),
    Intent.ABANDON: frozenset({TicketAction.ABANDON}),
    Intent.CASE: frozenset({TicketAction.LINK_CASE}),
}
_COUNTER_INTENTS = {
    Intent.OPEN: CounterAction.OPEN,
    Intent.CLOSE: CounterAction.CLOSE,
    Intent.PAUSE: CounterAction.PAUSE,
    Intent.GO_ON: CounterAction.RESUME,
    Intent.HAND_OVER: CounterAction.HAND_OVER,
}
_ONLY_WHEN_FREE = frozenset({Intent.CLOSE, Intent.PAUSE})
"""Not while somebody is called or served, as the use cases say. Nor is there a “pause after this one”: nobody is
called by itself, so F12 right after F5 pauses before the next, and no counter that serves is shown as paused.
"""
_NEXT = {
    Phase.CLOSED: Intent.OPEN,
    Phase.PAUSED: Intent.GO_ON,
    Phase.IDLE: Intent.CALL_NEXT,
    Phase.CALLED: Intent.START,
}
_NOT_AFTER_NOTICE = frozenset({Outcome.COMPLETED, Outcome.ACCEPTED, Outcome.REFUSED})
_DECIDED = frozenset({CaseState.DECIDED, CaseState.DELIVERED})
_CHOOSABLE: tuple[Outcome, ...] = tuple(outcome for outcome in Outcome if outcome is not Outcome.LEFT)


def enabled(state: CounterState) -> frozenset[Intent]:
    """What the state allows, as far as this screen can know; the services decide for good.

    A command under way changes nothing here: buttons that go grey for a moment would lose the keyboard.
    """
    if state.desk is None or state.actor is None or state.unconfirmed or not state.in_touch:
        return frozenset()
    able = _of_counter(state.desk) | _of_ticket(state) | _of_others(state.desk) | {Intent.EXCEPTION}
    if state.is_occupied:  # somebody took the counter over at another station
        return frozenset({Intent.SIGN_OUT})
    return frozenset(able)


def offered(state: CounterState) -> frozenset[Intent]:
    """What keys and buttons beside an open sheet offer: nothing, for its question is to be answered first."""
    return enabled(state) if state.sheet is None else frozenset()


def primary(state: CounterState) -> Intent | None:
    """The one sensible next action."""
    if state.phase is not Phase.SERVING:
        return _NEXT.get(state.phase)
    judged = state.judged
    if state.issued is not None:
        return Intent.FINISH
    if judged.unfounded:  # the slip is what is being made, and this is what it lacks
        return Intent.FILL_IN
    return Intent.NOTICE if judged.is_whole and judged.tells_something else Intent.FINISH


def calls_left(state: CounterState) -> int:
    """How many more calls the hall asks for before the ticket may count as missed."""
    return max(0, state.policy.calls_before_miss - state.ticket.calls) if state.ticket else 0


def outcomes(state: CounterState) -> dict[Outcome, bool]:
    """Every outcome, and whether it fits what was done so far."""
    told = state.issued is not None
    told_at_all = told or any(n.ticket == state.ticket.number for n in state.earlier if state.ticket)
    if _waits_for_materials(state):
        told = told_at_all = True  # on an earlier trip, and not all of it has come
    unfit = (_NOT_AFTER_NOTICE if told else frozenset()) | (
        frozenset() if told_at_all else {Outcome.NOTIFIED}
    )
    return {outcome: outcome not in unfit for outcome in _CHOOSABLE}


def usual_outcome(state: CounterState) -> Outcome | None:
    """What Enter finishes with; None while something is judged wrong and no slip says so, or nothing applies."""
    if state.issued is not None or _waits_for_materials(state):
        return Outcome.NOTIFIED
    if state.exception is not None:
        return Outcome.EXCEPTION
    if state.judged.tells_something or state.judged.findings.nothing_applies:
        return None
    if state.case is not None and state.case.state in _DECIDED:
        return Outcome.COLLECTED
    on_the_spot = state.item is not None and state.item.handling == "on_the_spot"
    return Outcome.COMPLETED if on_the_spot else Outcome.ACCEPTED


def grants(state: CounterState) -> bool:
    """Whether finishing on the spot takes the errand's case on and grants it, so that a limit must be known."""
    return state.case is not None and state.case.accepted_on is None


def _waits_for_materials(state: CounterState) -> bool:
    """Whether the errand's case was told what is missing, and some of it has not come."""
    return state.case is not None and state.case.state is CaseState.NOTIFIED


def _of_counter(desk: CounterDesk) -> set[Intent]:
    steps = allowed(COUNTER_TABLE, desk.counter.state)
    able = {intent for intent, action in _COUNTER_INTENTS.items() if action in steps}
    able.add(Intent.SIGN_OUT)
    if desk.ticket is not None:
        able -= _ONLY_WHEN_FREE | {Intent.SIGN_OUT}
    return able


def _of_ticket(state: CounterState) -> set[Intent]:
    ticket = state.ticket
    if ticket is None:
        return set()
    steps = allowed(TICKET_TABLE, ticket.state)
    able = {intent for intent, actions in _TICKET_INTENTS.items() if actions & steps}
    if calls_left(state):
        able.discard(Intent.MISS)
    if any((ticket.name, ticket.identity, ticket.phone)):
        able.add(Intent.REVEAL)
    return able | (_of_slip(state) if state.phase is Phase.SERVING else set())


def _of_slip(state: CounterState) -> set[Intent]:
    if state.issued is not None:
        printing = state.print.paper is Paper.PRINTING
        return set() if printing else {Intent.NOTICE, Intent.PREVIEW, Intent.REPRINT}
    if state.judged.unfounded:
        return {Intent.FILL_IN}
    ready = state.judged.is_whole and state.judged.tells_something
    return {Intent.NOTICE, Intent.PREVIEW} if ready else set()


def _of_others(desk: CounterDesk) -> set[Intent]:
    able: set[Intent] = set()
    free = desk.counter.state is CounterStands.OPEN and desk.ticket is None
    if free:
        able |= {Intent.CALL_NEXT}
        able |= {Intent.CALL_TICKET} if desk.queue else set()
    if desk.held and desk.counter.state is not CounterStands.CLOSED:
        able |= {Intent.REQUEUE, Intent.ABANDON_HELD} | ({Intent.RESUME} if free else set())
    if desk.undoable is not None and desk.counter.state is not CounterStands.CLOSED:
        able.add(Intent.UNDO_FINISH)
    return able
