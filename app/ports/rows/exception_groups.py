"""Groups of exception cases, in a list and with their story."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.calendar import Due
from app.domain.exception_group import GroupAction, GroupState
from app.ports.rows.exceptions import ExceptionRow


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group in a list. ``unit`` is the department that rectifies, by name; ``days_left`` counts calendar days.

    ``due`` is by when what it waits for is owed: a plan, the rectification or its review; None once it is closed.
    """

    number: str
    cause: str
    state: GroupState
    unit: str | None
    due: Due | None
    days_left: int | None
    cases: int
    open_cases: int


@dataclass(frozen=True, slots=True)
class GroupStepRow:
    """One entry of a group's story; ``case`` is the number of the one that it is about, ``by`` None of a rule's."""

    action: GroupAction
    state: GroupState
    at: datetime
    by: str | None
    by_name: str | None
    text: str
    case: str | None
    due: date | None


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group with its rectification (``rectify_by`` its limit), its cases and its story, and what may be done next."""

    row: GroupRow
    measure: str
    rectify_by: Due | None
    proof: str
    cases: tuple[ExceptionRow, ...]
    steps: tuple[GroupStepRow, ...]
    actions: frozenset[GroupAction]
