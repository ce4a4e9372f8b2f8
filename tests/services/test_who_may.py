"""What holds of every use case: it asks first who may."""

from uuid import UUID

from app.domain.case_parts import DeliveryWay, Procedure, Result
from app.domain.document import DocumentKind
from app.domain.errand import Outcome
from app.domain.errors import NotPermitted
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_terms import ExceptionLevel
from app.domain.office_text import TextPart
from app.domain.print_job import PaperKind
from app.domain.rating import RatingLevel
from app.domain.staff import PERMISSIONS, Permission, Role
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
from app.services.attachments import add_checked_file
from app.services.call_next import call_next
from app.services.cancel_item import cancel_item
from app.services.exception_clock import sweep_some_exceptions
from app.services.follow_up_clock import sweep_some_follow_ups
from app.services.import_catalogue import import_catalogue
from app.services.import_past_cases import import_past_cases
from app.services.issue_ticket import issue_ticket
from app.services.link_case import link_case
from app.services.open_exception import open_exception
from app.services.send_online import send_online, undo_send_online
from app.services.set_up_hall import set_up_hall
from tests.refusals import refused
from tests.services.at_work import (
    ADMINISTRATOR,
    CLERK,
    COUNTER,
    GUIDE,
    HOUSE,
    MATE,
    SUPERVISOR,
    HallAtWork,
)
from tests.services.use_cases import (
    BAD,
    CASE,
    CHECK,
    FILE,
    GROUP,
    LONGER,
    OWING,
    PAST,
    PHOTO_FILE,
    REMINDER,
    WISH,
    YEAR,
    UseCase,
    every_use_case,
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
    exception_working.withdraw_exception: (Permission.EXCEPTION_HANDLE, (*CASE, "再想想")),
    add_checked_file: (Permission.EXCEPTION_OPEN, (*CASE, PHOTO_FILE)),
    exceptions.close_exception: (Permission.EXCEPTION_DIRECT, CASE),
    exceptions.reopen_exception: (Permission.EXCEPTION_DIRECT, (*CASE, "再来")),
    exception_groups.create_group: (Permission.EXCEPTION_DIRECT, ("证书过期",)),
    exception_groups.add_to_group: (Permission.EXCEPTION_DIRECT, (*GROUP, *CASE)),
    exception_groups.remove_from_group: (Permission.EXCEPTION_DIRECT, (*GROUP, *CASE, "另一原因")),
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


async def test_who_may_is_asked_first(hall: HallAtWork) -> None:
    assert set(MAY) == every_use_case() - NOBODY_ORDERS - {set_up_hall, import_catalogue}  # see test_set_up
    for use_case, (permission, asked) in MAY.items():
        for who in (ADMINISTRATOR, SUPERVISOR, GUIDE, CLERK):
            if permission not in PERMISSIONS[hall.staff[who].role]:
                with refused("staff.rule.not_permitted", NotPermitted, permission=permission):
                    await hall.do(who, use_case, *asked)
