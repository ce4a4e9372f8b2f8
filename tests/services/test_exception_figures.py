"""Figures of exceptions go by the story: what comes afterwards takes nothing from a unit, good or bad."""

from app.domain.exception_figures import ExceptionFigure, ExceptionFigures, ExceptionGrouping
from app.domain.five_ones import Span
from app.ports.exceptions_report import best
from app.services.exception_ledger import behind, exception_figures, report
from app.services.exceptions import (
    answer_exception,
    close_exception,
    follow_up_exception,
    reopen_exception,
    return_exception,
    take_exception,
)
from tests.services.at_work import CLERK, DAY, SUPERVISOR, HallAtWork
from tests.services.test_exceptions import assigned

SPAN = Span(DAY, DAY)
NOBODYS = ""


async def by_unit(hall: HallAtWork) -> dict[str, ExceptionFigures]:
    rows = await exception_figures(hall.ports, SPAN, ExceptionGrouping.DEPARTMENT)
    return {row.key: row.figures for row in rows}


async def code_of(hall: HallAtWork, clerk: str) -> str:
    async with hall.ports.uow() as u:
        return next(d.code for d in await u.hall.departments() if d.id == hall.staff[clerk].department)


async def test_an_answer_and_what_was_said_of_it_stay_with_who_gave_it(hall: HallAtWork) -> None:
    number, unit = (await assigned(hall)).row.number, await code_of(hall, CLERK)
    await hall.do(CLERK, take_exception, number)
    await hall.do(CLERK, answer_exception, number, "已补办")
    await hall.do(SUPERVISOR, follow_up_exception, number, True)
    await hall.do(SUPERVISOR, close_exception, number)
    await hall.do(SUPERVISOR, reopen_exception, number, "又来了")
    figures = await by_unit(hall)
    assert figures[unit] == ExceptionFigures(1, 1, 0.0, 0, reopened=1, asked=1, satisfied=1)
    assert figures[NOBODYS] == ExceptionFigures(1, open=1)
    told = await report(hall.ports, SPAN)
    assert [row.key for row in best(told)] == [unit]
    part = (ExceptionGrouping.DEPARTMENT, unit)
    (row,) = await behind(hall.ports, ExceptionFigure.SATISFIED, SPAN, part)
    assert (row.case.number, row.satisfied) == (number, True)


async def test_what_is_overdue_stays_with_who_had_it_when_the_day_passed(hall: HallAtWork) -> None:
    number, unit = (await assigned(hall)).row.number, await code_of(hall, CLERK)
    hall.pass_time(hours=24 * 8)
    await hall.do(SUPERVISOR, return_exception, number, "不属于该单位")
    figures = await by_unit(hall)
    assert (figures[unit].overdue, figures[unit].open) == (1, 0)
    assert (figures[NOBODYS].overdue, figures[NOBODYS].open) == (0, 1)
    (row,) = await behind(hall.ports, ExceptionFigure.OVERDUE, SPAN, (ExceptionGrouping.DEPARTMENT, unit))
    assert row.case.number == number
    assert not await behind(
        hall.ports, ExceptionFigure.OVERDUE, SPAN, (ExceptionGrouping.DEPARTMENT, NOBODYS)
    )
