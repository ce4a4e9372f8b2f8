"""All that the guide desk shows, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from pathlib import Path

from app.domain.catalogue import HandlingType
from app.domain.message import Message
from app.domain.policy import Policy
from app.domain.sent_online import SentOnline
from app.domain.staff import Actor
from app.ports.rows import GuideDesk, ItemRow, LineRow, NoticeRow, TicketRow, Verified
from ui.guide_desk.draft import NO_DRAFT, Draft, ErrandDraft, VisitorDraft
from ui.signing import NOT_SIGNING_IN, SigningIn


class Pane(StrEnum):
    """What stands in the middle."""

    TICKET = "ticket"
    FIND = "find"
    EXCEPTION = "exception"


class GroupKind(StrEnum):
    """Why items stand in a list: found by name, code or department; by a material; or taken here today."""

    NAME = "name"
    MATERIAL = "material"
    USUAL = "usual"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Hit:
    """An item in the list. ``mention`` is the situation or material by which it was found.

    ``found`` is what of department or mention matches, ``uses`` how often it was taken here today.
    """

    code: str
    name: str
    department: str
    handling: HandlingType | None
    promised_days: str | None
    online: bool
    mention: str = ""
    found: str = ""
    uses: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one head."""

    kind: GroupKind
    hits: tuple[Hit, ...]


class PrintStage(StrEnum):
    """Where a print is. A print never decides whether its ticket or slip exists."""

    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Print:
    """The latest print of a ticket or slip; ``problem`` tells why it failed."""

    stage: PrintStage
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """Who was sent online last: what was noted, and what was written down until then, to go on with if it was wrong."""

    record: SentOnline
    errand: ErrandDraft
    visitor: VisitorDraft


@dataclass(frozen=True, slots=True)
class FindState:
    """Finding: what was asked, and what was found (None before anything was asked).

    ``notice`` is the slip that was scanned, ``verified`` what is on record of a slip or a document of a case.
    """

    text: str = ""
    tickets: tuple[TicketRow, ...] | None = None
    notice: NoticeRow | None = None
    verified: Verified | None = None
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class ExceptionWish:
    """What was typed about something that cannot be settled; ``anonymous`` leaves out ticket, name and phone."""

    summary: str = ""
    category: str | None = None
    wish: str = ""
    name: str = ""
    phone: str = ""
    ticket: str = ""
    anonymous: bool = False
    files: tuple[Path, ...] = ()


NOTHING_WISHED = ExceptionWish()


@dataclass(frozen=True, slots=True)
class ExceptionForm:
    """Registering an exception about ``item``; ``registered`` is the number of the one just registered.

    ``wish`` is what has been typed so far. A ``problem`` of one that is registered is that of its files.
    """

    item: ItemRow | None = None
    problem: Message | None = None
    registered: str | None = None
    busy: bool = False
    wish: ExceptionWish = NOTHING_WISHED


@dataclass(frozen=True, slots=True)
class GuideDeskState:
    """Everything at once. ``desk`` is None until it has been read; ``zone`` is the hall's time zone.

    ``busy`` while a ticket or slip is issued; ``away`` says that the last order got no answer: the same one can be
    given again without harm. At most one of ``issued``, ``told`` and ``sent`` is there: what was done last.
    ``unread`` tells by an item's code why its guide cannot be shown, ``prints`` and ``problems`` how it went by
    the number of the ticket or slip.
    """

    actor: Actor | None = None
    signing_in: SigningIn = NOT_SIGNING_IN
    zone: tzinfo = UTC
    policy: Policy = Policy()
    desk: GuideDesk | None = None
    searched: str = ""
    groups: tuple[Group, ...] = ()
    draft: Draft = NO_DRAFT
    busy: bool = False
    away: bool = False
    problem: Message | None = None
    unread: Mapping[str, Message] = field(default_factory=dict)
    issued: TicketRow | None = None
    told: NoticeRow | None = None
    sent: Sent | None = None
    problems: Mapping[str, Message] = field(default_factory=dict)
    prints: Mapping[str, Print] = field(default_factory=dict)
    pane: Pane = Pane.TICKET
    find: FindState = FindState()
    exception: ExceptionForm = ExceptionForm()

    @property
    def refused(self) -> tuple[Message | None, ...]:
        """All that is told now of what could not be done."""
        prints = (print_.problem for print_ in self.prints.values())
        return (self.problem, self.exception.problem, *self.problems.values(), *prints)

    def local(self, moment: datetime) -> datetime:
        """An instant in the hall's time zone."""
        return moment.astimezone(self.zone)

    def line(self, prefix: str | None) -> LineRow | None:
        """The line of this prefix as it is now."""
        lines = self.desk.lines if self.desk else ()
        return next((line for line in lines if line.prefix == prefix), None)

    @property
    def can_issue(self) -> bool:
        """Whether there is something to do, and somebody who serves it."""
        errands = self.draft.errands
        return bool(errands) and all(errand.row.line is not None for errand in errands)

    @property
    def can_consult(self) -> bool:
        """Whether a slip can be printed instead: something required was not seen."""
        return self.draft.errand is not None and bool(self.draft.errand.missing)


NOTHING_YET = GuideDeskState()
"""Before anything has been read."""
