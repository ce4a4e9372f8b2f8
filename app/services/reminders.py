"""Reminders to departments (政务服务催办单): issued by the supervision office, answered by the department, kept."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.calendar import Due, add_working_days
from app.domain.errors import RuleBroken
from app.domain.hall import Department, Hall
from app.domain.ids import CaseId, DepartmentId, ExceptionCaseId, ReminderId
from app.domain.paper_code import reminder_code
from app.domain.person import mask_name
from app.domain.reminder import DAYS, Change, Reminder, as_issued, reminder_number
from app.domain.staff import PERMISSIONS, Actor, Permission
from app.domain.worklist import last_soon_day
from app.ports.documents import AboutKind, DueDay, ReminderAbout, ReminderForm
from app.ports.rows import ReminderRow
from app.services.authority import department_named
from app.services.hall_time import office_calendar_in
from app.services.paper import keep_form
from app.services.use_case import Work, use_case

REMINDER_FORM = "reminder"


@dataclass(frozen=True, slots=True)
class Owing:
    """What a reminder is to say. ``case`` or ``exception`` (a number) is what it is about.

    ``department`` (a code) is by default that of the case or the exception, ``put_right_by`` in three working days.
    """

    finding: str
    rule: str
    department: str = ""
    case: str = ""
    exception: str = ""
    put_right_by: date | None = None


@dataclass(frozen=True, slots=True)
class _About:
    """What it is about: by key, as the paper names it, and whose it is."""

    paper: ReminderAbout | None = None
    department: DepartmentId | None = None
    case: CaseId | None = None
    exception: ExceptionCaseId | None = None


@use_case
async def issue_reminder(work: Work, owing: Owing) -> ReminderRow:
    """Remind a department of what it owes, on paper.

    Raises:
        RuleBroken: what it is about is neither late nor nearly so, or answered, or a reminder of it still runs; nobody
            is named, or something is not said.
        BadInput: something was said that no font can print.
    """
    work.actor.must(Permission.REMIND)
    hall, now = await work.u.hall.get(), await work.u.now()
    calendar, today = await office_calendar_in(work.ports, work.u), hall.business_day(now)
    about = await _about(work, owing, today, last_soon_day(today, hall.policy.days_to_remind, calendar))
    await _must_not_run(work, about, today)
    department = await _department(work, owing.department, about.department)
    change = as_issued(
        Reminder(
            id=ReminderId(work.u.new_id()),
            number=reminder_number(today.year, await work.u.numbers.next("reminder", "hall", today.year)),
            department=department.id,
            finding=owing.finding,
            rule=owing.rule,
            put_right_by=owing.put_right_by or add_working_days(today, DAYS, calendar).day,
            issued_at=now,
            issued_by=work.actor.staff,
            case=about.case,
            exception=about.exception,
        ),
        today,
    )
    reminder, events = change
    form = _form(reminder, about.paper, hall, department, work.actor)
    await work.u.reminders.add(reminder)
    await keep_form(work, REMINDER_FORM, reminder.id, form, await work.ports.render(form))
    work.u.record(work.actor, *events)
    return await work.u.reads.reminder(reminder.number)


@use_case
async def answer_reminder(work: Work, number: str, text: str, on: date | None = None) -> ReminderRow:
    """Say what was done, and on which day (None: today): the department itself, or the office for it.

    Raises:
        RuleBroken: another department's, a day to come or before it was issued, nothing told, or put right or void
            already.
    """
    work.actor.must(Permission.REMINDER_ANSWER)
    reminder = await work.u.reminders.by_number(number, lock=True)
    directs = Permission.REMIND in PERMISSIONS[work.actor.role]
    if not directs and reminder.department != work.actor.department:
        raise RuleBroken("reminder.rule.other_department", number=number)
    hall = await work.u.hall.get()
    today, issued = hall.business_day(await work.u.now()), hall.business_day(reminder.issued_at)
    on = on or today
    if on > today:
        raise RuleBroken("reminder.rule.to_come", day=on)
    if on < issued:
        raise RuleBroken("reminder.rule.not_issued_yet", day=on, issued=issued)
    return await _saved(work, reminder.put_right(text, on, work.actor.staff))


@use_case
async def void_reminder(work: Work, number: str, reason: str) -> ReminderRow:
    """It was issued by mistake; its number stays taken.

    Raises:
        RuleBroken: without a reason, or void already.
    """
    work.actor.must(Permission.REMIND)
    reminder = await work.u.reminders.by_number(number, lock=True)
    return await _saved(work, reminder.void(reason))


@use_case
async def count_reminder_reprint(work: Work, number: str) -> ReminderRow:
    """Count a further print; the paper says which one it is."""
    work.actor.must(Permission.PRINT)
    return await _saved(work, (await work.u.reminders.by_number(number, lock=True)).reprint())


async def _about(work: Work, owing: Owing, today: date, last_soon: date) -> _About:
    if owing.case and owing.exception:
        raise RuleBroken("reminder.rule.one_thing")
    if owing.case:
        return await _about_case(work, owing.case, last_soon)
    return await _about_exception(work, owing.exception, today) if owing.exception else _About()


async def _about_case(work: Work, number: str, last_soon: date) -> _About:
    case = await work.u.cases.by_number(number, lock=True)
    watch = case.watch
    if watch is None or watch.due.day > last_soon:
        raise RuleBroken("reminder.rule.not_near", number=number)
    item = await work.u.catalogue.version(case.item)
    paper = ReminderAbout(kind=AboutKind.CASE, number=number, item=item.name, due=_day(watch.due))
    return _About(paper, case.department, case=case.id)


async def _about_exception(work: Work, number: str, today: date) -> _About:
    case = await work.u.exceptions.by_number(number, lock=True)
    if not case.is_unanswered or case.due.day >= today:
        raise RuleBroken("reminder.rule.not_late", number=number)
    paper = ReminderAbout(
        kind=AboutKind.EXCEPTION, number=number, item=case.context.item_name, due=_day(case.due)
    )
    return _About(paper, case.department, exception=case.id)


async def _must_not_run(work: Work, about: _About, today: date) -> None:
    """One reminder about a thing at a time; what it is about is locked, so that of two at once the second sees it.

    One whose day is over without an answer may be followed by another.
    """
    for subject in (about.case, about.exception):
        if subject is None:
            continue
        for reminder in await work.u.reminders.open_about(subject):
            if reminder.put_right_by >= today:
                day = reminder.put_right_by
                raise RuleBroken("reminder.rule.runs", number=reminder.number, put_right_by=day)


def _day(due: Due) -> DueDay:
    return DueDay(day=due.day, provisional=due.provisional)


async def _department(work: Work, code: str, own: DepartmentId | None) -> Department:
    if code:
        return await department_named(work, code)
    for department in await work.u.hall.departments():
        if department.id == own:
            return department
    raise RuleBroken("reminder.rule.which")


def _form(
    reminder: Reminder, about: ReminderAbout | None, hall: Hall, department: Department, actor: Actor
) -> ReminderForm:
    issued_at: datetime = reminder.issued_at.astimezone(hall.zone)
    return ReminderForm(
        number=reminder.number,
        hall=hall.name,
        issued_at=issued_at,
        department=department.full_name,
        about=about,
        finding=reminder.finding,
        rule=reminder.rule,
        put_right_by=reminder.put_right_by,
        phone=hall.supervision_phone or hall.phone,
        handled_by=mask_name(actor.name),
        staff_number=actor.number,
        qr=reminder_code(reminder.id),
    )


async def _saved(work: Work, change: Change) -> ReminderRow:
    reminder, events = change
    await work.u.reminders.save(reminder)
    work.u.record(work.actor, *events)
    return await work.u.reads.reminder(reminder.number)
