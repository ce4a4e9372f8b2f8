"""The morning's summary: what is owed, as the days go by."""

from app.domain.calendar import YearArrangement
from app.domain.case_parts import WatchKind
from app.domain.worklist import Urgency
from app.services import case_clock, case_intake
from app.services.case_intake import Applying
from app.services.worklist import owed
from tests.services.at_work import ADMINISTRATOR, CLERK, DAY, SHOP, TREES, HallAtWork

DAYS_TO_TELL = 5


async def _opened(hall: HallAtWork, item: str) -> str:
    return (await hall.do(CLERK, case_intake.open_case, item, None, Applying())).row.number


async def test_nothing_is_owed_where_no_case_is_open(hall: HallAtWork) -> None:
    found = await owed(hall.ports)
    assert (found.day, list(found.rows)) == (DAY, [])


async def test_a_limit_comes_nearer_day_by_day(hall: HallAtWork) -> None:
    """Received on a Wednesday, to be told by the next: five working days."""
    await _opened(hall, TREES)
    seen = []
    for _ in range(8):
        (row,) = (await owed(hall.ports)).rows
        assert (row.watch, row.count) == (WatchKind.TELL, 1)
        seen.append(row.urgency)
        hall.pass_time(hours=24)
    later, soon, today, over = Urgency.LATER, Urgency.SOON, Urgency.TODAY, Urgency.OVERDUE
    assert seen == [later, later, soon, soon, soon, soon, soon, today]
    (row,) = (await owed(hall.ports)).rows
    assert row.urgency is over


async def test_only_one_department_where_one_is_named(hall: HallAtWork) -> None:
    number = await _opened(hall, TREES)
    await _opened(hall, SHOP)
    await _opened(hall, SHOP)
    department = (await hall.ports.readers.case(number)).row.department
    assert (await owed(hall.ports)).count(*Urgency) == 3
    assert (await owed(hall.ports, department)).count(*Urgency) == 1
    assert (await owed(hall.ports, "nowhere")).count(*Urgency) == 0


async def test_what_is_decided_waits_for_something_else(hall: HallAtWork) -> None:
    number = await _opened(hall, TREES)
    await hall.do(CLERK, case_intake.accept_case, number)
    assert [row.watch for row in (await owed(hall.ports)).rows] == [WatchKind.DECIDE]


async def test_days_off_that_the_office_entered_count_as_such(hall: HallAtWork) -> None:
    """The week after is entered as free, so that the third working day lies behind it."""
    before = (await owed(hall.ports)).last_soon
    off = frozenset(before.replace(day=before.day + n) for n in range(5))
    year = YearArrangement(DAY.year, off, frozenset())
    await hall.do(ADMINISTRATOR, case_clock.enter_year, year)
    assert (await owed(hall.ports)).last_soon > max(off)
