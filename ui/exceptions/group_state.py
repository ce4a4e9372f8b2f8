"""What the page of a group shows: cases of one root cause, the rectification they share, and who else has the same."""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.free_text import said
from app.ports.rows import CheckPage, DepartmentRow, GroupPage, GroupRow, StaffRow
from ui.worklist.state import WorklistState

CHECK_DAYS = 5
"""Working days in which departments are asked to answer where nobody chooses others."""


class GroupDeed(StrEnum):
    """What can be done with a group and its checks."""

    PLAN = "plan"
    PROVE = "prove"
    CLOSE = "close"
    REJECT = "reject"
    REMOVE = "remove"
    ASK = "ask"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class GroupDraft:
    """What was typed about a group. ``unit`` rectifies, in so many ``days``; both are of the plan.

    ``asked`` is the department that is asked, all when None. ``check`` and ``department`` say which answer it is,
    ``found`` what was found. Departments are codes. ``case`` is the one that is taken out of the group, by number.
    """

    text: str = ""
    unit: str | None = None
    days: int = CHECK_DAYS
    asked: str | None = None
    check: str | None = None
    department: str | None = None
    found: bool | None = None
    case: str | None = None

    def to_keep(self) -> "GroupDraft":
        """The same as it may be kept in a file: numbers of people in the words are masked."""
        return replace(self, text=said(self.text))


NOTHING_SAID = GroupDraft()


@dataclass(frozen=True, slots=True)
class JoinDraft:
    """Into which group a case is put: one that is there, or a new one of this ``cause`` with ``others`` (numbers)."""

    group: str | None = None
    cause: str = ""
    others: tuple[str, ...] = ()

    def to_keep(self) -> "JoinDraft":
        """The same as it may be kept in a file."""
        return replace(self, cause=said(self.cause))


@dataclass(frozen=True, slots=True)
class GroupsState(WorklistState):
    """The page of a group, as the parts of a worklist show a case. ``checks`` are those about the group's cases."""

    rows: tuple[GroupRow, ...] | None = None
    page: GroupPage | None = None
    chosen: GroupDeed | None = None
    checks: tuple[CheckPage, ...] = ()
    departments: tuple[DepartmentRow, ...] = ()
    staff: tuple[StaffRow, ...] = ()
    typed: GroupDraft = NOTHING_SAID

    @property
    def draft(self) -> GroupDraft:
        """What was typed about the group on the page."""
        return self.typed
