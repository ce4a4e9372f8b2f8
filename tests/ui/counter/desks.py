"""Hand-made desks: what the database would say of one counter."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.applicant import ApplicantKind
from app.domain.case_table import CaseState
from app.domain.catalogue import HandlingType, Material, Regime, ServiceItem
from app.domain.counter import CounterState as CounterStands
from app.domain.ids import DepartmentId, ItemVersionId, StaffId
from app.domain.judgement import ShortcomingKind
from app.domain.notice import NoticeKind
from app.domain.policy import Priority
from app.domain.staff import Actor, Role
from app.domain.ticket_table import TicketState
from app.ports.rows import (
    CaseRow,
    CounterDesk,
    CounterRow,
    DayFigures,
    ErrandRow,
    NoticeRow,
    ShortcomingRow,
    TicketRow,
)
from ui.counter.state import CounterState

NOW = datetime(2026, 3, 18, 2, 0, tzinfo=UTC)
TODAY = date(2026, 3, 18)
ACTOR = Actor(StaffId(UUID(int=1)), "0102", "何静", Role.CLERK)
MATERIALS = (Material(1, "申请表"), Material(2, "身份证"), Material(3, "委托书", required=False))


def item(**changes: Any) -> ServiceItem:
    """An item of three materials, the last one optional."""
    plain = ServiceItem(
        ItemVersionId(UUID(int=2)), "IT1", 1, "登记", DepartmentId(UUID(int=3)), TODAY, Regime.LICENCE,
        "行政许可", MATERIALS, handling=HandlingType.PROMISED,
    )  # fmt: skip
    return replace(plain, **changes)


def ticket(number: str = "A001", state: TicketState = TicketState.WAITING, **changes: Any) -> TicketRow:
    """A ticket of one errand for that item, issued ten minutes ago."""
    came = NOW - timedelta(minutes=10)
    plain = TicketRow(
        id=UUID(int=int(number[1:])), number=number, day=TODAY, line="A", line_name="登记", state=state,
        counter=None, errands=(ErrandRow("IT1", "登记", None, "A", None),), issued_at=came, line_at=came,
        since=came, calls=0, called_at=None, misses=0, priority=Priority.ORDINARY, name="张*",
        identity=None, phone=None, note=None, reprints=0,
    )  # fmt: skip
    return replace(plain, **changes)


def counter(stands: CounterStands = CounterStands.OPEN, **changes: Any) -> CounterRow:
    """Counter 2, with its clerk."""
    clerk = None if stands is CounterStands.CLOSED else ACTOR.number
    plain = CounterRow(
        2, "登记窗口", None, stands, clerk, ACTOR.name if clerk else None, None, NOW, ("A",), None, None, None
    )
    return replace(plain, **changes)


def desk(stands: CounterStands = CounterStands.OPEN, **changes: Any) -> CounterDesk:
    """An idle desk with nobody waiting."""
    plain = CounterDesk(NOW, counter(stands), None, (), (), (), (), None, (), (), DayFigures(0, None, 0), {})
    return replace(plain, **changes)


def notice(kind: NoticeKind = NoticeKind.SUPPLEMENT, **changes: Any) -> NoticeRow:
    """A slip for that ticket, issued just now."""
    problem = ShortcomingRow(2, "身份证", ShortcomingKind.MISSING, "")
    plain = NoticeRow(UUID(int=9), "告1", kind, "A001", "IT1", "登记", None, NOW, None, 0, (problem,))
    return replace(plain, **changes)


def case(state: CaseState, **changes: Any) -> CaseRow:
    """A case for that item, which came today."""
    plain = CaseRow(
        UUID(int=4), "IT1-2026-00001", state, "IT1", "登记", Regime.LICENCE, None, "登记局", ApplicantKind.PERSON,
        "张*", TODAY, None, None, None, None,
    )  # fmt: skip
    return replace(plain, **changes)


def shown(at: CounterDesk, **changes: Any) -> CounterState:
    """The state of a signed-in clerk at this desk."""
    return replace(CounterState(2, actor=ACTOR, desk=at, item=item()), **changes)


def live(state: TicketState, **changes: Any) -> CounterState:
    """The state with a live ticket."""
    ready = ticket(state=state, counter=2, calls=1, called_at=NOW, **changes)
    return shown(desk(ticket=ready))
