"""All that the exceptions station shows, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.domain.exception_table import ExceptionAction
from app.domain.message import Message
from app.domain.staff import Actor
from app.ports.change_feed import Touch
from app.ports.rows import DepartmentRow, ExceptionPage, ExceptionRow, HallRow, ItemRow, StaffRow
from ui.exceptions.drafts import NOTHING_NEW, NOTHING_TYPED, CaseDraft, NewCase
from ui.signing import NOT_SIGNING_IN, SigningIn


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
class ExceptionsState:
    """Everything at once.

    ``rows`` is None until they have been read; ``wanted`` is the number of the case that is asked for, ``page``
    what was read of it. ``chosen`` is the action that a person picked instead of the sensible one. ``due_days``
    are the days until which the case can be assigned. ``busy`` while a command is under way, ``unconfirmed``
    while its answer is outstanding because the hall is out of touch.
    """

    actor: Actor | None = None
    signing_in: SigningIn = NOT_SIGNING_IN
    hall: HallRow | None = None
    calendar_published: bool = True
    rows: tuple[ExceptionRow, ...] | None = None
    full: bool = False
    scope: Scope = Scope.OPEN
    searched: str = ""
    wanted: str | None = None
    page: ExceptionPage | None = None
    due_days: tuple[date, ...] = ()
    chosen: ExceptionAction | None = None
    drafts: Mapping[str, CaseDraft] = field(default_factory=dict)
    pane: Pane = Pane.CASE
    new: NewCase = NOTHING_NEW
    found: tuple[ItemRow, ...] = ()
    departments: tuple[DepartmentRow, ...] = ()
    staff: tuple[StaffRow, ...] = ()
    busy: bool = False
    unconfirmed: bool = False
    problem: Message | None = None
    touch: Touch | None = None

    @property
    def draft(self) -> CaseDraft:
        """What was typed about the case on the page."""
        return self.drafts.get(self.page.row.number, NOTHING_TYPED) if self.page else NOTHING_TYPED

    @property
    def zone(self) -> ZoneInfo:
        """The hall's zone; UTC until the hall has been read."""
        return ZoneInfo(self.hall.timezone if self.hall else "UTC")
