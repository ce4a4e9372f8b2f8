"""All that the cases station shows, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.domain.case_parts import WatchKind
from app.domain.case_table import CaseAction
from app.domain.catalogue import Material, ServiceItem
from app.domain.message import Message
from app.domain.staff import Actor
from app.ports.change_feed import Touch
from app.ports.rows import CasePage, CaseRow, HallRow
from app.services.reveal import ClearPerson
from ui.cases.drafts import NOTHING_TYPED, CaseDraft
from ui.signing import NOT_SIGNING_IN, SigningIn


class Scope(StrEnum):
    """Which cases are listed: those of the own department that are open, all that are open, closed ones too."""

    OWN = "own"
    OPEN = "open"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class CasesState:
    """Everything at once.

    ``rows`` is None until they have been read; ``wanted`` is the number of the case that is asked for, ``page``
    what was read of it and ``item`` its item as it is in force. ``soon`` is the third working day from today,
    ``days_left`` the working days until the page's limit, ``pledge_days`` the days until which a pledge may run.
    ``chosen`` is the step that a person picked instead of the sensible one. ``busy`` while a command is under way,
    ``unconfirmed`` while its answer is outstanding because the hall is out of touch.
    """

    actor: Actor | None = None
    department: str | None = None
    signing_in: SigningIn = NOT_SIGNING_IN
    hall: HallRow | None = None
    calendar_published: bool = True
    soon: date | None = None
    rows: tuple[CaseRow, ...] | None = None
    full: bool = False
    scope: Scope = Scope.OPEN
    watch: WatchKind | None = None
    searched: str = ""
    wanted: str | None = None
    page: CasePage | None = None
    item: ServiceItem | None = None
    days_left: int = 0
    pledge_days: tuple[date, ...] = ()
    revealed: ClearPerson | None = None
    chosen: CaseAction | None = None
    drafts: Mapping[str, CaseDraft] = field(default_factory=dict)
    busy: bool = False
    unconfirmed: bool = False
    problem: Message | None = None
    touch: Touch | None = None

    @property
    def draft(self) -> CaseDraft:
        """What was typed about the case on the page."""
        return self.drafts.get(self.page.row.number, NOTHING_TYPED) if self.page else NOTHING_TYPED

    @property
    def materials(self) -> tuple[Material, ...]:
        """What the item asks for in the situation of the case on the page."""
        if self.item is None or self.page is None:
            return ()
        return self.item.materials_for(self.page.row.situation)

    @property
    def zone(self) -> ZoneInfo:
        """The hall's zone; UTC until the hall has been read."""
        return ZoneInfo(self.hall.timezone if self.hall else "UTC")
