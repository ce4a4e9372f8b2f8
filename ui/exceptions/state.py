"""All that the exceptions station shows, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.exception_table import ExceptionAction
from app.ports.case_search import SimilarCase
from app.ports.rows import DepartmentRow, ExceptionPage, ExceptionRow, ItemRow, StaffRow
from ui.exceptions.drafts import NOTHING_NEW, NOTHING_TYPED, CaseDraft, NewCase
from ui.worklist.state import WorklistState


class Scope(StrEnum):
    """Which cases are listed: those that wait for me, all that are open, or those on file too."""

    MINE = "mine"
    OPEN = "open"
    ALL = "all"


class Pane(StrEnum):
    """What stands in the middle: a case, or the form for a new one."""

    CASE = "case"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class ExceptionsState(WorklistState):
    """What only this list has.

    ``due_days`` are the days until which the case can be assigned, the last one that its level allows first.
    ``new`` is the case that is being registered, ``found`` the items it may be about, ``similar`` the cases like it.
    ``alike`` are the cases like the one of the number ``alike_to``.
    """

    rows: tuple[ExceptionRow, ...] | None = None
    scope: Scope = Scope.OPEN
    page: ExceptionPage | None = None
    chosen: ExceptionAction | None = None
    drafts: Mapping[str, CaseDraft] = field(default_factory=dict)
    due_days: tuple[date, ...] = ()
    pane: Pane = Pane.CASE
    new: NewCase = NOTHING_NEW
    found: tuple[ItemRow, ...] = ()
    similar: tuple[SimilarCase, ...] = ()
    alike: tuple[SimilarCase, ...] = ()
    alike_to: str | None = None
    departments: tuple[DepartmentRow, ...] = ()
    staff: tuple[StaffRow, ...] = ()

    @property
    def draft(self) -> CaseDraft:
        """What was typed about the case on the page."""
        return self.drafts.get(self.page.row.number, NOTHING_TYPED) if self.page else NOTHING_TYPED
