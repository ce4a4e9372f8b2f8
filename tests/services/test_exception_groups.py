"""What recurs gets its cause removed: grouped, rectified, reviewed, and opened again when it happens again."""

from datetime import date

from app.domain.errors import NotFound, NotPermitted
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_group import GroupAction, GroupState
from app.domain.exception_table import ExceptionState
from app.domain.exception_terms import ExceptionLevel
from app.ports.rows import GroupPage
from app.services.exception_groups import (
    add_to_group,
    create_group,
    plan_rectification,
    prove_rectification,
    remove_from_group,
    review_rectification,
)
from app.services.exceptions import answer_exception, assign_exception, reopen_exception, take_exception
from app.services.exceptions import triage_exception as triage
from app.services.issue_ticket import ANYBODY
from app.services.open_exception import open_exception
from tests.refusals import refused
from tests.services.at_work import CLERK, GUIDE, SUPERVISOR, HallAtWork, somebody

S = GroupState


async def opened(hall: HallAtWork, *, named: bool = False) -> str:
    visitor = somebody() if named else ANYBODY
    page = await hall.do(
        GUIDE, open_exception, "缴税刷卡失败", ExceptionCategory.PAYMENT, Channel.COUNTER, visitor=visitor
    )
    return page.row.number


async def answered(hall: HallAtWork, *, named: bool = False) -> str:
    number = await opened(hall, named=named)
    await hall.do(SUPERVISOR, triage, number, ExceptionCategory.PAYMENT, ExceptionLevel.SIMPLE)
    await hall.do(SUPERVISOR, assign_exception, number, CLERK)
    await hall.do(CLERK, take_exception, number)
    await hall.do(CLERK, answer_exception, number, "改用另一台机器")
    return number


async def unit(hall: HallAtWork) -> str:
    return (await hall.ports.readers.departments())[0].code


async def proven(hall: HallAtWork, *cases: str) -> str:
    page = await hall.do(SUPERVISOR, create_group, "刷卡机证书过期", cases)
    number = page.row.number
    await hall.do(SUPERVISOR, plan_rectification, number, "更换证书", await unit(hall), 3)
    await hall.do(CLERK, prove_rectification, number, "更换记录")
    return number


async def state_of(hall: HallAtWork, number: str) -> ExceptionState:
    return (await hall.ports.readers.exception(number)).row.state


async def test_closing_the_rectification_closes_what_was_answered(hall: HallAtWork) -> None:
    done, waiting, to_be_asked = await answered(hall), await opened(hall), await answered(hall, named=True)
    group = await proven(hall, done, waiting, to_be_asked)
    page = await hall.do(SUPERVISOR, review_rectification, group, True)
    assert (group, page.row.state) == ("同因〔2026〕0001", S.CLOSED)
    assert (page.row.cases, page.row.open_cases) == (3, 2)
    assert await state_of(hall, done) is ExceptionState.CLOSED
    assert await state_of(hall, waiting) is ExceptionState.REGISTERED
    assert await state_of(hall, to_be_asked) is ExceptionState.ANSWERED, "its person is asked first"
    assert await hall.ports.readers.exception_groups() == ()
    assert [row.number for row in await hall.ports.readers.exception_groups(open_only=False)] == [group]


async def test_the_third_time_opens_group_and_rectification_again(hall: HallAtWork) -> None:
    first, second = await answered(hall), await answered(hall)
    group = await proven(hall, first, second)
    await hall.do(SUPERVISOR, review_rectification, group, True)
    assert [await state_of(hall, number) for number in (first, second)] == [ExceptionState.CLOSED] * 2
    hall.pass_time(hours=48)
    third = await opened(hall)
    page = await hall.do(SUPERVISOR, add_to_group, group, third)
    assert page.row.due is not None
    assert (page.row.state, page.row.due.day, page.proof) == (S.RECTIFYING, date(2026, 3, 25), "")
    assert (page.steps[-1].action, page.steps[-1].case) == (GroupAction.REOPEN, third)
    assert (await hall.ports.readers.exception(third)).group == group


async def test_an_old_case_opens_nothing(hall: HallAtWork) -> None:
    old = await answered(hall)
    other = await proven(hall, old)
    await hall.do(SUPERVISOR, review_rectification, other, True)
    with refused("exception_group.rule.elsewhere", group=other):
        await hall.do(SUPERVISOR, create_group, "别的原因", (old,))
    assert [row.number for row in await hall.ports.readers.exception_groups(open_only=False)] == [other]


async def test_due_by_the_offices_own_calendar(hall: HallAtWork) -> None:
    page = await hall.do(SUPERVISOR, create_group, "原因")
    page = await hall.do(SUPERVISOR, plan_rectification, page.row.number, "措施", await unit(hall), 5)
    assert page.row.due is not None
    assert (page.row.due.day, page.row.days_left) == (date(2026, 3, 25), 7)
    assert page.row.unit == (await hall.ports.readers.departments())[0].name


async def test_what_is_refused_changes_nothing(hall: HallAtWork) -> None:
    page = await hall.do(SUPERVISOR, create_group, "原因")
    number = page.row.number
    with refused("staff.rule.no_department", NotFound, department="?"):
        await hall.do(SUPERVISOR, plan_rectification, number, "措施", "?", 5)
    with refused("exception_group.rule.none", NotFound, number="?"):
        await hall.do(SUPERVISOR, add_to_group, "?", await opened(hall))
    with refused("exception.rule.none", NotFound, number="?"):
        await hall.do(SUPERVISOR, add_to_group, number, "?")
    with refused("staff.rule.not_permitted", NotPermitted):
        await hall.do(CLERK, add_to_group, number, "?")
    assert await hall.ports.readers.exception_group(number) == page


async def test_who_proved_does_not_review(hall: HallAtWork) -> None:
    page: GroupPage = await hall.do(SUPERVISOR, create_group, "原因", (await opened(hall),))
    number = page.row.number
    await hall.do(SUPERVISOR, plan_rectification, number, "措施", await unit(hall), 1)
    await hall.do(SUPERVISOR, prove_rectification, number, "照片")
    with refused("exception_group.rule.same_person"):
        await hall.do(SUPERVISOR, review_rectification, number, True)


async def test_a_case_of_a_closed_group_that_comes_back_opens_the_group_again(hall: HallAtWork) -> None:
    case = await answered(hall)
    group = await proven(hall, case)
    await hall.do(SUPERVISOR, review_rectification, group, True)
    assert await state_of(hall, case) is ExceptionState.CLOSED
    hall.pass_time(hours=48)
    await hall.do(SUPERVISOR, reopen_exception, case, "又刷不了卡")
    page = await hall.ports.readers.exception_group(group)
    assert page.row.due is not None
    assert (page.row.state, page.row.due.day, page.row.cases) == (S.RECTIFYING, date(2026, 3, 25), 1)
    assert (page.steps[-1].action, page.steps[-1].case) == (GroupAction.REOPEN, case)


async def test_a_case_of_another_cause_is_taken_out_and_may_have_its_own(hall: HallAtWork) -> None:
    first, wrong, third = [await opened(hall) for _ in range(3)]
    page = await hall.do(SUPERVISOR, create_group, "刷卡机证书过期", (first, wrong, third))
    group = page.row.number
    with refused("staff.rule.not_permitted", NotPermitted):
        await hall.do(CLERK, remove_from_group, group, wrong, "另一原因")
    page = await hall.do(SUPERVISOR, remove_from_group, group, wrong, "卡本身坏了")
    assert [case.number for case in page.cases] == [first, third]
    assert (page.steps[-1].action, page.steps[-1].case, page.steps[-1].text) == (
        GroupAction.REMOVE, wrong, "卡本身坏了",
    )  # fmt: skip
    other = await hall.do(SUPERVISOR, create_group, "卡本身坏了", (wrong,))
    assert (await hall.ports.readers.exception(wrong)).group == other.row.number


async def test_the_only_supervisor_reviews_another_proof_than_the_own(hall: HallAtWork) -> None:
    page = await hall.do(SUPERVISOR, create_group, "原因", (await opened(hall),))
    number = page.row.number
    await hall.do(SUPERVISOR, plan_rectification, number, "措施", await unit(hall), 1)
    await hall.do(SUPERVISOR, prove_rectification, number, "照片")
    await hall.do(CLERK, prove_rectification, number, "更换记录")
    page = await hall.do(SUPERVISOR, review_rectification, number, True)
    assert (page.row.state, page.proof) == (S.CLOSED, "更换记录")
