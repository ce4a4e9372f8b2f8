"""Only what the state allows is enabled, and one thing is next."""

from dataclasses import replace

import pytest

from app.domain.case_table import CaseState
from app.domain.catalogue import HandlingType
from app.domain.counter import CounterState as CounterStands
from app.domain.errand import Outcome
from app.domain.judgement import Verdict
from app.domain.ticket_table import TicketState
from tests.ui.counter.desks import TODAY, case, counter, desk, item, live, notice, shown, ticket
from ui.counter.intents import Intent
from ui.counter.rules import calls_left, enabled, grants, outcomes, primary, usual_outcome
from ui.counter.state import CounterState, Paper, Phase, Print
from ui.judged import NOTHING_JUDGED

WAITING = (ticket("A002"), ticket("A003"))
HELD = (ticket("A004", TicketState.HELD),)


def judged(*verdicts: Verdict, state: CounterState | None = None) -> CounterState:
    """A served ticket with these verdicts on its materials."""
    draft = NOTHING_JUDGED
    for number, verdict in enumerate(verdicts, 1):
        draft = draft.judged(number, verdict)
    return replace(state or live(TicketState.SERVING), draft=draft)


@pytest.mark.parametrize(
    ("state", "phase", "allowed", "first"),
    [
        (shown(desk(CounterStands.CLOSED, queue=WAITING)), Phase.CLOSED, {Intent.OPEN}, Intent.OPEN),
        (
            shown(desk(CounterStands.PAUSED, queue=WAITING)),
            Phase.PAUSED,
            {Intent.GO_ON, Intent.CLOSE, Intent.HAND_OVER},
            Intent.GO_ON,
        ),
        (
            shown(desk(queue=WAITING)),
            Phase.IDLE,
            {Intent.CALL_NEXT, Intent.CALL_TICKET, Intent.PAUSE, Intent.CLOSE, Intent.HAND_OVER},
            Intent.CALL_NEXT,
        ),
        (
            live(TicketState.CALLED),
            Phase.CALLED,
            {
                Intent.RECALL, Intent.START, Intent.TRANSFER, Intent.RELEASE, Intent.CHANGE_ITEM,
                Intent.ABANDON, Intent.REVEAL, Intent.HAND_OVER,
            },
            Intent.START,
        ),
        (
            live(TicketState.SERVING),
            Phase.SERVING,
            {
                Intent.FINISH, Intent.HOLD, Intent.TRANSFER, Intent.CHANGE_ITEM, Intent.ABANDON,
                Intent.REVEAL, Intent.HAND_OVER, Intent.CASE,
            },
            Intent.FINISH,
        ),
    ],
)  # fmt: skip
def test_each_phase_allows_what_the_tables_say(
    state: CounterState, phase: Phase, allowed: set[Intent], first: Intent
) -> None:
    everywhere = {Intent.EXCEPTION} | (set() if state.ticket else {Intent.SIGN_OUT})
    assert state.phase is phase
    assert enabled(state) == allowed | everywhere
    assert primary(state) is first


def test_a_miss_needs_enough_calls() -> None:
    early, late = live(TicketState.CALLED), shown(desk(ticket=ticket(state=TicketState.CALLED, calls=3)))
    assert (calls_left(early), calls_left(late)) == (2, 0)
    assert Intent.MISS not in enabled(early)
    assert Intent.MISS in enabled(late)


def test_held_tickets_are_resumed_only_by_a_free_counter() -> None:
    free, busy = shown(desk(held=HELD)), shown(desk(held=HELD, ticket=ticket(state=TicketState.SERVING)))
    closed = shown(desk(CounterStands.CLOSED, held=HELD))
    assert {Intent.RESUME, Intent.REQUEUE, Intent.ABANDON_HELD} <= enabled(free)
    assert Intent.RESUME not in enabled(busy)
    assert {Intent.REQUEUE, Intent.ABANDON_HELD} <= enabled(busy)
    assert not {Intent.RESUME, Intent.REQUEUE} & enabled(closed)


@pytest.mark.parametrize(
    "changes", [{"in_touch": False}, {"unconfirmed": Intent.CALL_NEXT}, {"actor": None}, {"desk": None}]
)
def test_nothing_is_allowed_without_hall_or_clerk(changes: dict[str, object]) -> None:
    assert enabled(replace(shown(desk(queue=WAITING)), **changes)) == frozenset()  # type: ignore[arg-type]


def test_a_counter_taken_over_elsewhere_allows_leaving_only() -> None:
    taken = shown(desk(counter=counter(clerk="0199", clerk_name="丁一")))
    assert enabled(taken) == {Intent.SIGN_OUT}


def test_the_slip_needs_the_whole_list() -> None:
    partly = judged(Verdict.COMPLETE, Verdict.MISSING)
    wholly = judged(Verdict.COMPLETE, Verdict.MISSING, Verdict.COMPLETE)
    assert Intent.NOTICE not in enabled(partly)
    assert {Intent.NOTICE, Intent.PREVIEW} <= enabled(wholly)
    assert primary(wholly) is Intent.NOTICE


def test_a_complete_application_needs_no_slip() -> None:
    complete = judged(Verdict.COMPLETE, Verdict.COMPLETE, Verdict.MISSING)  # the third is optional
    assert Intent.NOTICE not in enabled(complete)
    assert primary(complete) is Intent.FINISH


def test_an_issued_slip_is_shown_and_reprinted_but_not_while_it_prints() -> None:
    served = ticket(state=TicketState.SERVING)
    told = judged(Verdict.MISSING, state=shown(desk(ticket=served, notices=(notice(),))))
    assert {Intent.NOTICE, Intent.PREVIEW, Intent.REPRINT} <= enabled(told)
    assert not {Intent.NOTICE, Intent.REPRINT} & enabled(replace(told, print=Print(Paper.PRINTING)))
    assert primary(told) is Intent.FINISH


def test_a_slip_of_another_trip_or_kind_is_history() -> None:
    served = ticket(state=TicketState.SERVING)
    before = notice(number="告0", issued_at=served.issued_at.replace(year=2025))
    state = shown(desk(ticket=served, notices=(before,)))
    assert state.issued is None
    assert state.earlier == (before,)
    assert state.told_before == {2}


@pytest.mark.parametrize(
    ("state", "usual"),
    [
        (judged(Verdict.COMPLETE, Verdict.COMPLETE, Verdict.COMPLETE), Outcome.ACCEPTED),
        (replace(judged(), item=item(handling=HandlingType.ON_THE_SPOT)), Outcome.COMPLETED),
        (judged(Verdict.MISSING), None),
        (judged(*[Verdict.NOT_APPLICABLE] * 3), None),
        (judged(Verdict.COMPLETE, *[Verdict.NOT_APPLICABLE] * 2), Outcome.ACCEPTED),
        (replace(judged(), exception="例外1"), Outcome.EXCEPTION),
        (shown(desk(ticket=ticket(state=TicketState.SERVING), notices=(notice(),))), Outcome.NOTIFIED),
    ],
)
def test_enter_finishes_with_what_was_done(state: CounterState, usual: Outcome | None) -> None:
    assert usual_outcome(state) is usual


@pytest.mark.parametrize(
    ("stands", "usual", "fits"),
    [
        (CaseState.RECEIVED, Outcome.COMPLETED, True),
        (CaseState.NOTIFIED, Outcome.NOTIFIED, False),
        (CaseState.SUPPLEMENTED, Outcome.COMPLETED, True),
        (CaseState.ACCEPTED, Outcome.COMPLETED, True),
        (CaseState.DECIDED, Outcome.COLLECTED, True),
        (CaseState.DELIVERED, Outcome.COLLECTED, True),
    ],
)
def test_what_is_decided_on_the_spot_is_finished_as_its_case_stands(
    stands: CaseState, usual: Outcome, fits: bool
) -> None:
    on_the_spot = item(handling=HandlingType.ON_THE_SPOT)
    state = replace(live(TicketState.SERVING), item=on_the_spot, case=case(stands))
    assert usual_outcome(state) is usual
    assert outcomes(state)[Outcome.COMPLETED] is fits


def test_a_case_that_waits_for_its_acceptance_is_granted_by_the_finish() -> None:
    state = live(TicketState.SERVING)
    assert not grants(state)
    assert grants(replace(state, case=case(CaseState.SUPPLEMENTED)))
    assert not grants(replace(state, case=case(CaseState.ACCEPTED, accepted_on=TODAY)))


def test_outcomes_fit_what_was_told() -> None:
    untold = outcomes(live(TicketState.SERVING))
    told = outcomes(shown(desk(ticket=ticket(state=TicketState.SERVING), notices=(notice(),))))
    assert (untold[Outcome.NOTIFIED], untold[Outcome.ACCEPTED]) == (False, True)
    assert (told[Outcome.NOTIFIED], told[Outcome.ACCEPTED], told[Outcome.COMPLETED]) == (True, False, False)
    assert Outcome.LEFT not in untold
