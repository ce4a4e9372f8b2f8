"""A case as a row, there and back."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from app.domain.applicant import Applicant, Organisation
from app.domain.calendar import Due
from app.domain.case import Case
from app.domain.case_clock import DecisionDates
from app.domain.case_parts import Decision, Delivery, Extension, Limit, Paper, Pledge, Refusal, Suspension
from app.domain.case_table import CaseState
from app.domain.catalogue import Material, Regime
from app.domain.ids import CaseId, DepartmentId, ItemVersionId, TicketId
from db.json_values import from_json, to_json
from db.repositories.case_steps import CASE_STEPS
from db.repositories.person import agent_from, person_from, person_row
from db.tables.cases import AGENT


@dataclass(frozen=True)
class Course:
    """What of a case no list asks for: it is kept whole, under the names that it has in ``Case``.

    What cases of an earlier program lack has its default.
    """

    papers: tuple[Paper, ...]
    outstanding: frozenset[int]
    supplement_by: Due | None
    accepted_at: datetime | None
    is_joint: bool
    limit: Limit | None
    dates: DecisionDates | None
    suspensions: tuple[Suspension, ...]
    extension: Extension | None
    pledge: Pledge | None
    decision: Decision | None
    deliver_by: Due | None
    delivery: Delivery | None
    archive_by: Due | None
    refusal: Refusal | None = None
    beyond: tuple[Material, ...] = ()


_COURSE = tuple(field.name for field in fields(Course))


def case_from(rows: Sequence[Row[Any]]) -> Case:
    """A case of its rows: one for each step, in their order."""
    row = rows[0]
    course = from_json(Course, row.course)
    return Case(
        id=CaseId(row.id),
        number=row.number,
        item=ItemVersionId(row.item_id),
        item_code=row.item_code,
        regime=Regime(row.regime),
        situation=row.situation,
        department=DepartmentId(row.department_id),
        ticket=TicketId(row.ticket_id) if row.ticket_id else None,
        received_on=row.received_on,
        counts_from=row.counts_from,
        tell_by=Due(row.tell_by, row.tell_by_provisional),
        applicant=_applicant_from(row),
        state=CaseState(row.state),
        since=row.since,
        is_deemed=row.is_deemed,
        steps=CASE_STEPS.all_from(rows),
        version=row.version,
        **{name: getattr(course, name) for name in _COURSE},
    )


def case_row(case: Case) -> dict[str, Any]:
    """The columns of a case. Days that lists and figures ask for are taken from its course."""
    organisation, agent = case.applicant.organisation, case.applicant.agent
    return {
        "id": case.id,
        "number": case.number,
        "item_id": case.item,
        "item_code": case.item_code,
        "regime": case.regime.value,
        "situation": case.situation,
        "department_id": case.department,
        "ticket_id": case.ticket,
        "received_on": case.received_on,
        "counts_from": case.counts_from,
        "tell_by": case.tell_by.day,
        "tell_by_provisional": case.tell_by.provisional,
        "organisation_name": organisation.name if organisation else None,
        "organisation_code": organisation.code if organisation else None,
        **person_row(case.applicant.person),
        **person_row(agent or Applicant().person, AGENT),
        "state": case.state.value,
        "since": case.since,
        "is_deemed": case.is_deemed,
        **_days(case),
        "course": to_json(Course, Course(**{name: getattr(case, name) for name in _COURSE})),
        "version": case.version,
    }


def _days(case: Case) -> dict[str, Any]:
    watch = case.watch
    return {
        "accepted_on": case.accepted_on,
        "decided_on": case.decision.on if case.decision else None,
        "result": case.decision.result.value if case.decision else None,
        "delivered_on": case.delivery.on if case.delivery else None,
        "watch": watch.kind.value if watch else None,
        "watch_by": watch.due.day if watch else None,
        "watch_provisional": bool(watch and watch.due.provisional),
        "is_provisional": case.is_provisional,
    }


def _applicant_from(row: Row[Any]) -> Applicant:
    organisation = None
    if row.organisation_name:
        organisation = Organisation(row.organisation_name, row.organisation_code)
    return Applicant(person_from(row), organisation, agent_from(row))
