"""What the statutory documents of a case say: a frame that all share, and a body for each form."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.domain.applicant import ApplicantKind
from app.domain.case_parts import DeliveryWay, Procedure, RefusalGround
from app.domain.catalogue import Regime
from app.domain.document import DocumentKind
from app.ports.documents.paper import Medium, Sheet


@dataclass(frozen=True, kw_only=True)
class DueDay:
    """A last day; ``provisional`` where the working days of its year are not published yet.

    ``at`` is when a limit of hours ends, aware, in the hall's time zone.
    """

    day: date
    provisional: bool = False
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Remedies:
    """Where somebody who was refused may turn (行政许可法 art. 38), by the settings of the day of issue."""

    reconsideration_days: int
    suit_months: int


@dataclass(frozen=True, kw_only=True)
class ReceivedPaper:
    """A material of the item's list. ``handed_in`` is false for what did not come; ``kept`` for what was given back."""

    name: str
    handed_in: bool
    copies_due: int | None = None
    copies: int | None = None
    medium: Medium | None = None
    kept: bool = True


@dataclass(frozen=True, kw_only=True)
class ReceiptBody:
    """申请材料接受凭证. ``tell_by`` is the last day to tell what is missing; None where no law sets one."""

    papers: tuple[ReceivedPaper, ...]
    tell_by: DueDay | None = None
    replaces: str | None = None  # number of the earlier receipt


@dataclass(frozen=True, kw_only=True)
class AcceptanceBody:
    """受理通知书."""

    accepted_on: date
    statutory_days: Decimal | None = None
    promised_days: Decimal | None = None
    decide_by: DueDay | None = None  # by law
    promised_by: DueDay | None = None
    is_joint: bool = False
    is_deemed: bool = False  # by law, as nobody told in time what is missing
    pledged: tuple[str, ...] = ()  # names of materials that follow later (容缺)


@dataclass(frozen=True, kw_only=True)
class RefusalBody:
    """不予受理通知书."""

    ground: RefusalGround
    reason: str
    right_authority: str | None = None
    returned: tuple[str, ...] = ()  # names of materials given back with it
    remedies: Remedies | None = None


@dataclass(frozen=True, kw_only=True)
class LeniencyBody:
    """容缺受理承诺书/通知书."""

    materials: tuple[str, ...]
    due: DueDay
    form: str | None = None  # how they are to come


@dataclass(frozen=True, kw_only=True)
class ExtensionBody:
    """延长办理期限通知书."""

    days: int
    reason: str
    approved_by: str
    due_before: DueDay | None = None
    due: DueDay | None = None


@dataclass(frozen=True, kw_only=True)
class SpecialProcedureBody:
    """特殊程序期限告知书."""

    procedure: Procedure
    days: int
    since: date
    until: DueDay


@dataclass(frozen=True, kw_only=True)
class DecisionBody:
    """准予决定书, 不予决定书: which of them is the letter's kind."""

    decided_on: date
    reasons: str | None = None
    certificate: str | None = None
    deliver_by: DueDay | None = None
    remedies: Remedies | None = None


@dataclass(frozen=True, kw_only=True)
class DeliveryBody:
    """送达回证."""

    documents: tuple[tuple[DocumentKind, str], ...]  # kind and number
    certificate: str | None
    way: DeliveryWay
    delivered_on: date
    received_by: str | None = None  # masked


@dataclass(frozen=True, kw_only=True)
class EndingBody:
    """办件终止告知书. ``materials`` are those that did not come by ``due``, as pledged or as told (``was_pledged``).

    ``reason`` is what a person said who ended it; None where the calendar did.
    """

    ended_on: date
    was_pledged: bool
    was_accepted: bool
    materials: tuple[str, ...] = ()
    due: DueDay | None = None
    reason: str | None = None
    remedies: Remedies | None = None


Body = (
    ReceiptBody
    | AcceptanceBody
    | RefusalBody
    | LeniencyBody
    | ExtensionBody
    | SpecialProcedureBody
    | DecisionBody
    | DeliveryBody
    | EndingBody
)


@dataclass(frozen=True, kw_only=True)
class LetterForm:
    """A document of a case.

    ``number is None`` makes it a preview: it carries no number and the watermark 预览.
    """

    kind: DocumentKind
    regime: Regime
    number: str | None
    copies: int
    hall: str
    authority: str
    issued_at: datetime  # aware, in the hall's time zone
    case_number: str

    applicant_kind: ApplicantKind = ApplicantKind.PERSON
    applicant: str | None = None  # an organisation's in full, a person's masked
    identity_number: str | None = None  # masked; an organisation's code in full
    agent: str | None = None  # masked; None: there is none
    phone: str | None = None  # masked

    item: str
    item_code: str
    item_in_force_from: date | None = None
    situation: str | None = None
    received_on: date
    legal_basis: tuple[str, ...] = ()  # names of the item's own laws, without 《》

    body: Body
    own_basis: str | None = None  # the office's words, in place of the article and the laws
    own_remedies: str | None = None

    inquiry_phone: str | None = None
    supervision_phone: str | None = None
    trouble_counter: str | None = None  # where the 办不成事 counter is
    handled_by: str  # masked
    staff_number: str
    qr: str = ""  # ASCII; empty: none is drawn, as on a preview
    sheet: Sheet = Sheet.A4
