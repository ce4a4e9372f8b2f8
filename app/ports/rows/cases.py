"""Cases, in a list and with their story."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.applicant import ApplicantKind
from app.domain.calendar import Due
from app.domain.case_clock import DecisionDates
from app.domain.case_parts import (
    Decision,
    Delivery,
    Extension,
    Paper,
    Pledge,
    Suspension,
    Watch,
)
from app.domain.case_table import CaseAction, CaseState
from app.domain.catalogue import Regime
from app.ports.rows.documents import DocumentRow


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in a list. ``days_left`` counts calendar days to the watched day, negative when it is over."""

    id: UUID
    number: str
    state: CaseState
    item: str
    item_name: str
    regime: Regime
    situation: str | None
    department: str
    applicant_kind: ApplicantKind
    applicant: str | None
    received_on: date
    accepted_on: date | None
    decided_on: date | None
    watch: Watch | None
    days_left: int | None


@dataclass(frozen=True, slots=True)
class CaseStepRow:
    """One entry of the story; ``by`` and ``by_name`` are None where the law's clock took the step."""

    action: CaseAction
    state: CaseState
    at: datetime
    day: date
    by: str | None
    by_name: str | None
    text: str


@dataclass(frozen=True, slots=True)
class TripRow:
    """A trip that was made for the case."""

    ticket: str
    day: date
    counter: int | None


@dataclass(frozen=True, slots=True)
class OutstandingRow:
    """A material that was told to be missing or wrong and has not come yet."""

    material: int
    name: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case with everything that a desk shows of it, and what may be done next. Personal values are masked.

    ``contact`` is whom to ask at an organisation; None where a person applies.
    """

    row: CaseRow
    organisation_code: str | None
    identity: str | None
    phone: str | None
    contact: str | None
    agent: str | None
    counts_from: date
    tell_by: Due
    is_deemed: bool
    is_joint: bool
    dates: DecisionDates | None
    papers: tuple[Paper, ...]
    outstanding: tuple[OutstandingRow, ...]
    suspensions: tuple[Suspension, ...]
    extension: Extension | None
    pledge: Pledge | None
    decision: Decision | None
    delivery: Delivery | None
    trips: tuple[TripRow, ...]
    notices: tuple[str, ...]
    documents: tuple[DocumentRow, ...]
    steps: tuple[CaseStepRow, ...]
    actions: frozenset[CaseAction]
    version: int
