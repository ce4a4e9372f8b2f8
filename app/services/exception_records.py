"""The record of an exception case on paper: frozen as it stands whenever it is issued, and kept with its hash."""

from collections.abc import Set
from datetime import date, datetime
from typing import TypedDict

from pydantic import TypeAdapter

from app.domain.document import DocumentAction
from app.domain.errors import NotFound
from app.domain.events import Event, Topic
from app.domain.exception_story import answer_due, extension_in
from app.domain.exception_table import UNANSWERED, ExceptionAction
from app.domain.hall import Hall
from app.domain.paper_code import exception_code
from app.domain.person import mask_name
from app.domain.print_job import Paper, PaperKind
from app.domain.staff import Permission
from app.ports.document_repositories import StoredDocument
from app.ports.documents import ExceptionForm, Given, RecordedStep, Rectifying
from app.ports.rows import ExceptionPage, GroupPage, StepRow
from app.services.paper import keep_form
from app.services.use_case import Work, use_case

EXCEPTION_FORM = "exception"

_A = ExceptionAction
_MEASURES = {_A.TAKE, _A.MEASURE, _A.PART, _A.REWORK, _A.NOTE}
_ANSWERS = {_A.ANSWER, _A.DENY}


@use_case
async def issue_exception_record(work: Work, number: str) -> Paper:
    """Record an exception case as it stands; a later record tells more, and neither changes.

    Raises:
        BadInput: something was said that no font can print.
    """
    work.actor.must(Permission.PRINT)
    page = await work.u.reads.exception(number)
    hall, now = await work.u.hall.get(), await work.u.now()
    id_ = work.u.new_id()
    group = await work.u.reads.exception_group(page.group) if page.group else None
    form = _form(page, group, hall, now=now, qr=exception_code(id_))
    await keep_form(work, EXCEPTION_FORM, id_, form, await work.ports.render(form))
    facts = {"number": number, "kind": EXCEPTION_FORM}
    work.u.record(work.actor, Event(Topic.DOCUMENTS, DocumentAction.ISSUE, id_, facts))
    return Paper(PaperKind.EXCEPTION, id_, number)


def recorded_number(stored: StoredDocument) -> str:
    """The number of the exception case that a kept record is about.

    Raises:
        NotFound: what is kept there is no such record.
    """
    if stored.kind != EXCEPTION_FORM:
        raise NotFound("document.rule.none")
    return TypeAdapter(ExceptionForm).validate_json(stored.data).number


def _form(
    page: ExceptionPage, group: GroupPage | None, hall: Hall, *, now: datetime, qr: str
) -> ExceptionForm:
    row, zone = page.row, hall.zone
    return ExceptionForm(
        number=row.number,
        hall=hall.name,
        issued_at=now.astimezone(zone),
        state=row.state,
        registered_at=row.registered_at.astimezone(zone),
        channel=row.channel,
        category=row.category,
        category_name=row.category_name,
        level=row.level,
        person=page.name,
        phone=page.phone,
        item=page.item_name,
        item_code=page.item,
        counter=str(page.counter) if page.counter is not None else None,
        trips=page.trips,
        ticket_number=page.ticket,
        notice_number="、".join(page.notices) or None,
        summary=row.summary,
        wish=page.wish,
        judgement=_said(page, _A.TRIAGE),
        **_given_to(page, hall),
        parts=tuple(f"{part.department} {mask_name(part.handler_name)}：{part.task}" for part in page.parts),
        rung=row.rung,
        attachments=tuple(file.name for file in page.attachments),
        case_number=page.case,
        **_done(page),
        **_in_common(group),
        steps=tuple(_step(step, hall) for step in page.steps),
        handled_by=mask_name(row.owner_name) if row.owner_name else "",
        staff_number=row.owner or "",
        qr=qr,
    )


class _GivenTo(TypedDict):
    department: str | None
    handler: str | None
    assigned_on: date | None
    due: date
    due_provisional: bool
    extension: str
    extended_to: date | None


def _given_to(page: ExceptionPage, hall: Hall) -> _GivenTo:
    """Whose it is, since when and until when."""
    row = page.row
    assigned = _last(page, {_A.ASSIGN}) if row.owner_name else None
    extension, due = extension_in(page.steps), answer_due(row.state, row.due, page.steps)
    return _GivenTo(
        department=row.department,
        handler=mask_name(row.owner_name) if row.owner_name else None,
        assigned_on=hall.business_day(assigned.at) if assigned else None,
        due=due.day,
        due_provisional=due.provisional,
        extension=extension.text if extension else "",
        extended_to=extension.due if extension else None,
    )


class _Done(TypedDict):
    measures: tuple[str, ...]
    basis: str
    answer: str
    follow_up: str
    satisfied: bool | None


def _done(page: ExceptionPage) -> _Done:
    """What was done and answered, and what the person says to that; an answer that no longer holds is none."""
    answered = _last(page, _ANSWERS) if page.row.state not in UNANSWERED else None
    return _Done(
        measures=tuple(step.text for step in page.steps if step.action in _MEASURES and step.text),
        basis=answered.basis if answered else "",
        answer=answered.text if answered else "",
        follow_up=_said(page, _A.FOLLOW_UP),
        satisfied=page.satisfied,
    )


class _InCommon(TypedDict):
    group: str | None
    cause: str
    rectification: Rectifying | None


def _in_common(group: GroupPage | None) -> _InCommon:
    """What the case has in common with others: the cause, and what is done about it."""
    if group is None:
        return _InCommon(group=None, cause="", rectification=None)
    planned = None
    if group.row.unit is not None and group.rectify_by is not None:
        planned = Rectifying(
            measure=group.measure, unit=group.row.unit, due=group.rectify_by.day, proof=group.proof
        )
    return _InCommon(group=group.row.number, cause=group.row.cause, rectification=planned)


def _given(step: StepRow) -> Given | None:
    if step.action is not _A.ASSIGN or step.department is None or step.due is None:
        return None
    return Given(department=step.department, handler=mask_name(step.handler_name or ""), due=step.due)


def _step(step: StepRow, hall: Hall) -> RecordedStep:
    return RecordedStep(
        action=step.action,
        at=step.at.astimezone(hall.zone),
        by=mask_name(step.by_name) if step.by_name else None,
        staff_number=step.by,
        text=step.text,
        judged=step.judged,
        given=_given(step),
    )


def _last(page: ExceptionPage, actions: Set[ExceptionAction]) -> StepRow | None:
    return next((step for step in reversed(page.steps) if step.action in actions), None)


def _said(page: ExceptionPage, action: ExceptionAction) -> str:
    step = _last(page, {action})
    return step.text if step else ""
