"""Working on exceptions: contact, extension, joint handling, negative answers, categories and limits of the hall."""

from dataclasses import replace
from datetime import date

from app.domain.exception_category import Category
from app.domain.exception_table import ExceptionState
from app.domain.exception_terms import ExceptionLevel
from app.ports.judged import judged_words
from app.ports.rows import ExceptionPage
from app.services.exception_working import (
    answer_exception_part,
    contact_exception,
    deny_exception,
    extend_exception,
    join_exception,
    measure_exception,
    refuse_exception,
    release_exception_part,
    sign_off_exception,
    withdraw_exception,
)
from app.services.exceptions import (
    answer_exception,
    assign_exception,
    return_exception,
    take_exception,
    triage_exception,
)
from app.services.issue_ticket import ANYBODY
from app.services.left_open import LeftOpen, left_open
from app.services.staff import disable_staff
from app.texts import Texts
from tests.refusals import refused
from tests.services.at_work import ADMINISTRATOR, CLERK, DAY, MATE, SUPERVISOR, HallAtWork, clerk_of
from tests.services.test_exceptions import PAYMENT, assigned, opened

S = ExceptionState
ELSEWHERE = clerk_of(8)
"""A clerk of another department."""


async def in_hand(hall: HallAtWork, **how: object) -> str:
    number = (await assigned(hall, **how)).row.number
    await hall.do(CLERK, take_exception, number)
    return number


async def set_up(hall: HallAtWork, **policy: object) -> None:
    """Let the hall's settings be these."""

    async with hall.ports.uow() as u:
        before = await u.hall.get()
        await u.hall.save(replace(before, policy=replace(before.policy, **policy)))
        await u.commit()


async def test_contact_is_owed_on_the_same_day_until_it_is_recorded(hall: HallAtWork) -> None:
    page = await assigned(hall)
    number = page.row.number
    assert page.row.contact_by == DAY
    with refused("exception.rule.other_handler"):
        await hall.do(MATE, contact_exception, number, "已电话联系")
    page = await hall.do(CLERK, contact_exception, number, "已电话联系")
    assert (page.row.contact_by, page.steps[-1].text) == (None, "已电话联系")
    assert (await assigned(hall, visitor=ANYBODY)).row.contact_by is None


async def test_extended_once_and_told_before_it_is_due(hall: HallAtWork) -> None:
    number = await in_hand(hall)
    page = await hall.do(CLERK, extend_exception, number, "等银行答复，已电话告知")
    assert page.row.due.day == date(2026, 4, 1)
    with refused("exception.rule.extended"):
        await hall.do(SUPERVISOR, extend_exception, number, "再等等")
    late = await in_hand(hall)
    with refused("exception.rule.other_handler"):
        await hall.do(MATE, extend_exception, late, "不是我的")
    hall.pass_time(hours=24 * 8)
    with refused("exception.rule.extend_late"):
        await hall.do(CLERK, extend_exception, late, "来不及")


async def test_several_departments_answer_for_their_parts_and_one_to_the_person(hall: HallAtWork) -> None:
    number = await in_hand(hall)
    await hall.do(SUPERVISOR, join_exception, number, ELSEWHERE, "核对档案")
    page = await hall.do(SUPERVISOR, join_exception, number, MATE, "查缴费记录")
    assert page.row.supporters == (ELSEWHERE, MATE)
    assert len({part.department for part in page.parts}) == 2
    with refused("exception.rule.parts_open", count=2):
        await hall.do(CLERK, answer_exception, number, "已办")
    await hall.do(ELSEWHERE, answer_exception_part, number, "档案一致")
    with refused("exception.rule.no_part"):
        await hall.do(ELSEWHERE, answer_exception_part, number, "档案一致")
    await hall.do(SUPERVISOR, release_exception_part, number, MATE, "已查到")
    page = await hall.do(CLERK, answer_exception, number, "已办")
    assert [(part.answer, part.released) for part in page.parts] == [("档案一致", False), ("", True)]
    assert [row.supporters for row in (page.row,)] == [()]


async def test_a_negative_answer_needs_a_basis_and_another_to_sign_it(hall: HallAtWork) -> None:
    number = await in_hand(hall)
    with refused("exception.rule.basis"):
        await hall.do(CLERK, deny_exception, number, "不能减免", "")
    await hall.do(CLERK, measure_exception, number, "请示了省厅")
    page = await hall.do(CLERK, deny_exception, number, "不能减免", "税收征管法第三条")
    assert (page.row.state, page.steps[-1].basis) == (S.FOR_SIGN_OFF, "税收征管法第三条")
    page = await hall.do(SUPERVISOR, refuse_exception, number, "依据不对")
    await hall.do(CLERK, deny_exception, number, "不能减免", "税收征管法第三十三条")
    page = await hall.do(SUPERVISOR, sign_off_exception, number, "同意")
    assert page.row.state is S.ANSWERED


async def test_who_proposed_it_does_not_sign_it(hall: HallAtWork) -> None:
    number = (await assigned(hall, SUPERVISOR)).row.number
    await hall.do(SUPERVISOR, take_exception, number)
    await hall.do(SUPERVISOR, deny_exception, number, "不能减免", "税收征管法第三条")
    with refused("exception.rule.sign_off_by_other"):
        await hall.do(SUPERVISOR, sign_off_exception, number)


async def test_the_hall_has_its_own_categories_and_limits(hall: HallAtWork) -> None:
    await set_up(
        hall,
        exception_categories=(Category("tax", "办税"), Category("conduct", "作风")),
        exception_days_simple=2,
    )
    page = await opened(hall, category="tax", level=ExceptionLevel.SIMPLE)
    assert (page.row.category_name, page.row.due.day) == ("办税", date(2026, 3, 20))
    old = (await opened(hall, category="conduct")).row.number
    await set_up(hall, exception_categories=(Category("conduct", "作风", retired=True),))
    with refused("exception.rule.category", category="conduct"):
        await opened(hall, category="conduct")
    kept = await hall.do(SUPERVISOR, triage_exception, old, "conduct", ExceptionLevel.SIMPLE)
    assert (kept.row.category, kept.row.category_name) == ("conduct", "作风")
    moved: ExceptionPage = await opened(hall, category=PAYMENT)
    with refused("exception.rule.category", category="conduct"):
        await hall.do(SUPERVISOR, triage_exception, moved.row.number, "conduct", ExceptionLevel.SIMPLE)


async def test_a_case_whose_handler_left_is_given_to_somebody_else(hall: HallAtWork) -> None:
    number = await in_hand(hall)
    await hall.do(SUPERVISOR, join_exception, number, ELSEWHERE, "核对档案")
    await hall.do(ADMINISTRATOR, disable_staff, CLERK)
    assert (await hall.ports.readers.exception(number)).row.owner_left
    assert await left_open(hall.ports, CLERK) == LeftOpen(exceptions=1, parts=0, follow_ups=0)
    assert await left_open(hall.ports, ELSEWHERE) == LeftOpen(exceptions=0, parts=1, follow_ups=0)
    with refused("exception.rule.say_why"):
        await hall.do(SUPERVISOR, assign_exception, number, MATE)
    page = await hall.do(SUPERVISOR, assign_exception, number, MATE, text="承办人调离")
    assert (page.row.state, page.row.owner, page.row.supporters) == (S.ASSIGNED, MATE, (ELSEWHERE,))
    assert not page.row.owner_left
    assert not (await left_open(hall.ports, CLERK)).any
    await hall.do(MATE, take_exception, number)
    await hall.do(ELSEWHERE, answer_exception_part, number, "档案一致")
    assert (await hall.do(MATE, answer_exception, number, "已办")).row.state is S.ANSWERED


async def test_what_is_in_hand_is_returned_by_its_handler(hall: HallAtWork) -> None:
    number = await in_hand(hall)
    with refused("exception.rule.other_handler"):
        await hall.do(MATE, return_exception, number, "不是我的")
    page = await hall.do(CLERK, return_exception, number, "不属本部门")
    assert (page.row.state, page.row.owner) == (S.TRIAGED, None)


async def test_the_only_supervisor_takes_an_own_negative_answer_back(hall: HallAtWork) -> None:
    number = (await assigned(hall, SUPERVISOR)).row.number
    await hall.do(SUPERVISOR, take_exception, number)
    await hall.do(SUPERVISOR, deny_exception, number, "不能减免", "税收征管法第三条")
    with refused("exception.rule.withdraw_own"):
        await hall.do(CLERK, withdraw_exception, number, "不是我的")
    assert (await hall.do(SUPERVISOR, withdraw_exception, number, "交他人办理")).row.state is S.IN_HAND
    await hall.do(SUPERVISOR, assign_exception, number, CLERK, text="由窗口答复")
    await hall.do(CLERK, take_exception, number)
    await hall.do(CLERK, deny_exception, number, "不能减免", "税收征管法第三条")
    assert (await hall.do(SUPERVISOR, sign_off_exception, number)).row.state is S.ANSWERED


async def test_a_wrong_judgement_is_corrected_and_the_story_tells_both(hall: HallAtWork) -> None:
    number = (await assigned(hall)).row.number
    await hall.do(CLERK, return_exception, number, "不属本部门")
    page = await hall.do(SUPERVISOR, triage_exception, number, "biometrics", ExceptionLevel.COMPLEX, "看错了")
    assert (page.row.category, page.row.level, page.row.state) == (
        "biometrics",
        ExceptionLevel.COMPLEX,
        S.TRIAGED,
    )
    told = [Texts("zh")(judged_words(step.judged)) for step in page.steps if step.judged]
    assert told == [
        "类别 支付/刷卡；难易 一般",
        "类别 支付/刷卡；难易 一般",
        "类别 支付/刷卡 → 生物识别失败；难易 一般 → 复杂",
    ]
