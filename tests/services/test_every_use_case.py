"""What holds of every use case: repeated by its id it does nothing twice, and it asks first who may."""

import importlib
import pkgutil
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

import app.services
from app.domain.attachment import AttachmentKind, AttachmentPlace
from app.domain.calendar import YearArrangement
from app.domain.case_parts import DeliveryWay, Extension, Procedure, Result
from app.domain.case_table import CaseState
from app.domain.document import DocumentKind
from app.domain.errand import Outcome
from app.domain.errors import NotPermitted
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_terms import ExceptionLevel
from app.domain.judgement import Judgement, Verdict
from app.domain.message import Message
from app.domain.office_text import TextPart
from app.domain.past_case import PastCase
from app.domain.print_job import PaperKind
from app.domain.rating import RatingLevel
from app.domain.rating_file import RatingEntry
from app.domain.staff import PERMISSIONS, Permission, Role
from app.exchange.catalogue import read_catalogue
from app.exchange.hall import read_hall
from app.ports.queries import CaseQuery
from app.ports.rows import TicketRow
from app.services import (
    calling,
    case_applicant,
    case_clock,
    case_dates,
    case_intake,
    case_progress,
    counters,
    department_checks,
    documents,
    exception_dates,
    exception_groups,
    exception_records,
    exception_working,
    exceptions,
    follow_up_dates,
    follow_ups,
    holding,
    notices,
    office_texts,
    printing,
    ratings,
    reminders,
    serving,
    staff,
    tickets,
)
from app.services.attachments import CheckedFile, add_checked_file
from app.services.call_next import call_next
from app.services.cancel_item import cancel_item
from app.services.exception_clock import sweep_some_exceptions
from app.services.follow_up_clock import sweep_some_follow_ups
from app.services.import_catalogue import import_catalogue
from app.services.import_past_cases import import_past_cases
from app.services.issue_ticket import ErrandWish, Visitor, issue_ticket
from app.services.link_case import link_case
from app.services.open_case import HandedIn
from app.services.open_exception import open_exception
from app.services.send_online import send_online, undo_send_online
from app.services.set_up_hall import set_up_hall
from db.tables import audit_entries
from resources import resource
from tests.photos import PHOTO
from tests.refusals import refused
from tests.services.at_work import (
    ADMINISTRATOR,
    CLERK,
    COUNTER,
    GUIDE,
    HOUSE,
    MATE,
    MATES,
    MORTGAGE,
    SUPERVISOR,
    HallAtWork,
    somebody,
)

UseCase = Callable[..., Awaitable[Any]]

WISH = (ErrandWish(HOUSE),)
CASE = ("例外〔2026〕0001",)
CHECK = ("筛查〔2026〕0001",)
GROUP = ("同因〔2026〕0001",)
BAD = ("差评〔2026〕0001",)
FILE = (f"{HOUSE}-2026-00001",)
REMINDER = ("政务办催〔2026〕0001号",)
OWING = reminders.Owing("无人值守", "第六条", "RS")
LATER = "IT060"
"""An item with materials that may be late."""
LONGER = Extension(10, "情况复杂", "局长")
PAST = PastCase("EX1", "刷卡失败", ExceptionCategory.PAYMENT, "换机")
YEAR = YearArrangement(2099, frozenset(), frozenset())
PHOTO_FILE = CheckedFile(
    "photo.png", AttachmentKind.PNG, PHOTO, sha256(PHOTO).hexdigest(), AttachmentPlace.DATABASE
)

MAY: dict[UseCase, tuple[Permission, tuple[object, ...]]] = {
    issue_ticket: (Permission.ISSUE, (WISH,)),
    tickets.cancel_ticket: (Permission.ISSUE, ("A001", "开错")),
    tickets.revive_ticket: (Permission.ISSUE, ("A001",)),
    tickets.count_ticket_reprint: (Permission.ISSUE, ("A001",)),
    send_online: (Permission.ISSUE, (HOUSE,)),
    undo_send_online: (Permission.ISSUE, (UUID(int=1),)),
    call_next: (Permission.SERVE, (COUNTER,)),
    link_case: (Permission.SERVE, (COUNTER, *FILE)),
    calling.call_ticket: (Permission.SERVE, (COUNTER, "A001", "带婴儿")),
    calling.recall: (Permission.SERVE, (COUNTER,)),
    calling.start: (Permission.SERVE, (COUNTER,)),
    calling.miss: (Permission.SERVE, (COUNTER,)),
    calling.release: (Permission.SERVE, (COUNTER,)),
    counters.open_counter: (Permission.SERVE, (COUNTER,)),
    counters.pause_counter: (Permission.SERVE, (COUNTER, "午休")),
    counters.resume_counter: (Permission.SERVE, (COUNTER,)),
    counters.close_counter: (Permission.SERVE, (COUNTER,)),
    holding.hold: (Permission.SERVE, (COUNTER,)),
    holding.resume: (Permission.SERVE, (COUNTER, "A001")),
    holding.requeue: (Permission.SERVE, (COUNTER, "A001")),
    holding.abandon: (Permission.SERVE, (COUNTER,)),
    serving.change_item: (Permission.SERVE, (COUNTER, HOUSE)),
    case_applicant.correct_applicant: (Permission.SERVE, (*FILE, case_applicant.Correction())),
    serving.finish: (Permission.SERVE, (COUNTER, Outcome.COMPLETED)),
    serving.undo_finish: (Permission.SERVE, (COUNTER, "A001")),
    serving.transfer: (Permission.SERVE, (COUNTER, "原因", "A")),
    notices.issue_notice: (Permission.NOTIFY, ("A001", HOUSE, ())),
    notices.notify_case: (Permission.NOTIFY, (*FILE, ())),
    notices.consult: (Permission.NOTIFY, (HOUSE, frozenset())),
    notices.notify_case: (Permission.NOTIFY, (*FILE, ())),
    notices.count_notice_reprint: (Permission.NOTIFY, ("1",)),
    open_exception: (
        Permission.EXCEPTION_OPEN,
        ("办不成", ExceptionCategory.OTHER, Channel.COUNTER),
    ),
    exceptions.note_exception: (Permission.EXCEPTION_OPEN, (*CASE, "联系")),
    exceptions.triage_exception: (
        Permission.EXCEPTION_DIRECT,
        (*CASE, ExceptionCategory.OTHER, ExceptionLevel.SIMPLE),
    ),
    exceptions.assign_exception: (Permission.EXCEPTION_DIRECT, (*CASE, CLERK)),
    exceptions.take_exception: (Permission.EXCEPTION_HANDLE, CASE),
    exceptions.return_exception: (Permission.EXCEPTION_HANDLE, (*CASE, "退回")),
    exceptions.answer_exception: (Permission.EXCEPTION_HANDLE, (*CASE, "已办")),
    exceptions.follow_up_exception: (Permission.EXCEPTION_DIRECT, (*CASE, True)),
    exceptions.rework_exception: (Permission.EXCEPTION_DIRECT, CASE),
    exception_working.contact_exception: (Permission.EXCEPTION_HANDLE, (*CASE, "已电话联系")),
    exception_working.measure_exception: (Permission.EXCEPTION_HANDLE, (*CASE, "换机")),
    exception_working.extend_exception: (Permission.EXCEPTION_HANDLE, (*CASE, "已告知")),
    exception_working.join_exception: (Permission.EXCEPTION_DIRECT, (*CASE, MATE, "核对")),
    exception_working.answer_exception_part: (Permission.EXCEPTION_HANDLE, (*CASE, "一致")),
    exception_working.release_exception_part: (Permission.EXCEPTION_DIRECT, (*CASE, MATE, "不用了")),
    exception_working.deny_exception: (Permission.EXCEPTION_HANDLE, (*CASE, "办不了", "条例")),
    exception_working.sign_off_exception: (Permission.EXCEPTION_DIRECT, CASE),
    exception_working.refuse_exception: (Permission.EXCEPTION_DIRECT, (*CASE, "再想想")),
    add_checked_file: (Permission.EXCEPTION_OPEN, (*CASE, PHOTO_FILE)),
    exceptions.close_exception: (Permission.EXCEPTION_DIRECT, CASE),
    exceptions.reopen_exception: (Permission.EXCEPTION_DIRECT, (*CASE, "再来")),
    exception_groups.create_group: (Permission.EXCEPTION_DIRECT, ("证书过期",)),
    exception_groups.add_to_group: (Permission.EXCEPTION_DIRECT, (*GROUP, *CASE)),
    exception_groups.plan_rectification: (Permission.EXCEPTION_DIRECT, (*GROUP, "换证书", "HRSS", 3)),
    exception_groups.prove_rectification: (Permission.EXCEPTION_HANDLE, (*GROUP, "记录")),
    exception_groups.review_rectification: (Permission.EXCEPTION_DIRECT, (*GROUP, True)),
    department_checks.start_department_check: (Permission.EXCEPTION_DIRECT, CASE),
    department_checks.answer_department_check: (Permission.EXCEPTION_HANDLE, (*CHECK, False)),
    import_past_cases: (Permission.EXCEPTION_DIRECT, ((PAST,),)),
    ratings.give_rating: (Permission.RATE, ("A001", RatingLevel.SATISFIED)),
    ratings.import_ratings: (Permission.RATING_DIRECT, ((),)),
    follow_ups.assign_follow_up: (Permission.RATING_DIRECT, (*BAD, CLERK)),
    follow_ups.contact_follow_up: (Permission.RATING_HANDLE, (*BAD, "已联系")),
    follow_ups.extend_follow_up: (Permission.RATING_DIRECT, (*BAD, "复杂")),
    follow_ups.put_right_follow_up: (Permission.RATING_HANDLE, (*BAD, "已整改")),
    follow_ups.ask_follow_up: (Permission.RATING_DIRECT, (*BAD, True)),
    follow_ups.rework_follow_up: (Permission.RATING_DIRECT, BAD),
    follow_ups.close_follow_up: (Permission.RATING_DIRECT, BAD),
    follow_ups.note_follow_up: (Permission.RATING_HANDLE, (*BAD, "来电")),
    follow_ups.appeal_rating: (Permission.APPEAL, (*BAD, "不是我")),
    follow_ups.review_appeal: (Permission.RATING_DIRECT, (*BAD, True, "看了录像")),
    exception_records.issue_exception_record: (Permission.PRINT, CASE),
    reminders.issue_reminder: (Permission.REMIND, (OWING,)),
    reminders.answer_reminder: (Permission.REMINDER_ANSWER, (*REMINDER, "已整改")),
    reminders.void_reminder: (Permission.REMIND, (*REMINDER, "误")),
    reminders.count_reminder_reprint: (Permission.PRINT, REMINDER),
    cancel_item: (Permission.SET_UP, (HOUSE, "国发〔2026〕1号")),
    case_intake.open_case: (Permission.SERVE, (HOUSE,)),
    case_intake.take_papers: (Permission.SERVE, (*FILE, ())),
    case_intake.supplement_case: (Permission.SERVE, (*FILE, frozenset())),
    case_intake.accept_case: (Permission.SERVE, FILE),
    case_intake.refuse_case: (Permission.SERVE, (*FILE, "不属本机关")),
    case_intake.keep_pledge: (Permission.SERVE, FILE),
    case_progress.suspend_case: (Permission.SERVE, (*FILE, Procedure.HEARING, 5)),
    case_progress.resume_case: (Permission.SERVE, FILE),
    case_progress.extend_case: (Permission.SERVE, (*FILE, LONGER)),
    case_progress.decide_case: (Permission.SERVE, (*FILE, Result.GRANTED)),
    case_progress.deliver_case: (Permission.SERVE, (*FILE, DeliveryWay.POST)),
    case_progress.archive_case: (Permission.SERVE, FILE),
    case_progress.withdraw_case: (Permission.SERVE, FILE),
    case_progress.end_case: (Permission.SERVE, (*FILE, "逾期")),
    documents.count_document_reprint: (Permission.SERVE, ("1",)),
    printing.print_paper: (Permission.PRINT, ("desk", PaperKind.NOTICE, "1")),
    printing.print_again: (Permission.PRINT, ("desk", PaperKind.NOTICE, "1")),
    printing.retry_print: (Permission.PRINT, (UUID(int=1),)),
    printing.cancel_print: (Permission.PRINT, (UUID(int=1),)),
    office_texts.set_text: (Permission.SET_UP, ("NY", TextPart.REMEDIES, "另行告知")),
    office_texts.word_paper: (Permission.SET_UP, ("NY", None, {TextPart.REMEDIES: "另行告知"})),
    office_texts.reset_text: (Permission.SET_UP, ("NY", TextPart.REMEDIES)),
    documents.issue_document: (Permission.SERVE, (*FILE, DocumentKind.GRANT)),
    documents.void_document: (Permission.DOCUMENT_VOID, ("1", "误")),
    case_clock.enter_year: (Permission.SET_UP, (YEAR,)),
    case_clock.forget_year: (Permission.SET_UP, (2099,)),
    staff.add_staff: (Permission.SET_UP, ("0200", "赵敏", Role.CLERK, "geheim")),
    staff.reset_password: (Permission.SET_UP, (CLERK, "geheim")),
    staff.disable_staff: (Permission.SET_UP, (CLERK,)),
}
"""What each use case needs, and something to ask it for."""

NOBODY_ORDERS = {
    case_clock.sweep_cases,
    case_dates.recompute_cases,
    exception_dates.recompute_exceptions,
    follow_up_dates.recompute_follow_ups,
    sweep_some_follow_ups,
    sweep_some_exceptions,
    printing.start_print,
    printing.end_print,
    printing.settle_prints,
    ratings.rate_at_counter,
}
"""The calendar and the printers do, and whoever touches a tablet."""


def every_use_case() -> set[UseCase]:
    """All that ``use_case`` made: what is wrapped has the steps beside it."""
    modules = [
        importlib.import_module(f"app.services.{m.name}") for m in pkgutil.iter_modules(app.services.__path__)
    ]
    found = {value for module in modules for value in vars(module).values() if hasattr(value, "__wrapped__")}
    return {value for value in found if value.__module__.startswith("app.services.")}


async def test_who_may_is_asked_first(hall: HallAtWork) -> None:
    assert set(MAY) == every_use_case() - NOBODY_ORDERS - {set_up_hall, import_catalogue}  # see test_set_up
    for use_case, (permission, asked) in MAY.items():
        for who in (ADMINISTRATOR, SUPERVISOR, GUIDE, CLERK):
            if permission not in PERMISSIONS[hall.staff[who].role]:
                with refused("staff.rule.not_permitted", NotPermitted, permission=permission):
                    await hall.do(who, use_case, *asked)


def test_no_two_have_one_name() -> None:
    """A command is kept with the name of what it was given to."""
    names = [value.__name__ for value in every_use_case()]
    assert len(names) == len(set(names))


class Twice:
    """Gives every order twice, as after a lost reply, and insists on the same answer and one deed."""

    def __init__(self, hall: HallAtWork) -> None:
        self.hall = hall
        self.done: set[UseCase] = set()

    async def __call__(self, who: str, use_case: UseCase, *args: object, **kwargs: object) -> Any:
        command = self.hall.command(who)
        first = await use_case(self.hall.ports, command, *args, **kwargs)
        trail = await self._trail()
        assert await use_case(self.hall.ports, command, *args, **kwargs) == first
        assert await self._trail() == trail
        self.done.add(use_case)
        return first

    async def _trail(self) -> int:
        async with self.hall.ports.uow() as u:
            transaction = u._t  # type: ignore[attr-defined]
            return int(
                (await transaction.execute(select(func.count()).select_from(audit_entries))).scalar_one()
            )


async def test_a_repeated_command_does_nothing_twice(hall: HallAtWork) -> None:
    twice = Twice(hall)
    await _set_up(hall, twice)
    await _at_the_guide_desk(hall, twice)
    await _at_the_counter(hall, twice)
    await _an_exception(twice)
    await twice(SUPERVISOR, import_past_cases, (PAST,))
    await _a_group(hall, twice)
    await _bad_ratings(hall, twice)
    await twice(SUPERVISOR, department_checks.start_department_check, *CASE)
    await twice(CLERK, department_checks.answer_department_check, *CHECK, False)
    await twice(SUPERVISOR, reminders.issue_reminder, OWING)
    await twice(SUPERVISOR, reminders.answer_reminder, *REMINDER, "已整改")
    await twice(SUPERVISOR, reminders.count_reminder_reprint, *REMINDER)
    await twice(SUPERVISOR, reminders.void_reminder, *REMINDER, "误")
    await twice(ADMINISTRATOR, cancel_item, MORTGAGE, "国发〔2026〕1号")
    await _cases(hall, twice)
    await _paper(hall, twice)
    assert twice.done == every_use_case()


async def _set_up(hall: HallAtWork, twice: Twice) -> None:
    await twice(ADMINISTRATOR, import_catalogue, read_catalogue(resource("catalogue", "catalogue.json")))
    await twice(ADMINISTRATOR, set_up_hall, read_hall(resource("hall", "sample.json")), sample=True)
    await twice(ADMINISTRATOR, staff.add_staff, "0200", "赵敏", Role.CLERK, "geheim")
    await twice(ADMINISTRATOR, staff.reset_password, "0200", "geheim2")
    await twice(ADMINISTRATOR, staff.disable_staff, "0200")


async def _at_the_guide_desk(hall: HallAtWork, twice: Twice) -> None:
    ticket = await twice(GUIDE, issue_ticket, WISH)
    await twice(GUIDE, tickets.count_ticket_reprint, ticket.number)
    await twice(GUIDE, tickets.cancel_ticket, ticket.number, "开错")
    able = next(item.code for item in await hall.ports.readers.items() if item.online)
    sent = await twice(GUIDE, send_online, able)
    await twice(GUIDE, undo_send_online, sent.id)
    told = await twice(GUIDE, notices.consult, HOUSE, frozenset())
    await twice(GUIDE, notices.count_notice_reprint, told.number)


async def _at_the_counter(hall: HallAtWork, twice: Twice) -> None:
    await twice(CLERK, counters.open_counter, COUNTER)
    await twice(CLERK, counters.pause_counter, COUNTER, "午休")
    await twice(CLERK, counters.resume_counter, COUNTER)
    first, second = await hall.issue(), await hall.issue(HOUSE, MORTGAGE)
    await twice(CLERK, call_next, COUNTER)
    await twice(CLERK, calling.release, COUNTER)
    await twice(CLERK, calling.call_ticket, COUNTER, first.number, "带婴儿")
    for _ in range(2):
        hall.pass_time(minutes=1)
        await twice(CLERK, calling.recall, COUNTER)
    await twice(CLERK, calling.miss, COUNTER)
    await _missed_out(hall, first.number)
    await twice(GUIDE, tickets.revive_ticket, first.number)
    await hall.call()
    await twice(CLERK, calling.start, COUNTER)
    await twice(CLERK, holding.hold, COUNTER)
    await twice(CLERK, holding.resume, COUNTER, second.number)
    await twice(CLERK, serving.change_item, COUNTER, MORTGAGE)
    materials = (await hall.ports.readers.item(MORTGAGE)).materials_for(None)
    missing = tuple(Judgement(m.number, Verdict.MISSING) for m in materials)
    await twice(CLERK, notices.issue_notice, second.number, MORTGAGE, missing)
    await twice(CLERK, serving.finish, COUNTER, Outcome.NOTIFIED)
    await hall.serve()
    await hall.finish()
    await twice(CLERK, serving.undo_finish, COUNTER, second.number)
    await hall.do(MATE, counters.open_counter, MATES)
    await twice(CLERK, serving.transfer, COUNTER, "继续", to_counter=MATES)
    await hall.serve()
    await hall.do(CLERK, holding.hold, COUNTER)
    await twice(CLERK, holding.requeue, COUNTER, first.number)
    await hall.call()
    await twice(CLERK, holding.abandon, COUNTER)
    await twice(CLERK, counters.close_counter, COUNTER)


async def _missed_out(hall: HallAtWork, number: str) -> None:
    await hall.do(CLERK, calling.call_ticket, COUNTER, number, "最后一次")
    for _ in range(2):
        hall.pass_time(minutes=1)
        await hall.do(CLERK, calling.recall, COUNTER)
    await hall.do(CLERK, calling.miss, COUNTER)


async def _an_exception(twice: Twice) -> None:
    page = await twice(GUIDE, open_exception, "办不成", ExceptionCategory.OTHER, Channel.DIRECT)
    number = page.row.number
    simple = (ExceptionCategory.PAYMENT, ExceptionLevel.SIMPLE)
    await twice(SUPERVISOR, exceptions.triage_exception, number, *simple)
    await twice(SUPERVISOR, exceptions.assign_exception, number, CLERK)
    await twice(CLERK, exceptions.return_exception, number, "不属本窗口")
    await twice(SUPERVISOR, exceptions.assign_exception, number, MATE)
    await twice(MATE, exceptions.take_exception, number)
    await twice(GUIDE, exceptions.note_exception, number, "来电询问")
    await twice(MATE, exceptions.answer_exception, number, "已办")
    await twice(SUPERVISOR, exceptions.close_exception, number)
    await twice(SUPERVISOR, exceptions.reopen_exception, number, "又不行")
    asked = await twice.hall.do(
        GUIDE, open_exception, "办不成", ExceptionCategory.OTHER, Channel.DIRECT,
        visitor=Visitor(name="张三"),
    )  # fmt: skip
    number = asked.row.number
    await twice.hall.do(SUPERVISOR, exceptions.triage_exception, number, *simple)
    await twice.hall.do(SUPERVISOR, exceptions.assign_exception, number, MATE)
    await twice.hall.do(MATE, exceptions.take_exception, number)
    await twice.hall.do(MATE, exceptions.answer_exception, number, "已办")
    await twice(SUPERVISOR, exceptions.follow_up_exception, number, False)
    await twice(SUPERVISOR, exceptions.rework_exception, number)
    await twice(SUPERVISOR, exception_records.issue_exception_record, number)
    await _worked_on(twice, number)


async def _worked_on(twice: Twice, number: str) -> None:
    working = exception_working
    await twice(MATE, working.measure_exception, number, "换机")
    await twice(MATE, working.extend_exception, number, "等省平台，已告知")
    for _ in range(2):
        await twice(SUPERVISOR, working.join_exception, number, CLERK, "核对")
        await twice(CLERK, working.answer_exception_part, number, "一致")
    await twice(SUPERVISOR, working.join_exception, number, CLERK, "再核对")
    await twice(SUPERVISOR, working.release_exception_part, number, CLERK, "不用了")
    await twice(MATE, working.deny_exception, number, "办不了", "条例第五条")
    await twice(SUPERVISOR, working.refuse_exception, number, "可以容缺")
    await twice(MATE, working.deny_exception, number, "办不了", "条例第五条")
    await twice(SUPERVISOR, working.sign_off_exception, number)
    await twice(GUIDE, add_checked_file, number, PHOTO_FILE)
    await twice(SUPERVISOR, exceptions.follow_up_exception, number, True)
    await twice(SUPERVISOR, exceptions.close_exception, number)
    await twice(SUPERVISOR, exceptions.reopen_exception, number, "又不行")
    await twice(SUPERVISOR, exceptions.assign_exception, number, MATE)
    await twice(MATE, working.contact_exception, number, "已电话联系")


async def _a_group(hall: HallAtWork, twice: Twice) -> None:
    await twice(SUPERVISOR, exception_groups.create_group, "证书过期", CASE)
    await twice(SUPERVISOR, exception_groups.add_to_group, *GROUP, PAST.id)
    unit = (await hall.ports.readers.departments())[0].code
    await twice(SUPERVISOR, exception_groups.plan_rectification, *GROUP, "换证书", unit, 3)
    await twice(CLERK, exception_groups.prove_rectification, *GROUP, "记录")
    await twice(SUPERVISOR, exception_groups.review_rectification, *GROUP, True)


async def _bad_ratings(hall: HallAtWork, twice: Twice) -> None:
    entered, brought, _ = [await _finished(hall) for _ in range(3)]
    asked = await hall.ports.readers.to_rate(COUNTER)
    assert asked is not None
    await twice(GUIDE, ratings.rate_at_counter, COUNTER, asked.ticket, asked.errand, RatingLevel.DISSATISFIED)
    await twice(GUIDE, ratings.give_rating, entered.number, RatingLevel.SATISFIED)
    entry = RatingEntry("[0]", brought.day, brought.number, RatingLevel.FAIRLY_SATISFIED)
    await twice(SUPERVISOR, ratings.import_ratings, (entry,))
    await twice(SUPERVISOR, follow_ups.assign_follow_up, *BAD, MATE)
    await twice(SUPERVISOR, follow_ups.extend_follow_up, *BAD, "涉及两个部门")
    await twice(MATE, follow_ups.contact_follow_up, *BAD, "已联系")
    await twice(MATE, follow_ups.note_follow_up, *BAD, "又来电")
    hall.pass_time(hours=24)
    await twice(CLERK, follow_ups.appeal_rating, *BAD, "不是我")
    await twice(SUPERVISOR, follow_ups.review_appeal, *BAD, False, "看了录像")
    for satisfied in (False, True):
        await twice(MATE, follow_ups.put_right_follow_up, *BAD, "已重新讲解")
        await twice(SUPERVISOR, follow_ups.ask_follow_up, *BAD, satisfied)
        if not satisfied:
            await twice(SUPERVISOR, follow_ups.rework_follow_up, *BAD)
    await twice(SUPERVISOR, follow_ups.close_follow_up, *BAD)


async def _finished(hall: HallAtWork) -> TicketRow:
    """A ticket of somebody who can be called, finished by the clerk."""
    ticket = await hall.served(visitor=Visitor(phone="13800000001"))
    await hall.finish()
    await hall.do(CLERK, counters.close_counter, COUNTER)
    return ticket


async def _cases(hall: HallAtWork, twice: Twice) -> None:
    await twice(ADMINISTRATOR, case_clock.enter_year, YEAR)
    await twice(ADMINISTRATOR, case_clock.forget_year, YEAR.year)
    number = await _accepted(hall, twice)
    await twice(CLERK, case_progress.suspend_case, number, Procedure.HEARING, 5)
    await twice(CLERK, case_progress.resume_case, number)
    await twice(CLERK, case_progress.extend_case, number, LONGER)
    await twice(CLERK, case_progress.decide_case, number, Result.GRANTED)
    await twice(CLERK, case_progress.deliver_case, number, DeliveryWay.POST)
    await twice(CLERK, case_progress.archive_case, number)
    paper = (await hall.ports.readers.case(number)).documents[0].number
    await twice(CLERK, documents.count_document_reprint, paper)
    await twice(SUPERVISOR, documents.void_document, paper, "误")
    await twice(ADMINISTRATOR, office_texts.set_text, "NY", TextPart.REMEDIES, "另行告知")
    await twice(ADMINISTRATOR, office_texts.word_paper, "NY", None, {TextPart.INQUIRY_PHONE: "0000-7777"})
    await twice(ADMINISTRATOR, office_texts.reset_text, "NY", TextPart.REMEDIES)
    await twice(CLERK, documents.issue_document, number, DocumentKind.ACCEPTANCE)
    await twice(CLERK, case_progress.withdraw_case, await _opened(hall))
    await twice(CLERK, case_intake.refuse_case, await _opened(hall), "不属本机关")
    await _told_without_a_ticket(hall, twice)
    await _told_and_late(hall, twice)
    await _pledged(hall, twice)
    await twice(CLERK, notices.notify_case, await _opened(hall), await _all_missing(hall))
    await twice(CLERK, case_clock.sweep_cases)
    await twice(CLERK, sweep_some_exceptions)
    await twice(CLERK, case_dates.recompute_cases, ())
    await twice(CLERK, exception_dates.recompute_exceptions, ())
    await twice(CLERK, sweep_some_follow_ups)
    await twice(CLERK, follow_up_dates.recompute_follow_ups, ())


async def _paper(hall: HallAtWork, twice: Twice) -> None:
    number = (await hall.issue()).number
    job = await twice(GUIDE, printing.print_paper, "desk", PaperKind.TICKET, number)
    await twice(GUIDE, printing.start_print, job.id)
    await twice(GUIDE, printing.end_print, job.id, Message("device.no_printer"))
    await twice(GUIDE, printing.retry_print, job.id)
    await twice(GUIDE, printing.settle_prints, "desk")
    await twice(GUIDE, printing.start_print, job.id)
    await twice(GUIDE, printing.end_print, job.id)
    again = await twice(GUIDE, printing.print_again, "desk", PaperKind.TICKET, number)
    await twice(GUIDE, printing.cancel_print, again.id)


async def _opened(hall: HallAtWork, item: str = HOUSE) -> str:
    return str((await hall.do(CLERK, case_intake.open_case, item)).row.number)


async def _all_missing(hall: HallAtWork) -> tuple[Judgement, ...]:
    materials = (await hall.ports.readers.item(HOUSE)).materials_for(None)
    return tuple(Judgement(m.number, Verdict.MISSING) for m in materials)


async def _accepted(hall: HallAtWork, twice: Twice) -> str:
    case = await twice(CLERK, case_intake.open_case, HOUSE)
    await twice(CLERK, case_intake.take_papers, case.row.number, (HandedIn(1),))
    correction = case_applicant.Correction(case_intake.Applying(somebody(3)))
    await twice(CLERK, case_applicant.correct_applicant, case.row.number, correction)
    await twice(CLERK, case_intake.accept_case, case.row.number)
    return str(case.row.number)


async def _told_without_a_ticket(hall: HallAtWork, twice: Twice) -> None:
    materials = (await hall.ports.readers.item(HOUSE)).materials_for(None)
    missing = tuple(Judgement(m.number, Verdict.MISSING) for m in materials)
    number = await _opened(hall)
    await twice(CLERK, notices.notify_case, number, missing)
    await hall.do(CLERK, case_progress.withdraw_case, number)


async def _told_and_late(hall: HallAtWork, twice: Twice) -> None:
    """Two cases that were told what is missing: for one it comes, for the other it never does."""
    for ends in (False, True):
        ticket = await hall.served(visitor=somebody(8 + ends))
        await hall.do(CLERK, notices.issue_notice, ticket.number, HOUSE, await _all_missing(hall))
        await hall.finish(Outcome.NOTIFIED)
        await hall.do(CLERK, counters.close_counter, COUNTER)
        (row,) = await hall.ports.readers.cases(CaseQuery(state=CaseState.NOTIFIED, text=HOUSE))
        if ends:
            hall.pass_time(hours=24 * 40)
            await twice(CLERK, case_progress.end_case, row.number, "逾期未补正")
        else:
            outstanding = (await hall.ports.readers.case(row.number)).outstanding
            brought = frozenset(o.material for o in outstanding)
            await hall.served(visitor=somebody(8))
            await twice(CLERK, link_case, COUNTER, row.number)
            await hall.finish(Outcome.COLLECTED)
            await hall.do(CLERK, counters.close_counter, COUNTER)
            await twice(CLERK, case_intake.supplement_case, row.number, brought)


async def _pledged(hall: HallAtWork, twice: Twice) -> None:
    item = await hall.ports.readers.item(LATER)
    late = next(m.number for m in item.materials_for(None) if m.may_be_late)
    number, today = await _opened(hall, LATER), (await hall.ports.readers.hall()).day
    promised = case_intake.Promised(frozenset({late}), today)
    await hall.do(CLERK, case_intake.accept_case, number, promised=promised)
    await twice(CLERK, case_intake.keep_pledge, number)
