"""What the printed forms are made of, and the renderer that turns them into PDF.

The forms hold plain values, already masked, as they were true when the form was issued: the same
form renders to the same bytes, whatever becomes of the item or the person later. ``None`` and an
empty tuple mean *unknown* unless the field says otherwise; unknown prints as such, never as a guess.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from app.domain.catalogue import Regime
from app.domain.hall import OpenPeriod
from app.domain.judgement import ShortcomingKind
from app.domain.notice import NoticeKind
from app.ports.figures_report import FiguresReport


class Roll(StrEnum):
    """Thermal paper of a number ticket, by the width of the paper in millimetres."""

    MM80 = "80mm"
    MM58 = "58mm"


class Sheet(StrEnum):
    """Cut paper of the other forms."""

    A4 = "A4"
    A5 = "A5"


class Medium(StrEnum):
    """In what form a material is asked for."""

    ORIGINAL = "original"  # 原件
    COPY = "copy"  # 复印件
    ELECTRONIC = "electronic"  # 电子


class Channel(StrEnum):
    """A way in which materials can be handed in."""

    COUNTER = "counter"  # 窗口
    POST = "post"  # 邮寄
    ONLINE = "online"  # 网上


@dataclass(frozen=True, kw_only=True)
class TicketErrand:
    """One item that the trip is for, in the order of the steps."""

    item: str
    situation: str | None = None
    counters: tuple[str, ...] = ()  # what the counters' signs say: ("2", "3", "4")


@dataclass(frozen=True, kw_only=True)
class TicketMaterial:
    """One thing to have ready; ``missing`` when the guide desk saw that it is not there yet."""

    name: str
    missing: bool = False


@dataclass(frozen=True, kw_only=True)
class MissedCallRule:
    """The hall's rule for missed calls, as printed on every ticket."""

    calls: int  # calls before a ticket counts as missed
    setback_minutes: int  # how far a first miss moves it back
    misses: int  # with this many misses it is out, until the guide desk revives it


@dataclass(frozen=True, kw_only=True)
class TicketForm:
    """A number ticket (号票)."""

    hall: str
    number: str
    issued_at: datetime  # aware, in the hall's time zone
    line: str
    counters: tuple[str, ...] = ()  # counters that serve the line
    errands: tuple[TicketErrand, ...]  # at least one; the first is the one in line now
    people_ahead: int | None = None
    wait_minutes: tuple[int, int] | None = None  # shortest and longest
    person: str | None = None  # masked name
    materials: tuple[TicketMaterial, ...] = ()  # of the first errand
    rule: MissedCallRule
    qr: str  # ASCII
    test: bool = False  # a test or training ticket, which is never called
    roll: Roll = Roll.MM80

    def __post_init__(self) -> None:
        if not self.errands:
            raise ValueError("a ticket is for at least one errand")


@dataclass(frozen=True, kw_only=True)
class SlipMaterial:
    """One row of the slip's table."""

    name: str
    shortcoming: ShortcomingKind | None = None  # None: still to be prepared (consultation slips only)
    detail: str | None = None  # what is wrong, in the clerk's words
    requirement: str | None = None  # the form required, or how to put it right
    media: tuple[Medium, ...] = ()
    originals_due: int | None = None
    photocopies_due: int | None = None
    copies_due: int | None = None  # total, when the guide does not part originals from copies
    copies_handed_in: int | None = None
    issued_by: str | None = None
    how_to_get: str | None = None
    listed_as: int | None = None  # its number in the guide's list of materials
    basis: str | None = None  # cited when the guide does not list it
    may_be_late: bool | None = None  # 容缺
    is_new: bool = False  # not named by the slip that this one replaces

    def __post_init__(self) -> None:
        if self.shortcoming is ShortcomingKind.OTHER and not self.detail:
            raise ValueError("a shortcoming of another kind needs a text")


@dataclass(frozen=True, kw_only=True)
class ReplacedSlip:
    """The earlier slip that this one replaces."""

    number: str
    issued_on: date
    reason: str | None = None
    changes: tuple[str, ...] = ()  # what is new besides the rows marked ``is_new``


@dataclass(frozen=True, kw_only=True)
class SlipForm:
    """A one-time notification slip (一次性告知单).

    ``number is None`` makes it a preview: it carries no number and the watermark 预览.
    """

    kind: NoticeKind
    regime: Regime
    number: str | None
    hall: str
    authority: str
    issued_at: datetime  # aware, in the hall's time zone
    ticket_number: str | None = None  # None: no ticket
    counter: str | None = None  # what the counter's sign says
    case_number: str | None = None

    applicant: str | None = None  # masked
    identity_kind: str | None = None  # 居民身份证, 统一社会信用代码, …
    identity_number: str | None = None  # masked
    agent: str | None = None  # masked; None: there is none
    phone: str | None = None  # masked

    item: str
    item_code: str
    item_in_force_from: date | None = None
    situation: str | None = None

    received_on: date | None = None  # supplement only
    tell_by: date | None = None  # last day to tell, supplement under licence rules
    tell_by_provisional: bool = False  # the year's working days are not published yet
    legal_basis: tuple[str, ...] = ()  # names of the item's own laws, without 《》

    materials: tuple[SlipMaterial, ...]
    in_order: tuple[str, ...] = ()  # names of materials that were handed in and need not be brought again
    not_applicable: tuple[str, ...] = ()  # names of materials that this application does not need

    conditions: str | None = None
    steps: tuple[str, ...] = ()
    statutory_days: int | Decimal | None = None  # working days
    promised_days: int | Decimal | None = None  # working days; 0: the same day
    fee: str | None = None
    fee_basis: str | None = None
    channels: tuple[Channel, ...] = ()
    place: str | None = None
    hours: str | None = None  # as the guide says
    opening: tuple[OpenPeriod, ...] = ()  # the hall's, where the guide does not say
    inquiry_phone: str | None = None
    supervision_phone: str | None = None
    trouble_counter: str | None = None  # where the 办不成事 counter is

    told_by: str
    staff_number: str
    replaces: ReplacedSlip | None = None
    qr: str = ""  # ASCII; empty: none is drawn, as on a preview
    sheet: Sheet = Sheet.A4

    def __post_init__(self) -> None:
        if self.kind is NoticeKind.SUPPLEMENT:
            if not self.materials:
                raise ValueError("a slip after receipt names at least one material")
            if any(material.shortcoming is None for material in self.materials):
                raise ValueError("a slip after receipt says what is wrong with every material")
        elif self.received_on or self.tell_by:
            raise ValueError("a consultation starts no clock")


Form = TicketForm | SlipForm
Printed = Form | FiguresReport
"""What can be printed: forms, which are issued and kept, and reports, which are made anew."""


class DocumentRenderer(Protocol):
    """Turns a form into PDF. Knows no printer; may be called from any thread."""

    def warm_up(self) -> None:
        """Do beforehand what the first form would have to wait for."""
        ...

    def render(self, form: Printed) -> bytes:
        """Return the PDF of *form*; the same form always gives the same bytes.

        A slip holds both copies (存根, 申请人), one after the other. Raises a ``YiciError`` when a
        character is in none of the fonts or the QR text is not ASCII.
        """
        ...

    def mark_reprint(self, pdf: bytes, count: int, at: datetime) -> bytes:
        """Return *pdf* with the mark 重印, its count (1 = first reprint) and time laid over every page."""
        ...
