"""All that the exceptions station shows, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.calendar import Due
from app.domain.exception_table import ExceptionAction
from app.ports.case_search import SimilarCase
from app.ports.rows import (
    CheckPage,
    DepartmentRow,
    ExceptionPage,
    ExceptionRow,
    GroupPage,
    GroupRow,
    ItemRow,
    StaffRow,
)
from ui.exceptions.drafts import NOTHING_NEW, NOTHING_TYPED, CaseDraft, NewCase
from ui.exceptions.group_state import NOTHING_SAID, GroupDeed, GroupDraft, GroupsState, JoinDraft
from ui.worklist.state import WorklistState

NOWHERE = JoinDraft()
"""Nobody has said yet where a case belongs."""


class Scope(StrEnum):
    """What is listed: cases that wait for me, all that are open, those on file too; or groups of one cause."""

    MINE = "mine"
    OPEN = "open"
    ALL = "all"
    GROUPS = "groups"


class Pane(StrEnum):
    """What stands in the middle: a case, the form for a new one, a group, or the form that puts a case into one."""

    CASE = "case"
    NEW = "new"
    GROUP = "group"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class ExceptionsState(WorklistState):
    """What only this list has.

    ``due_days`` are the days until which the case can be assigned, the last one that its level allows first;
    ``longer_days`` those until which it can be extended, the longest first; ``follow_up_by`` is the follow-up's limit
    of a case that is answered on its last day.
    ``new`` is the case that is being registered, ``found`` the items it may be about, ``similar`` the cases like it.
    ``alike`` are the cases like the one of the number ``alike_to``; ``photos`` are those that were opened of the
    page's, by their hash.
    ``group`` is the one that is looked at, ``deed`` what a person picked to do with it, ``joins`` into which groups
    cases are about to be put, by case.
    """

    rows: tuple[ExceptionRow | GroupRow, ...] | None = None
    scope: Scope = Scope.OPEN
    page: ExceptionPage | None = None
    chosen: ExceptionAction | None = None
    drafts: Mapping[str, CaseDraft] = field(default_factory=dict)
    due_days: tuple[date, ...] = ()
    longer_days: tuple[date, ...] = ()
    follow_up_by: Due | None = None
    pane: Pane = Pane.CASE
    new: NewCase = NOTHING_NEW
    found: tuple[ItemRow, ...] = ()
    similar: tuple[SimilarCase, ...] = ()
    alike: tuple[SimilarCase, ...] = ()
    alike_to: str | None = None
    photos: Mapping[str, bytes] = field(default_factory=dict)
    departments: tuple[DepartmentRow, ...] = ()
    staff: tuple[StaffRow, ...] = ()

    known_groups: tuple[GroupRow, ...] = ()
    group_wanted: str | None = None
    group: GroupPage | None = None
    checks: tuple[CheckPage, ...] = ()
    deed: GroupDeed | None = None
    group_drafts: Mapping[str, GroupDraft] = field(default_factory=dict)
    joins: Mapping[str, JoinDraft] = field(default_factory=dict)

    @property
    def join(self) -> JoinDraft:
        """Into which group the case on the page is about to be put."""
        return self.joins.get(self.page.row.number, NOWHERE) if self.page else NOWHERE

    @property
    def own_alike(self) -> tuple[SimilarCase, ...]:
        """The hall's own cases like the one on the page."""
        if self.page is None or self.alike_to != self.page.row.number:
            return ()
        return tuple(one for one in self.alike if not one.case.is_known and one.case.source is None)

    def groups_state(self) -> GroupsState:
        """The group that is looked at, as a page of its own."""
        number = self.group.row.number if self.group else ""
        return GroupsState(
            actor=self.actor,
            hall=self.hall,
            soon=self.soon,
            page=self.group,
            chosen=self.deed,
            checks=self.checks,
            departments=self.departments,
            staff=self.staff,
            typed=self.group_drafts.get(number, NOTHING_SAID),
            busy=self.busy,
            unconfirmed=self.unconfirmed,
            problem=self.problem,
        )

    @property
    def draft(self) -> CaseDraft:
        """What was typed about the case on the page."""
        return self.drafts.get(self.page.row.number, NOTHING_TYPED) if self.page else NOTHING_TYPED
