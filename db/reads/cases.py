"""Cases: worklists by their next limit, and one with its whole story."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, bindparam, or_, select

from app.domain.applicant import ApplicantKind
from app.domain.calendar import Due
from app.domain.case import Case
from app.domain.case_parts import CaseStep, Watch, WatchKind
from app.domain.case_table import CaseState
from app.domain.catalogue import Regime
from app.ports.queries import CaseQuery
from app.ports.rows import CasePage, CaseRow, CaseStepRow, OutstandingRow, TripRow
from db.reads.documents import documents_of_case
from db.reads.today import today
from db.repositories.cases import CaseRepository
from db.repositories.catalogue import CatalogueRepository
from db.tables import (
    case_keys,
    case_steps,
    cases,
    counters,
    departments,
    documents,
    errands,
    item_versions,
    notices,
    staff,
    tickets,
)
from db.transaction import Transaction

_ROWS = (
    select(cases, departments.c.name.label("department"), item_versions.c.name.label("item_name"))
    .select_from(cases)
    .join(departments, departments.c.id == cases.c.department_id)
    .join(item_versions, item_versions.c.id == cases.c.item_id)
)
_ONE = _ROWS.where(cases.c.number == bindparam("number"))
_STAFF = select(staff.c.id, staff.c.number, staff.c.name)
_TRIPS = (
    select(tickets.c.number, tickets.c.day, counters.c.number.label("counter"))
    .select_from(errands)
    .join(tickets, tickets.c.id == errands.c.ticket_id)
    .outerjoin(counters, counters.c.id == errands.c.counter_id)
    .where(errands.c.case_id == bindparam("case"))
    .order_by(tickets.c.came)
)
_NOTICES = (
    select(notices.c.number).where(notices.c.case_id == bindparam("case")).order_by(notices.c.issued_at)
)
_SEARCHED = (cases.c.number, cases.c.organisation_name, cases.c.organisation_code, item_versions.c.name)


async def find_cases(t: Transaction, query: CaseQuery) -> tuple[CaseRow, ...]:
    """The cases that a query asks for, the most urgent first, then the newest."""
    at = await today(t)
    statement = (
        _ROWS.where(*_conditions(query))
        .order_by(cases.c.watch_by.is_(None), cases.c.watch_by, cases.c.received_on.desc(), cases.c.number)
        .limit(query.limit)
    )
    return tuple(_case_row(row, at.day) for row in await t.execute(statement))


async def case_page(t: Transaction, number: str) -> CasePage:
    """A case with its story. Raises ``NotFound`` (case.rule.none)."""
    at = await today(t)
    case = await CaseRepository(t).by_number(number)
    row = (await t.execute(_ONE, {"number": number})).one()
    people = {one.id: (one.number, one.name) for one in await t.execute(_STAFF)}
    trips = await t.execute(_TRIPS, {"case": case.id})
    slips = await t.execute(_NOTICES, {"case": case.id})
    return CasePage(
        row=_case_row(row, at.day),
        organisation_code=row.organisation_code,
        identity=row.identity_mask,
        phone=row.phone_mask,
        contact=row.name_mask if row.organisation_name else None,
        agent=row.agent_name_mask,
        counts_from=case.counts_from,
        tell_by=case.tell_by,
        is_deemed=case.is_deemed,
        is_joint=case.is_joint,
        dates=case.dates,
        papers=case.papers,
        outstanding=await _outstanding(t, case),
        suspensions=case.suspensions,
        extension=case.extension,
        pledge=case.pledge,
        decision=case.decision,
        delivery=case.delivery,
        trips=tuple(TripRow(trip.number, trip.day, trip.counter) for trip in trips),
        notices=tuple(slips.scalars()),
        documents=await documents_of_case(t, case.id),
        steps=_steps(case, people),
        actions=case.actions(),
        version=case.version,
    )


async def _outstanding(t: Transaction, case: Case) -> tuple[OutstandingRow, ...]:
    if not case.outstanding:
        return ()
    item = await CatalogueRepository(t).version(case.item)
    return tuple(OutstandingRow(m.number, m.name) for m in case.asked(item) if m.number in case.outstanding)


def _steps(case: Case, people: dict[UUID, tuple[str, str]]) -> tuple[CaseStepRow, ...]:
    def row(step: CaseStep) -> CaseStepRow:
        by, name = people[step.by] if step.by else (None, None)
        return CaseStepRow(step.action, step.state, step.at, step.day, by, name, step.text)

    return tuple(row(step) for step in case.steps)


def _conditions(query: CaseQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.state is not None:
        conditions.append(cases.c.state == query.state.value)
    elif query.open_only:
        conditions.append(cases.c.watch_by.is_not(None))
    if query.watch is not None:
        conditions.append(cases.c.watch == query.watch.value)
    if query.department is not None:
        conditions.append(or_(departments.c.code == query.department, departments.c.name == query.department))
    if query.handled_by is not None:
        conditions.append(_handled_by(query.handled_by))
    if query.due_by is not None:
        conditions.append(cases.c.watch_by <= query.due_by)
    if query.text or query.keys:
        conditions.append(or_(*_found_by(query)))
    return [*conditions, *_of_papers(query)]


def _handled_by(number: str) -> ColumnElement[bool]:
    """Whether a member of staff took a step of the case."""
    step = select(case_steps.c.case_id).join(staff, staff.c.id == case_steps.c.by_id)
    return step.where(case_steps.c.case_id == cases.c.id, staff.c.number == number).exists()


def _of_papers(query: CaseQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.notice is not None:
        of_notice = select(notices.c.case_id).where(notices.c.id == query.notice)
        conditions.append(cases.c.id.in_(of_notice))
    if query.document is not None:
        of_document = select(documents.c.case_id).where(documents.c.id == query.document)
        conditions.append(cases.c.id.in_(of_document))
    if query.ticket is not None:
        day, number = query.ticket
        of_ticket = (
            select(errands.c.case_id)
            .join(tickets, tickets.c.id == errands.c.ticket_id)
            .where(tickets.c.day == day, tickets.c.number == number)
        )
        conditions.append(cases.c.id.in_(of_ticket))
    return conditions


def _found_by(query: CaseQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.text:
        found += [column.icontains(query.text, autoescape=True) for column in _SEARCHED]
    if query.keys:
        found.append(cases.c.id.in_(select(case_keys.c.case_id).where(case_keys.c.key.in_(query.keys))))
    return found


def _case_row(row: Row[Any], day: date) -> CaseRow:
    watch = None
    if row.watch is not None:
        watch = Watch(WatchKind(row.watch), Due(row.watch_by, row.watch_provisional))
    return CaseRow(
        id=row.id,
        number=row.number,
        state=CaseState(row.state),
        item=row.item_code,
        item_name=row.item_name,
        regime=Regime(row.regime),
        situation=row.situation,
        department=row.department,
        applicant_kind=ApplicantKind.ORGANISATION if row.organisation_name else ApplicantKind.PERSON,
        applicant=row.organisation_name or row.name_mask,
        received_on=row.received_on,
        accepted_on=row.accepted_on,
        decided_on=row.decided_on,
        watch=watch,
        days_left=(row.watch_by - day).days if row.watch_by else None,
    )
