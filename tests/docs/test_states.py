"""The pages that are drawn from the program are what the program is now."""

from app.domain.case import CASE_TABLE
from app.domain.counter import COUNTER_TABLE
from app.domain.exception_group import GROUP_TABLE
from app.domain.exception_table import EXCEPTION_TABLE
from app.domain.follow_up_table import FOLLOW_UP_TABLE
from app.domain.print_job import PRINT_TABLE
from app.domain.reminder import REMINDER_TABLE
from app.domain.ticket_table import TICKET_TABLE
from tests.docs.states import DIAGRAMS, PAGE, page


def test_the_states_are_those_of_the_tables() -> None:
    assert PAGE.read_text("utf-8") == page(), "python -m tests.docs.states writes it anew"


def test_every_step_of_every_table_is_drawn() -> None:
    assert [d.table for d in DIAGRAMS] == [
        TICKET_TABLE,
        COUNTER_TABLE,
        CASE_TABLE,
        EXCEPTION_TABLE,
        GROUP_TABLE,
        FOLLOW_UP_TABLE,
        REMINDER_TABLE,
        PRINT_TABLE,
    ]
    for diagram, section in zip(DIAGRAMS, page().split("\n## ")[1:], strict=True):
        arrows = dict(
            line.strip().split(": ", 1) for line in section.splitlines() if " --> " in line and ": " in line
        )
        for (state, action), to in diagram.table.items():
            assert action in [step.split()[0] for step in arrows[f"{state} --> {to}"].split(", ")]
