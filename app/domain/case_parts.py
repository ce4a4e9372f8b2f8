"""What belongs to a case beside its state: papers, pledge, suspensions, extension, decision, delivery, its story."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from app.domain.calendar import Due
from app.domain.case_table import CaseAction, CaseState
from app.domain.errors import RuleBroken
from app.domain.ids import StaffId


class PaperForm(StrEnum):
    """In what form a material was handed in: 原件, 复印件, 电子."""

    ORIGINAL = "original"
    COPY = "copy"
    ELECTRONIC = "electronic"


class Keeping(StrEnum):
    """What becomes of a material: 留存, 核验后当场退还, or 已收又退还."""

    KEPT = "kept"
    SEEN = "seen"
    RETURNED = "returned"


class PaperAction(StrEnum):
    """The audit word for giving back what was kept."""

    RETURN = "return_papers"


@dataclass(frozen=True, slots=True)
class Paper:
    """A material as it was handed in. ``material`` is its number in the item's list.

    ``due`` and ``handed_in`` count copies; None is unknown. ``kept`` is false where it was seen and given back at
    once; what was kept and given back later was so on ``returned_on``.
    """

    material: int
    name: str
    due: int | None = None
    handed_in: int | None = None
    form: PaperForm | None = None
    kept: bool = True
    returned_on: date | None = None

    @property
    def is_held(self) -> bool:
        """Whether the hall has it."""
        return self.kept and self.handed_in != 0 and self.returned_on is None


@dataclass(frozen=True, slots=True)
class Pledge:
    """容缺受理承诺: accepted now, these materials follow by a date. ``kept_on`` is when they did."""

    materials: tuple[int, ...]
    due: Due
    form: str = ""
    kept_on: date | None = None


class Procedure(StrEnum):
    """What does not count towards the limit: 行政许可法 art. 45."""

    HEARING = "hearing"
    TENDER = "tender"
    AUCTION = "auction"
    INSPECTION = "inspection"
    TESTING = "testing"
    QUARANTINE = "quarantine"
    APPRAISAL = "appraisal"
    EXPERT_REVIEW = "expert_review"


@dataclass(frozen=True, slots=True)
class Suspension:
    """Time that does not count. ``days`` are the working days that were told; ``expected`` is when they end."""

    procedure: Procedure
    since: date
    days: int
    expected: Due
    resumed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """延长办理期限: granted once, by the head of the authority, with the reason told."""

    days: int
    reason: str
    approved_by: str


class RefusalGround(StrEnum):
    """Why an application is not taken on: no permit is needed (art. 32(1)), not this authority (art. 32(2)), other."""

    NOT_NEEDED = "not_needed"
    OTHER_AUTHORITY = "other_authority"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why it is not taken on; the right authority is named where another one is."""

    reason: str
    ground: RefusalGround = RefusalGround.OTHER
    right_authority: str = ""

    def must_be_told(self) -> None:
        """Refuse to send somebody away without saying where to.

        Raises:
            RuleBroken: another authority is the right one, and nobody says which.
        """
        if self.ground is RefusalGround.OTHER_AUTHORITY and not self.right_authority.strip():
            raise RuleBroken("case.rule.name_authority")


NO_REFUSAL = Refusal("")
"""Goes with outcomes that refuse nothing."""


class Result(StrEnum):
    """准予 or 不予."""

    GRANTED = "granted"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision. A denial gives reasons and remedies (行政许可法 art. 38); ``certificate`` names what is issued."""

    result: Result
    on: date
    reasons: str = ""
    certificate: str | None = None


class DeliveryWay(StrEnum):
    """How a document reached the applicant: 窗口领取, 邮寄, 电子送达, 留置."""

    COUNTER = "counter"
    POST = "post"
    ELECTRONIC = "electronic"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Delivery:
    """Who took the decision's documents, how and when. ``received_by`` is masked."""

    way: DeliveryWay
    on: date
    received_by: str | None = None


class WatchKind(StrEnum):
    """What a case waits for next."""

    TELL = "tell"
    SUPPLEMENT = "supplement"
    PLEDGE = "pledge"
    DECIDE = "decide"
    RESUME = "resume"
    DELIVER = "deliver"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Watch:
    """The next limit of an open case: nothing waits unseen."""

    kind: WatchKind
    due: Due


@dataclass(frozen=True, slots=True)
class Limit:
    """What the law and the promise allow for a decision, in working days; None where there is none."""

    statutory: Decimal | None
    promised: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One entry of the story: what was done, by whom (None: the law's clock), when, and what was said.

    ``day`` is the business day.
    """

    action: CaseAction
    state: CaseState
    by: StaffId | None
    at: datetime
    day: date
    text: str = ""
