"""The tables, compared with a literal copy of what the design settles."""

from collections.abc import Mapping
from enum import StrEnum

import pytest

from app.domain.case_table import CASE_TABLE, CaseAction, CaseState
from app.domain.counter import COUNTER_TABLE, CounterAction, CounterState
from app.domain.errors import RuleBroken
from app.domain.exception_group import GROUP_TABLE, GroupAction, GroupState
from app.domain.exception_table import EXCEPTION_TABLE, ExceptionAction, ExceptionState
from app.domain.follow_up_table import FOLLOW_UP_TABLE, FollowUpAction, FollowUpState
from app.domain.ticket_table import TICKET_TABLE, TicketAction, TicketState
from app.domain.transitions import allowed, next_state

TICKET = {
    "call": {"waiting": "called"},
    "recall": {"called": "called"},
    "start": {"called": "serving"},
    "change_item": {"called": "called", "serving": "serving"},
    "miss": {"called": "waiting"},
    "miss_out": {"called": "no_show"},
    "release": {"called": "waiting"},
    "next_errand": {"serving": "waiting"},
    "finish": {"serving": "finished"},
    "hold": {"serving": "held"},
    "resume": {"held": "serving"},
    "requeue": {"held": "waiting"},
    "transfer": {"called": "waiting", "serving": "waiting"},
    "abandon": {"called": "cancelled", "serving": "cancelled", "held": "cancelled"},
    "cancel": {"waiting": "cancelled"},
    "revive": {"no_show": "waiting"},
    "undo_finish": {"finished": "serving"},
    "link_case": {"serving": "serving"},
}
COUNTER = {
    "open": {"closed": "open"},
    "pause": {"open": "paused"},
    "resume": {"paused": "open"},
    "hand_over": {"open": "open", "paused": "open"},
    "close": {"open": "closed", "paused": "closed"},
}
CASE = {
    "notify": {"received": "notified"},
    "notify_again": {"notified": "notified", "supplemented": "notified"},
    "supplement": {"notified": "supplemented"},
    "accept": {"received": "accepted", "supplemented": "accepted"},
    "deem_accepted": {"received": "accepted", "supplemented": "accepted"},
    "refuse": {"received": "refused", "supplemented": "refused"},
    "undo": {"accepted": "received", "refused": "received", "decided": "accepted"},
    "undo_supplemented": {"accepted": "supplemented", "refused": "supplemented"},
    "pledge_kept": {"accepted": "accepted", "suspended": "suspended"},
    "suspend": {"accepted": "suspended"},
    "resume": {"suspended": "accepted"},
    "extend": {"accepted": "accepted"},
    "decide": {"accepted": "decided"},
    "deliver": {"decided": "delivered"},
    "archive": {"delivered": "archived", "ended": "archived"},
    "withdraw": dict.fromkeys(
        ("received", "notified", "supplemented", "accepted", "suspended", "decided", "delivered"), "withdrawn"
    ),
    "end": {"notified": "ended", "accepted": "ended"},
    "recompute": {
        s: s
        for s in ("received", "notified", "supplemented", "accepted", "suspended", "decided", "delivered")
    },
}
_UNANSWERED = ("registered", "triaged", "assigned", "in_hand", "for_sign_off")
EXCEPTION = {
    "triage": {"registered": "triaged", "triaged": "triaged"},
    "assign": dict.fromkeys(("triaged", "assigned", "in_hand", "for_sign_off"), "assigned"),
    "return": {"assigned": "triaged", "in_hand": "triaged"},
    "take": {"assigned": "in_hand"},
    "answer": {"in_hand": "answered"},
    "follow_up": {"answered": "followed_up"},
    "rework": {"followed_up": "in_hand"},
    "close": {"answered": "closed", "followed_up": "closed"},
    "reopen": {"closed": "triaged"},
    "deny": {"in_hand": "for_sign_off"},
    "sign_off": {"for_sign_off": "answered"},
    "refuse": {"for_sign_off": "in_hand"},
    "withdraw": {"for_sign_off": "in_hand"},
    "measure": {"in_hand": "in_hand"},
    **{
        action: {s: s for s in ("assigned", "in_hand")}
        for action in ("contact", "extend", "join", "part", "release")
    },
    **{
        action: {s: s for s in (*_UNANSWERED, "answered", "followed_up")}
        for action in ("note", "attach", "warn", "escalate", "recompute")
    },
}
GROUP = {
    "add": {s: s for s in ("gathered", "rectifying", "proven", "closed")},
    "plan": {"gathered": "rectifying", "rectifying": "rectifying"},
    "remove": {s: s for s in ("gathered", "rectifying", "proven")},
    "prove": {"rectifying": "proven", "proven": "proven"},
    "reject": {"proven": "rectifying"},
    "close": {"proven": "closed"},
    "reopen": {"closed": "rectifying"},
    **{action: {s: s for s in ("gathered", "rectifying", "proven")} for action in ("warn", "overdue")},
}
_BEFORE_THE_END = ("opened", "contacted", "put_right", "asked")
FOLLOW_UP = {
    "contact": {"opened": "contacted"},
    "extend": {"opened": "opened", "contacted": "contacted"},
    "put_right": {"contacted": "put_right"},
    "ask": {"put_right": "asked"},
    "rework": {"asked": "contacted"},
    "close": {"put_right": "closed", "asked": "closed"},
    "assign": {s: s for s in _BEFORE_THE_END},
    "appeal": {s: s for s in _BEFORE_THE_END} | {"closed": "appealed"},
    **{a: {s: s for s in _BEFORE_THE_END} | {"appealed": "closed"} for a in ("uphold", "dismiss")},
    **{a: {s: s for s in (*_BEFORE_THE_END, "appealed")} for a in ("note", "warn", "recompute")},
}

Table = Mapping[tuple[StrEnum, StrEnum], StrEnum]


@pytest.mark.parametrize(
    ("table", "settled"),
    [
        (TICKET_TABLE, TICKET),
        (COUNTER_TABLE, COUNTER),
        (CASE_TABLE, CASE),
        (EXCEPTION_TABLE, EXCEPTION),
        (GROUP_TABLE, GROUP),
        (FOLLOW_UP_TABLE, FOLLOW_UP),
    ],
    ids=["ticket", "counter", "case", "exception", "group", "follow_up"],
)
def test_table_is_as_settled(table: Table, settled: dict[str, dict[str, str]]) -> None:
    steps = {(str(state), str(action)): str(after) for (state, action), after in table.items()}
    assert steps == {(a, action): b for action, ways in settled.items() for a, b in ways.items()}


@pytest.mark.parametrize(
    ("table", "actions", "beside_the_table"),
    [
        (TICKET_TABLE, TicketAction, {"issue", "reprint", "unpin", "send_online", "undo_send_online"}),
        (COUNTER_TABLE, CounterAction, set()),
        (CASE_TABLE, CaseAction, {"receive", "take_papers"}),
        (EXCEPTION_TABLE, ExceptionAction, {"open"}),
        (GROUP_TABLE, GroupAction, {"create"}),
        (FOLLOW_UP_TABLE, FollowUpAction, {"open"}),
    ],
    ids=["ticket", "counter", "case", "exception", "group", "follow_up"],
)
def test_every_action_has_its_steps(table: Table, actions: type[StrEnum], beside_the_table: set[str]) -> None:
    assert {str(action) for _, action in table} == set(actions) - beside_the_table


@pytest.mark.parametrize(
    ("table", "states", "ends"),
    [
        (TICKET_TABLE, TicketState, {"cancelled"}),
        (COUNTER_TABLE, CounterState, set()),
        (CASE_TABLE, CaseState, {"archived", "withdrawn"}),
        (EXCEPTION_TABLE, ExceptionState, set()),
        (GROUP_TABLE, GroupState, set()),
        (FOLLOW_UP_TABLE, FollowUpState, set()),
    ],
    ids=["ticket", "counter", "case", "exception", "group", "follow_up"],
)
def test_only_the_ends_lead_nowhere(table: Table, states: type[StrEnum], ends: set[str]) -> None:
    assert {str(state) for state in states if not allowed(table, state)} == ends


@pytest.mark.parametrize("state", TicketState)
@pytest.mark.parametrize("action", TicketAction)
def test_what_is_not_in_the_table_is_refused(state: TicketState, action: TicketAction) -> None:
    if (state, action) in TICKET_TABLE:
        assert action in allowed(TICKET_TABLE, state)
        assert next_state(TICKET_TABLE, state, action, "ticket") is TICKET_TABLE[state, action]
        return
    assert action not in allowed(TICKET_TABLE, state)
    with pytest.raises(RuleBroken) as broken:
        next_state(TICKET_TABLE, state, action, "ticket")
    assert broken.value.message.code == "ticket.rule.transition"
    assert broken.value.message.params == {"state": state, "action": action}
