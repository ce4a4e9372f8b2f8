"""What stands at a counter when the business day changes, and what happens on the stroke of twelve."""

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

from app.domain.errand import Outcome
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.judgement import Judgement, ShortcomingKind, Verdict
from app.domain.ticket_table import TicketState
from app.services.call_next import call_next
from app.services.calling import recall, release
from app.services.holding import abandon, hold, requeue, resume
from app.services.notices import issue_notice
from app.services.open_exception import open_exception
from app.services.serving import transfer, undo_finish
from tests.refusals import refused
from tests.services.at_work import CLERK, COUNTER, DAY, HOUSE, PASSPORT, HallAtWork, somebody

OTHER = ExceptionCategory.OTHER
TOMORROW = DAY + timedelta(days=1)


async def test_whoever_is_served_is_served_to_the_end(hall: HallAtWork) -> None:
    ticket = await hall.served(visitor=somebody())
    hall.pass_time(hours=16)
    again = await hall.issue()
    assert (again.number, again.day) == (ticket.number, TOMORROW)
    assert (await hall.call()).day == DAY
    materials = (await hall.ports.readers.item(HOUSE)).materials_for(None)
    told = tuple(Judgement(m.number, Verdict.WRONG, ShortcomingKind.EXPIRED) for m in materials)
    notice = await hall.do(CLERK, issue_notice, ticket.number, HOUSE, told)
    assert (await hall.ports.readers.counter_desk(COUNTER)).notices == (notice,)
    page = await hall.do(CLERK, open_exception, "办不成", OTHER, Channel.COUNTER, ticket=ticket.number)
    assert page.name == "张*"
    done = await hall.finish(Outcome.NOTIFIED)
    assert (done.state, done.day) == (TicketState.FINISHED, DAY)
    assert (await hall.call()).day == TOMORROW


async def test_whoever_is_held_is_taken_up_again(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await hall.do(CLERK, hold, COUNTER, "去复印")
    hall.pass_time(hours=16)
    await hall.issue()
    back = await hall.do(CLERK, resume, COUNTER, ticket.number)
    assert (back.state, back.day) == (TicketState.SERVING, DAY)


async def test_whoever_is_held_and_gone_is_ended(hall: HallAtWork) -> None:
    ticket = await hall.served()
    await hall.do(CLERK, hold, COUNTER)
    hall.pass_time(hours=16)
    with refused("ticket.rule.day_over", day=DAY):
        await hall.do(CLERK, requeue, COUNTER, ticket.number)
    gone = await hall.do(CLERK, abandon, COUNTER, ticket.number)
    assert (gone.state, gone.day) == (TicketState.CANCELLED, DAY)


async def test_a_finish_before_midnight_is_taken_back_after_it(hall: HallAtWork) -> None:
    ticket = await hall.served()
    hall.pass_time(hours=14, minutes=58)
    await hall.finish()
    hall.pass_time(minutes=4)
    again = await hall.issue()
    assert (again.number, again.day) == (ticket.number, TOMORROW)
    undoable = (await hall.ports.readers.counter_desk(COUNTER)).undoable
    assert undoable is not None
    assert (undoable.number, undoable.day) == (ticket.number, DAY)
    back = await hall.do(CLERK, undo_finish, COUNTER, ticket.number)
    assert (back.state, back.day) == (TicketState.SERVING, DAY)


async def test_a_finish_of_yesterday_is_too_late_a_day_later(hall: HallAtWork) -> None:
    await hall.served()
    await hall.finish()
    hall.pass_time(hours=24)
    with refused("counter.rule.nothing_to_undo"):
        await hall.do(CLERK, undo_finish, COUNTER)


async def test_nobody_goes_back_into_a_line_of_yesterday(hall: HallAtWork) -> None:
    await hall.issue()
    await hall.open(COUNTER)
    await hall.call()
    hall.pass_time(hours=16)
    with refused("ticket.rule.day_over", day=DAY):
        await hall.do(CLERK, release, COUNTER)
    with refused("ticket.rule.day_over"):
        await hall.do(CLERK, transfer, COUNTER, "原因", line="C")
    await hall.do(CLERK, recall, COUNTER)
    assert (await hall.do(CLERK, abandon, COUNTER)).state is TicketState.CANCELLED


async def test_further_errands_need_a_number_of_the_new_day(hall: HallAtWork) -> None:
    await hall.served(HOUSE, PASSPORT)
    hall.pass_time(hours=16)
    done = await hall.finish(Outcome.ACCEPTED)
    assert (done.state, [e.outcome for e in done.errands]) == (
        TicketState.FINISHED,
        [Outcome.ACCEPTED, Outcome.LEFT],
    )
    back = await hall.do(CLERK, undo_finish, COUNTER)
    assert (back.errand.item, [e.outcome for e in back.errands]) == (HOUSE, [None, Outcome.LEFT])
    refused_now = await hall.finish(Outcome.REFUSED)
    assert [e.outcome for e in refused_now.errands] == [Outcome.REFUSED, Outcome.LEFT]


async def test_who_waited_yesterday_is_not_called_today(hall: HallAtWork) -> None:
    await hall.issue()
    hall.pass_time(hours=16)
    await hall.open(COUNTER)
    assert (await hall.do(CLERK, call_next, COUNTER)).ticket is None


async def test_a_number_asked_for_before_midnight_and_given_after_it_is_of_the_new_day(
    hall: HallAtWork,
) -> None:
    """The line's lock is held until the day has changed; numbers and days agree all the same."""
    async with hall.ports.uow() as u:
        line = (await u.lines.by_prefix("A")).id
        now = await u.now()
        midnight = (now.astimezone(ZoneInfo("Asia/Shanghai")) + timedelta(days=1)).replace(
            hour=0, minute=0, second=0, microsecond=0
        )
    hall.clock.value += midnight - now - timedelta(milliseconds=300)
    async with asyncio.TaskGroup() as people, hall.ports.uow() as u:
        await u.lines.allocate(line, DAY)
        asked = people.create_task(hall.issue())
        while (await hall.ports.readers.hall()).day == DAY:
            pass
        await u.commit()
    row = asked.result()
    assert (row.number, row.day) == ("A001", TOMORROW)
    assert row.issued_at >= midnight
