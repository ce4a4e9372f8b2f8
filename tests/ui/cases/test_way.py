"""The way in the head of a case shows what happened, and what is still ahead of it."""

from app.domain.case_parts import Procedure
from app.domain.case_table import PATH, CaseState
from app.domain.errand import Outcome
from app.ports.queries import CaseQuery
from app.ports.rows import CasePage
from app.services import case_clock, case_intake, case_progress
from app.services.serving import undo_finish
from tests.services.at_work import CLERK, COUNTER, HallAtWork
from tests.ui.cases.scenes import accepted, opened, pledged, told
from ui.cases.way import way_of

_S = CaseState


async def page(hall: HallAtWork, number: str) -> CasePage:
    """The case as it stands."""
    return await hall.ports.readers.case(number)


async def test_an_open_case_has_the_ordinary_way_ahead(hall: HallAtWork) -> None:
    number = await opened(hall)
    assert way_of(await page(hall, number)) == (PATH, 0)
    await told(hall, number)
    assert way_of(await page(hall, number)) == (PATH, 0)
    suspended = await accepted(hall)
    await hall.do(CLERK, case_progress.suspend_case, suspended, Procedure.HEARING, 10)
    assert way_of(await page(hall, suspended)) == (PATH, 1)


async def test_refused_and_withdrawn_have_nothing_ahead(hall: HallAtWork) -> None:
    refused, withdrawn = await opened(hall), await accepted(hall)
    await hall.do(CLERK, case_intake.refuse_case, refused, "不属本机关")
    await hall.do(CLERK, case_progress.withdraw_case, withdrawn)
    assert way_of(await page(hall, refused)) == ((_S.RECEIVED, _S.REFUSED), 2)
    assert way_of(await page(hall, withdrawn)) == ((_S.RECEIVED, _S.ACCEPTED, _S.WITHDRAWN), 3)


async def test_what_was_taken_back_is_ahead_again(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await hall.finish(Outcome.REFUSED)
    (case,) = await hall.ports.readers.cases(CaseQuery(open_only=False))
    assert way_of(await page(hall, case.number)) == ((_S.RECEIVED, _S.REFUSED), 2)
    await hall.do(CLERK, undo_finish, COUNTER, ticket.number)
    assert way_of(await page(hall, case.number)) == (PATH, 0)


async def test_what_the_calendar_ended_only_goes_on_file(hall: HallAtWork) -> None:
    number = await pledged(hall)
    assert number is not None
    hall.pass_time(hours=24 * 2)
    await case_clock.sweep_what_lapsed(hall.ports)
    ended = (_S.RECEIVED, _S.ACCEPTED, _S.ENDED, _S.ARCHIVED)
    assert way_of(await page(hall, number)) == (ended, 2)
    await hall.do(CLERK, case_progress.archive_case, number)
    assert way_of(await page(hall, number)) == (ended, 4)
