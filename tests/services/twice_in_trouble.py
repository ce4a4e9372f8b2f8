"""What is ordered about exceptions and bad ratings, twice."""

from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_terms import ExceptionLevel
from app.domain.rating import RatingLevel
from app.domain.rating_file import RatingEntry
from app.ports.rows import TicketRow
from app.services import (
    counters,
    exception_groups,
    exception_records,
    exception_working,
    exceptions,
    follow_ups,
    ratings,
)
from app.services.attachments import add_checked_file
from app.services.issue_ticket import Visitor
from app.services.open_exception import open_exception
from tests.services.at_work import (
    CLERK,
    COUNTER,
    GUIDE,
    MATE,
    SUPERVISOR,
    HallAtWork,
)
from tests.services.twice import Twice
from tests.services.use_cases import (
    BAD,
    CASE,
    GROUP,
    PAST,
    PHOTO_FILE,
)


async def exceptions_twice(twice: Twice) -> None:
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
    await twice(MATE, working.withdraw_exception, number, "另想办法")
    await twice(MATE, working.deny_exception, number, "办不了", "条例第五条")
    await twice(SUPERVISOR, working.sign_off_exception, number)
    await twice(GUIDE, add_checked_file, number, PHOTO_FILE)
    await twice(SUPERVISOR, exceptions.follow_up_exception, number, True)
    await twice(SUPERVISOR, exceptions.close_exception, number)
    await twice(SUPERVISOR, exceptions.reopen_exception, number, "又不行")
    await twice(SUPERVISOR, exceptions.assign_exception, number, MATE)
    await twice(MATE, working.contact_exception, number, "已电话联系")


async def a_group_twice(hall: HallAtWork, twice: Twice) -> None:
    await twice(SUPERVISOR, exception_groups.create_group, "证书过期", CASE)
    await twice(SUPERVISOR, exception_groups.add_to_group, *GROUP, PAST.id)
    await twice(SUPERVISOR, exception_groups.remove_from_group, *GROUP, PAST.id, "另一原因")
    unit = (await hall.ports.readers.departments())[0].code
    await twice(SUPERVISOR, exception_groups.plan_rectification, *GROUP, "换证书", unit, 3)
    await twice(CLERK, exception_groups.prove_rectification, *GROUP, "记录")
    await twice(SUPERVISOR, exception_groups.review_rectification, *GROUP, True)


async def bad_ratings_twice(hall: HallAtWork, twice: Twice) -> None:
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
