"""What a counter's window shows: one frozen value, made of what was read and what is being typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from enum import StrEnum

from app.domain.calendar import Due
from app.domain.catalogue import Material, ServiceItem
from app.domain.counter import CounterState as CounterStands
from app.domain.message import Message
from app.domain.notice import NoticeKind
from app.domain.policy import Policy
from app.domain.staff import Actor
from app.domain.ticket_table import TicketState
from app.ports.item_search import ItemMatch
from app.ports.rows import (
    CasePage,
    CaseRow,
    CounterDesk,
    CounterRow,
    LineRow,
    NoticeRow,
    Owed,
    StaffRow,
    TicketRow,
    Verified,
)
from ui.counter.intents import Intent
from ui.counter.slip_printer import NOT_LOOKED, SlipPrinter
from ui.judged import NOTHING_JUDGED, Draft, Judged, judged_so_far


class Phase(StrEnum):
    """What the window is about."""

    SIGNED_OUT = "signed_out"
    CLOSED = "closed"
    PAUSED = "paused"
    IDLE = "idle"
    CALLED = "called"
    SERVING = "serving"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A question that stands open; ``ticket`` is the one it is about where that is not the live one."""

    intent: Intent
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class Targets:
    """Where a ticket can be sent."""

    lines: tuple[LineRow, ...] = ()
    counters: tuple[CounterRow, ...] = ()
    clerks: tuple[StaffRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A slip laid out to look at; ``notice`` is None for a preview of what is not issued yet."""

    pdf: bytes
    notice: NoticeRow | None = None


class Paper(StrEnum):
    """How the latest print stands."""

    NONE = "none"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Print:
    """The latest print; ``problem`` says why it failed."""

    paper: Paper = Paper.NONE
    notice: NoticeRow | None = None
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class Revealed:
    """The person at the counter in the clear, for a short while."""

    name: str | None
    identity: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class FoundCases:
    """The cases that this trip may be for; ``asked`` is what was typed or scanned for them.

    ``verified`` is what is on record of a scanned slip or document, whatever case it belongs to.
    """

    asked: str = ""
    pages: tuple[CasePage, ...] = ()
    verified: Verified | None = None


@dataclass(frozen=True, slots=True)
class ScannedPaper:
    """A paper that was scanned where no sheet asks for one: its record or its ticket, and the cases it leads to."""

    verified: Verified | None = None
    ticket: TicketRow | None = None
    cases: tuple[CasePage, ...] = ()


@dataclass(frozen=True, slots=True)
class CounterState:
    """Everything the window shows. ``desk`` is None until it was read for the first time.

    ``case`` is the one that the errand at hand is for, ``cases`` those that were found for it;
    ``owed`` is what the cases of the counter's department wait for today;
    ``printed`` are the numbers of the slips that this station has printed since it started;
    ``busy`` is the command on its way, ``unconfirmed`` the one whose reply was lost with the database;
    ``typed`` is what was typed into the open sheet before it was opened, by field;
    ``problem`` stands in the open sheet, else above the room.
    """

    number: int
    zone: tzinfo = UTC
    policy: Policy = Policy()
    actor: Actor | None = None
    desk: CounterDesk | None = None
    item: ServiceItem | None = None
    tell_by: Due | None = None
    case: CaseRow | None = None
    cases: FoundCases | None = None
    scanned: ScannedPaper | None = None
    draft: Draft = NOTHING_JUDGED
    in_touch: bool = True
    busy: Intent | None = None
    unconfirmed: Intent | None = None
    signing_in: bool = False
    sheet: Sheet | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    problem: Message | None = None
    targets: Targets | None = None
    found: tuple[ItemMatch, ...] | None = None
    shown: Shown | None = None
    print: Print = Print()
    printed: frozenset[str] = frozenset()
    printer: SlipPrinter = NOT_LOOKED
    owed: Owed | None = None
    revealed: Revealed | None = None
    exception: str | None = None
    compact: bool = False

    @property
    def phase(self) -> Phase:
        """What the window is about."""
        if self.actor is None or self.desk is None:
            return Phase.SIGNED_OUT
        ticket = self.desk.ticket
        if ticket is not None:
            return Phase.CALLED if ticket.state is TicketState.CALLED else Phase.SERVING
        return _STANDS[self.desk.counter.state]

    @property
    def ticket(self) -> TicketRow | None:
        """The live ticket."""
        return self.desk.ticket if self.desk else None

    @property
    def next(self) -> TicketRow | None:
        """The ticket that ``call next`` takes."""
        return self.desk.queue[0] if self.desk and self.desk.queue else None

    @property
    def lines(self) -> tuple[LineRow, ...]:
        """The lines that this counter serves."""
        desk = self.desk
        return tuple(line for line in desk.lines if line.prefix in desk.counter.lines) if desk else ()

    @property
    def materials(self) -> tuple[Material, ...]:
        """What the errand at hand asks for; while nobody is called, that of the next ticket."""
        ticket = self.ticket or self.next
        if self.item is None or ticket is None or self.item.code != ticket.errand.item:
            return ()
        known = {situation.name for situation in self.item.situations}
        situation = ticket.errand.situation
        return self.item.materials_for(situation if situation in known else None)

    @property
    def judged(self) -> Judged:
        """How far the judging has come."""
        return judged_so_far(self.materials, self.draft)

    @property
    def issued(self) -> NoticeRow | None:
        """The slip that was issued for the errand at hand on this trip."""
        ticket = self.ticket
        if ticket is None or self.desk is None:
            return None
        return next((n for n in self.desk.notices if _is_issued_for(n, ticket)), None)

    @property
    def paper(self) -> Paper:
        """How the issued slip's paper stands, also after one has been away from its errand."""
        if self.print.paper is Paper.NONE and self.issued and self.issued.number in self.printed:
            return Paper.PRINTED
        return self.print.paper

    @property
    def earlier(self) -> tuple[NoticeRow, ...]:
        """What was told on earlier trips, or at the guide desk on this one."""
        return tuple(n for n in self.desk.notices if n != self.issued) if self.desk else ()

    @property
    def told_before(self) -> frozenset[int]:
        """Numbers of the materials that an earlier slip named, by name: that may have been by another list."""
        named = {p.name for n in self.earlier for p in n.problems}
        return frozenset(m.number for m in self.materials if m.name in named)

    @property
    def is_occupied(self) -> bool:
        """Whether another clerk sits here: signing in then takes the counter over."""
        if self.desk is None or self.desk.counter.state is CounterStands.CLOSED:
            return False
        return self.actor is None or self.desk.counter.clerk != self.actor.number


_STANDS = {
    CounterStands.CLOSED: Phase.CLOSED,
    CounterStands.PAUSED: Phase.PAUSED,
    CounterStands.OPEN: Phase.IDLE,
}


def _is_issued_for(notice: NoticeRow, ticket: TicketRow) -> bool:
    same_trip = notice.ticket == ticket.number and notice.issued_at >= ticket.issued_at
    return same_trip and notice.kind is NoticeKind.SUPPLEMENT and notice.item == ticket.errand.item
