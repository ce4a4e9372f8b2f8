"""What holds of every use case: repeated by its id it does nothing twice."""

from app.services import (
    department_checks,
    reminders,
)
from app.services.cancel_item import cancel_item
from app.services.import_past_cases import import_past_cases
from tests.services.at_work import (
    ADMINISTRATOR,
    CLERK,
    MORTGAGE,
    SUPERVISOR,
    HallAtWork,
)
from tests.services.twice import Twice
from tests.services.twice_at_desks import counter_twice, guide_desk_twice, set_up_twice
from tests.services.twice_in_trouble import a_group_twice, bad_ratings_twice, exceptions_twice
from tests.services.twice_of_cases import cases_twice, paper_twice
from tests.services.use_cases import (
    CASE,
    CHECK,
    OWING,
    PAST,
    REMINDER,
    every_use_case,
)


def test_no_two_have_one_name() -> None:
    """A command is kept with the name of what it was given to."""
    names = [value.__name__ for value in every_use_case()]
    assert len(names) == len(set(names))


async def test_a_repeated_command_does_nothing_twice(hall: HallAtWork) -> None:
    twice = Twice(hall)
    await set_up_twice(hall, twice)
    await guide_desk_twice(hall, twice)
    await counter_twice(hall, twice)
    await exceptions_twice(twice)
    await twice(SUPERVISOR, import_past_cases, (PAST,))
    await a_group_twice(hall, twice)
    await bad_ratings_twice(hall, twice)
    await twice(SUPERVISOR, department_checks.start_department_check, *CASE)
    await twice(CLERK, department_checks.answer_department_check, *CHECK, False)
    await twice(SUPERVISOR, reminders.issue_reminder, OWING)
    await twice(SUPERVISOR, reminders.answer_reminder, *REMINDER, "已整改")
    await twice(SUPERVISOR, reminders.count_reminder_reprint, *REMINDER)
    await twice(SUPERVISOR, reminders.void_reminder, *REMINDER, "误")
    await twice(ADMINISTRATOR, cancel_item, MORTGAGE, "国发〔2026〕1号")
    await cases_twice(hall, twice)
    await paper_twice(hall, twice)
    assert twice.done == every_use_case()
