"""What a one-time notification slip says."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.domain.catalogue import Regime
from app.domain.hall import OpenPeriod
from app.domain.judgement import ShortcomingKind
from app.domain.notice import NoticeKind
from app.ports.documents.paper import Channel, Medium, Sheet


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
    required_unstated: bool = False  # the guide does not say whether it is required, and nobody has judged it
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
    own_basis: str | None = None  # the office's words, in place of the article and the laws
    own_remedies: str | None = None
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
