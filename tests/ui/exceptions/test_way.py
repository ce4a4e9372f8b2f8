"""The way in the head of a case shows what happened, and what is still ahead."""

from app.domain.exception_table import PATH, ExceptionState
from app.services.exceptions import follow_up_exception
from app.services.issue_ticket import ANYBODY, Visitor
from tests.ui.exceptions.hall import CITIZEN, SUPERVISOR, HallAtWork
from ui.exceptions.view_head import _way


async def _answered(hall: HallAtWork, visitor: Visitor) -> str:
    number = await hall.open("办不成", visitor=visitor)
    await hall.triage(number)
    await hall.assign(number)
    await hall.take(number)
    assert _way(await hall.answer(number)) == PATH
    return number


async def test_nobody_follows_up_where_nobody_can_be_asked(hall: HallAtWork) -> None:
    number = await _answered(hall, ANYBODY)
    assert ExceptionState.FOLLOWED_UP not in _way(await hall.close(number))


async def test_what_was_followed_up_is_shown_as_such(hall: HallAtWork) -> None:
    number = await _answered(hall, CITIZEN)
    await follow_up_exception(hall.hall.ports, await hall.order(SUPERVISOR), number, True)
    assert _way(await hall.close(number)) == PATH
