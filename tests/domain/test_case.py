"""The first steps of a case."""

from datetime import timedelta
from uuid import UUID

import pytest

from app.domain.calendar import Due
from app.domain.case import Case, CaseAction, CaseState
from app.domain.ids import CaseId, ItemVersionId, TicketId
from tests.domain.make import DAY, DEPARTMENT, NINE
from tests.refusals import refused

RECEIVED = Case(
    id=CaseId(UUID(int=1)),
    number="IT008-2026-00041",
    item=ItemVersionId(UUID(int=2)),
    item_code="IT008",
    situation=None,
    department=DEPARTMENT,
    ticket=TicketId(UUID(int=3)),
    received_on=DAY,
    tell_by=Due(DAY + timedelta(days=7)),
)


@pytest.mark.parametrize(
    ("action", "state"),
    [
        (CaseAction.NOTIFY, CaseState.NOTIFIED),
        (CaseAction.ACCEPT, CaseState.ACCEPTED),
        (CaseAction.REFUSE, CaseState.REFUSED),
    ],
)
def test_a_received_case_is_told_accepted_or_refused_once(action: CaseAction, state: CaseState) -> None:
    moved, (event,) = RECEIVED.step(action, NINE)
    assert (moved.state, moved.since, event.action, event.facts["number"]) == (
        state, NINE, action, "IT008-2026-00041",
    )  # fmt: skip
    with refused("case.rule.transition", state=state):
        moved.step(action, NINE)


def test_receipt_is_an_event() -> None:
    assert RECEIVED.received().action is CaseAction.RECEIVE
