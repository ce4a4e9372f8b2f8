"""docs/states.md, drawn from the transition tables: ``python -m tests.docs.states`` writes it anew."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from app.domain.case import CASE_TABLE, CaseAction, CaseState
from app.domain.counter import COUNTER_TABLE, CounterState
from app.domain.exception_group import GROUP_TABLE, GroupAction, GroupState
from app.domain.exception_table import EXCEPTION_TABLE, ExceptionAction, ExceptionState
from app.domain.follow_up_table import FOLLOW_UP_TABLE, FollowUpAction, FollowUpState
from app.domain.print_job import PRINT_TABLE, PrintAction, PrintState
from app.domain.reminder import REMINDER_TABLE, ReminderAction, ReminderState
from app.domain.ticket_table import TICKET_TABLE, TicketAction, TicketState
from app.texts import Texts, code_of

PAGE = Path(__file__).parents[2] / "docs" / "states.md"
HEAD = """\
# States

Where a ticket, a counter, a case, an exception, a group of exceptions, a bad rating and a reminder can stand, and what
leads from one state to the next. Drawn from the tables that drive the rules and the enabled buttons (`app/domain`) by
`python -m tests.docs.states`; a test compares this page with them.
"""


@dataclass(frozen=True)
class Diagram:
    """One table. ``begins`` is what makes a new one; None where it stands from the hall's set-up on."""

    title: str
    states: type[StrEnum]
    table: Mapping[tuple[StrEnum, StrEnum], StrEnum]
    begins: StrEnum | None = None


DIAGRAMS = (
    Diagram("Ticket 号票", TicketState, TICKET_TABLE, TicketAction.ISSUE),
    Diagram("Counter 窗口", CounterState, COUNTER_TABLE),
    Diagram("Case 办件", CaseState, CASE_TABLE, CaseAction.RECEIVE),
    Diagram("Exception 例外事项", ExceptionState, EXCEPTION_TABLE, ExceptionAction.OPEN),
    Diagram("Group of exceptions 同因事项", GroupState, GROUP_TABLE, GroupAction.CREATE),
    Diagram("Follow-up of a bad rating 差评", FollowUpState, FOLLOW_UP_TABLE, FollowUpAction.OPEN),
    Diagram("Reminder to a department 催办单", ReminderState, REMINDER_TABLE, ReminderAction.ISSUE),
    Diagram("Print job 打印任务", PrintState, PRINT_TABLE, PrintAction.QUEUE),
)

_WORDS = Texts("zh")


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for diagram in DIAGRAMS for line in _section(diagram))])


def _section(diagram: Diagram) -> Iterator[str]:
    first = next(iter(diagram.states))
    yield f"## {diagram.title}\n"
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield from (f'    state "{_named(state)}" as {state}' for state in diagram.states)
    yield f"    [*] --> {first}" + (f": {_named(diagram.begins)}" if diagram.begins else "")
    yield from (f"    {arrow}" for arrow in _arrows(diagram))
    yield "```\n"


def _arrows(diagram: Diagram) -> Iterator[str]:
    """One arrow from state to state, with all that leads along it."""
    order = list(diagram.states)
    steps = sorted(
        ((state, to, action) for (state, action), to in diagram.table.items()),
        key=lambda step: (order.index(step[0]), order.index(step[1])),
    )
    for (state, to), along in groupby(steps, key=lambda step: step[:2]):
        yield f"{state} --> {to}: {', '.join(_named(action) for _, _, action in along)}"


def _named(value: StrEnum) -> str:
    return f"{value} {_WORDS(code_of(value))}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
