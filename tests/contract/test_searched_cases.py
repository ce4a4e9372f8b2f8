"""What similar exceptions are looked for in."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from uuid_utils.compat import uuid7

from app.domain.calendar import Due
from app.domain.exception_case import Channel, Context, ExceptionCase, Step
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel
from app.domain.ids import ExceptionCaseId
from app.ports.rows import SearchedCase
from db import Database
from tests.contract.small_hall import CLERKS

NINE = datetime.fromisoformat("2026-03-18T09:00:00+08:00")
_A = ExceptionAction


def a_case(number: str, minutes: int) -> ExceptionCase:
    at = NINE + timedelta(minutes=minutes)
    first = Step(ExceptionAction.OPEN, ExceptionState.REGISTERED, CLERKS[0].id, at, "刷卡失败")
    return ExceptionCase(
        ExceptionCaseId(uuid7()), number, Channel.DIRECT, ExceptionCategory.PAYMENT, "刷卡失败", date(2026, 3, 18),
        at, ExceptionLevel.SIMPLE, Due(date(2026, 3, 19)), (first,), context=Context(item_code="X", item_name="缴税"),
    )  # fmt: skip


def _answered(case: ExceptionCase, text: str) -> ExceptionCase:
    answer = Step(ExceptionAction.ANSWER, ExceptionState.ANSWERED, CLERKS[0].id, NINE, text)
    return replace(case, state=ExceptionState.ANSWERED, steps=(*case.steps, answer))


async def test_the_latest_cases_come_first_with_their_latest_answers(hall: Database) -> None:
    old, new = a_case("1", 0), a_case("2", 5)
    settled = replace(_answered(_answered(old, "换机"), "换卡"), state=ExceptionState.CLOSED, satisfied=True)
    async with hall.uow() as u:
        await u.exceptions.add(settled)
        await u.exceptions.add(new)
        await u.commit()
    told = SearchedCase("2", "刷卡失败", "缴税", ExceptionCategory.PAYMENT, "", is_open=True)
    past = replace(told, number="1", remedy="换卡", is_open=False, satisfied=True)
    assert await hall.readers.searched_cases(10) == (told, past)
    assert await hall.readers.searched_cases(1) == (told,)


def _went_on(case: ExceptionCase, *steps: tuple[ExceptionAction, str], **changes: object) -> ExceptionCase:
    """The case after further steps; only their order and words matter here."""
    further = (Step(action, case.state, CLERKS[0].id, NINE, text) for action, text in steps)
    return replace(case, steps=(*case.steps, *further), **changes)  # type: ignore[arg-type]


async def test_only_an_answer_that_holds_is_a_remedy(hall: Database) -> None:
    answered, denied = (_A.ANSWER, "换机"), [(_A.DENY, "办不了"), (_A.SIGN_OFF, "同意")]
    stories = {
        "asked": _went_on(a_case("asked", 1), answered, (_A.FOLLOW_UP, ""), satisfied=False),
        "reworked": _went_on(a_case("reworked", 2), answered, (_A.FOLLOW_UP, ""), (_A.REWORK, "")),
        "again": _went_on(a_case("again", 3), answered, (_A.REWORK, ""), (_A.ANSWER, "换卡")),
        "reopened": _went_on(a_case("reopened", 4), answered, (_A.CLOSE, ""), (_A.REOPEN, "")),
        "denied": _went_on(a_case("denied", 5), *denied),
        "proposed": _went_on(a_case("proposed", 6), denied[0]),
        "satisfied": _went_on(a_case("satisfied", 7), answered, (_A.FOLLOW_UP, ""), satisfied=True),
    }
    async with hall.uow() as u:
        for case in stories.values():
            await u.exceptions.add(case)
        await u.commit()
    found = {case.number: (case.remedy, case.is_denial) for case in await hall.readers.searched_cases(10)}
    nothing = ("", False)
    assert found == {
        "asked": nothing,
        "reworked": nothing,
        "again": ("换卡", False),
        "reopened": nothing,
        "denied": ("办不了", True),
        "proposed": nothing,
        "satisfied": ("换机", False),
    }
