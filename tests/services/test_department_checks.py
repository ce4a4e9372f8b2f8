"""Asking other departments whether they have the same, and who may answer for whom."""

from datetime import date

from app.domain.errors import NotFound, NotPermitted
from app.ports.rows import CheckPage
from app.services.department_checks import answer_department_check, start_department_check
from tests.refusals import refused
from tests.services.at_work import CLERK, GUIDE, SUPERVISOR, HallAtWork
from tests.services.test_exception_groups import answered, opened


async def started(hall: HallAtWork, *departments: str) -> CheckPage:
    return await hall.do(SUPERVISOR, start_department_check, await opened(hall), "", departments)


async def own(hall: HallAtWork) -> str:
    async with hall.ports.uow() as u:
        return next(d.code for d in await u.hall.departments() if d.id == hall.staff[CLERK].department)


async def test_all_others_are_asked_about_the_summary(hall: HallAtWork) -> None:
    everybody = {d.code for d in await hall.ports.readers.departments()}
    page = await hall.do(SUPERVISOR, start_department_check, await answered(hall))
    assert {entry.department for entry in page.entries} == everybody - {await own(hall)}
    assert (page.number, page.question, page.due.day) == (
        "筛查〔2026〕0001",
        "缴税刷卡失败",
        date(2026, 3, 25),
    )


async def test_a_clerk_answers_for_the_own_department_only(hall: HallAtWork) -> None:
    mine = await own(hall)
    other = next(d.code for d in await hall.ports.readers.departments() if d.code != mine)
    number = (await started(hall, mine, other)).number
    with refused("department_check.rule.other_department"):
        await hall.do(CLERK, answer_department_check, number, False, "", other)
    page = await hall.do(CLERK, answer_department_check, number, True, "也有一台")
    assert [(e.department, e.found) for e in page.entries] == [(mine, True), (other, None)]
    page = await hall.do(SUPERVISOR, answer_department_check, number, False, "", other)
    assert (page.unanswered, page.found) == (0, 1)
    assert await hall.ports.readers.department_checks() == ()


async def test_what_is_refused(hall: HallAtWork) -> None:
    with refused("staff.rule.no_department", NotFound, department="?"):
        await started(hall, "?")
    with refused("exception.rule.none", NotFound, number="?"):
        await hall.do(SUPERVISOR, start_department_check, "?")
    number = (await started(hall)).number
    with refused("staff.rule.not_permitted", NotPermitted):
        await hall.do(GUIDE, answer_department_check, number, False)
    if hall.staff[SUPERVISOR].department is None:
        with refused("department_check.rule.which"):
            await hall.do(SUPERVISOR, answer_department_check, number, False)
