"""What the clerk's department owes stands at the foot of the counter, and in strong colours when it presses."""

from dataclasses import replace
from datetime import date

from app.domain.case_parts import WatchKind
from app.domain.worklist import OPEN_URGENCIES, Urgency
from app.ports.rows import Owed, OwedRow
from app.services import case_intake
from app.services.case_intake import Applying
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.morning import CLERK, MORTGAGE, Morning, command_of
from ui.shell.facts import Fact

DAY = date(2026, 3, 18)


async def test_it_is_read_from_the_sign_in_on(counter: CounterAtWork, morning: Morning) -> None:
    clerk = await morning.sign_in(CLERK)
    await case_intake.open_case(morning.hall.ports, command_of(clerk), MORTGAGE, None, Applying())
    await counter.sign_in()
    state = await counter.until(lambda s: s.owed is not None)
    assert state.owed is not None
    assert state.owed.count(*OPEN_URGENCIES) == 1
    assert state.owed.count(Urgency.OVERDUE) == 0


async def test_only_what_presses_is_told(counter: CounterAtWork) -> None:
    state = await counter.sign_in()
    header = counter.room.view.header
    rows = [OwedRow(WatchKind.TELL, urgency, count) for count, urgency in enumerate(OPEN_URGENCIES, 1)]
    owed = Owed(DAY, DAY, rows)
    assert header._owed(replace(state, owed=owed)) == [
        Fact("办件已逾期 1、今天到期 2、快到期 3", "warning-octagon-fill", "danger")
    ]
    assert header._owed(replace(state, owed=Owed(DAY, DAY, rows[1:]))) == [
        Fact("办件今天到期 2、快到期 3", "clock-fill", "warn")
    ]
    assert header._owed(replace(state, owed=Owed(DAY, DAY, rows[3:]))) == []
