"""Several stations at once, on the same tickets and counters: nobody waits for ever, nothing is done by halves."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from app.adapters.working_days import PublishedWorkingDays
from app.domain.case import By
from app.domain.case_course import withdraw
from app.domain.document import DocumentKind
from app.domain.errand import Outcome
from app.domain.errors import BadInput, NotPermitted, RuleBroken
from app.domain.ticket_table import OPEN_STATES, TicketState
from app.domain.working_time import WorkingTime
from app.ports.errors import ConcurrentChange
from app.ports.queries import DocumentQuery, TicketQuery
from app.ports.unit_of_work import UnitOfWork
from app.services.call_next import call_next
from app.services.calling import start
from app.services.case_intake import open_case, refuse_case
from app.services.counters import open_counter
from app.services.issue_ticket import ErrandWish, Visitor, issue_ticket
from app.services.link_case import link_case
from app.services.serving import finish, transfer
from app.services.staff import disable_staff
from app.services.tickets import cancel_ticket, count_ticket_reprint, revive_ticket
from db.dialect import POSTGRESQL
from db.unit_of_work import SqlUnitOfWork
from tests.refusals import refused
from tests.services.at_work import (
    ADMINISTRATOR,
    CLERK,
    COUNTER,
    DAY,
    GUIDE,
    HOUSE,
    MATE,
    MATES,
    MORTGAGE,
    TREES,
    HallAtWork,
    clerk_of,
    hall_at_work,
    somebody,
)

STATIONS = 4
_WAITING = text(
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
)
DOCUMENTS = 200


@pytest.fixture
async def stations(hall_url: str, key: Path) -> AsyncIterator[list[HallAtWork]]:
    """The same hall from several stations, each with connections of its own."""
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(hall_at_work(hall_url, key)) for _ in range(STATIONS)]


async def done(order: Awaitable[object]) -> bool:
    """Whether the order was carried out; else a rule forbade it, for somebody was faster."""
    try:
        await order
    except (RuleBroken, NotPermitted):
        return False
    return True


async def until_it_waits(u: UnitOfWork, order: asyncio.Task[bool]) -> None:
    """Until the order is done or waits for a lock of this transaction; on SQLite it does not even begin."""
    assert isinstance(u, SqlUnitOfWork)
    while u._t.dialect is POSTGRESQL and not order.done():
        if (await u._t.execute(_WAITING)).scalar_one():
            return


async def test_one_of_two_clerks_gets_the_counter(stations: list[HallAtWork]) -> None:
    orders = [
        one.do(who, open_counter, COUNTER) for one, who in zip(stations, (CLERK, MATE) * 2, strict=True)
    ]
    assert sorted(await asyncio.gather(*map(done, orders))) == [False, False, True, True]


async def test_a_clerk_at_two_stations_gets_one_counter(stations: list[HallAtWork]) -> None:
    orders = [one.do(CLERK, open_counter, number) for one, number in zip(stations, (2, 3, 4, 5), strict=True)]
    assert sum(await asyncio.gather(*map(done, orders))) == 1


async def test_a_clerk_sits_down_or_is_disabled_but_not_both(stations: list[HallAtWork]) -> None:
    for counter in range(2, 10):
        who = clerk_of(counter)
        sat, disabled = await asyncio.gather(
            done(stations[0].do(who, open_counter, counter)),
            done(stations[1].do(ADMINISTRATOR, disable_staff, who)),
        )
        assert sat is not disabled


async def test_called_or_cancelled_but_not_both(stations: list[HallAtWork]) -> None:
    await stations[0].open(COUNTER)
    for _ in range(8):
        ticket = await stations[0].issue()
        called, cancelled = await asyncio.gather(
            stations[1].do(CLERK, call_next, COUNTER),
            done(stations[2].do(GUIDE, cancel_ticket, ticket.number, "不办了")),
        )
        state = (await stations[3].ticket(ticket.number)).state
        assert (state is TicketState.CANCELLED) is cancelled is (called.ticket is None)
        if called.ticket is not None:
            await stations[1].do(CLERK, start, COUNTER)
            await stations[1].finish()


async def test_no_way_around_the_limit_of_live_tickets(stations: list[HallAtWork]) -> None:
    """Somebody's missed tickets are revived at several desks while another desk issues one more."""
    first, *others = stations
    for serial in range(1, 7):
        person = somebody(serial)
        numbers = [await _no_show(first, person) for _ in others]
        revived = [one.do(GUIDE, revive_ticket, number) for one, number in zip(others, numbers, strict=True)]
        assert sum(await asyncio.gather(*map(done, (*revived, first.issue(visitor=person))))) == 2


async def _no_show(station: HallAtWork, person: Visitor) -> str:
    """A ticket that was called in vain too often."""
    number = (await station.issue(visitor=person)).number
    async with station.ports.uow() as u:
        ticket = await u.tickets.by_number(number, DAY, lock=True)
        await u.tickets.save(replace(ticket, state=TicketState.NO_SHOW))
        await u.commit()
    return number


async def test_two_counters_send_each_other_somebody(stations: list[HallAtWork]) -> None:
    """Each locks its own counter and then the other's: the database ends the embrace, and both are tried again."""
    first, second, *_ = stations
    await first.open(COUNTER, MATES)
    for _ in range(4):
        await first.issue()
    for _ in range(3):
        await first.serve(COUNTER)
        await second.serve(MATES)
        await asyncio.gather(
            first.do(CLERK, transfer, COUNTER, "换窗", to_counter=MATES),
            second.do(MATE, transfer, MATES, "换窗", to_counter=COUNTER),
        )
        first.pass_time(minutes=3)
        second.pass_time(minutes=3)


async def test_a_trip_is_for_a_case_that_is_open_when_it_is_linked(stations: list[HallAtWork]) -> None:
    """Withdrawn elsewhere at that moment it is over: whoever links it waits to know."""
    here, elsewhere = stations[:2]
    await here.served(HOUSE)
    number = (await here.do(CLERK, open_case, HOUSE)).row.number
    async with elsewhere.ports.uow() as u, asyncio.TaskGroup() as orders:
        case = await u.cases.by_number(number, lock=True)
        time = WorkingTime.of(await u.hall.get(), PublishedWorkingDays())
        by = By(elsewhere.staff[MATE].staff, await u.now(), time)
        await u.cases.save(withdraw(case, "不办了", by)[0])
        linking = orders.create_task(done(here.do(CLERK, link_case, COUNTER, number)))
        await until_it_waits(u, linking)
        await u.commit()
    assert not linking.result()


async def test_a_reprint_at_the_desk_does_not_disturb_the_counter(stations: list[HallAtWork]) -> None:
    ticket = await stations[0].served()
    orders = [one.do(GUIDE, count_ticket_reprint, ticket.number) for one in stations[1:]]
    await asyncio.gather(stations[0].finish(Outcome.ACCEPTED), *orders)
    row = await stations[0].ticket(ticket.number)
    assert (row.state, row.reprints, row.errand.outcome) == (TicketState.FINISHED, 3, Outcome.ACCEPTED)


async def test_a_crowded_morning(stations: list[HallAtWork]) -> None:
    """Desks issue and cancel while counters call, finish and send on; at the end everybody is accounted for."""
    await stations[0].open(COUNTER, MATES)
    work = [
        _desk(stations[0], random.Random(1)),
        _desk(stations[1], random.Random(2)),
        _counter(stations[2], COUNTER, MATES),
        _counter(stations[3], MATES, COUNTER),
    ]
    issued = sum(await asyncio.gather(*work))
    rows = await stations[0].ports.readers.tickets(TicketQuery())
    assert len({row.number for row in rows}) == len(rows) == issued
    for row in rows:
        ended = [errand.outcome is not None for errand in row.errands]
        assert all(ended) is (row.state not in OPEN_STATES)


async def _desk(station: HallAtWork, luck: random.Random) -> int:
    """Twelve tickets, some of them cancelled again where nobody called them yet; how many were issued."""
    for _ in range(12):
        wishes = (ErrandWish(HOUSE), ErrandWish(MORTGAGE))[: luck.choice((1, 2))]
        row = await patiently(station, GUIDE, issue_ticket, wishes)
        if luck.random() < 0.3:
            await done(patiently(station, GUIDE, cancel_ticket, row.number, "不办了"))  # type: ignore[attr-defined]
    return 12


async def _counter(station: HallAtWork, counter: int, other: int) -> int:
    """Twelve calls; every third person is sent to the other counter."""
    who = clerk_of(counter)
    for turn in range(12):
        called = await patiently(station, who, call_next, counter)
        if called.ticket is None:  # type: ignore[attr-defined]
            continue
        await patiently(station, who, start, counter)
        if turn % 3 == 2:
            await patiently(station, who, transfer, counter, "换窗", to_counter=other)
        else:
            await patiently(station, who, finish, counter, Outcome.ACCEPTED)
    return 0


async def patiently(
    station: HallAtWork, who: str, use_case: object, *args: object, **kwargs: object
) -> object:
    """An order that is given again when others held its rows for too long, as a station does."""
    command = station.command(who)
    while True:
        try:
            return await use_case(station.ports, command, *args, **kwargs)  # type: ignore[operator]
        except ConcurrentChange:
            continue


async def test_two_hundred_documents_at_once_leave_no_gap_and_no_duplicate(
    stations: list[HallAtWork],
) -> None:
    """Every fifth order fails after it took its number, for its reason cannot be printed, and gives it back."""
    reasons = ["\u0378" if order % 5 == 4 else "不属本机关" for order in range(DOCUMENTS * 5 // 4)]

    async def refusals(station: HallAtWork, own: list[str]) -> None:
        for reason in own:
            case = (await station.do(CLERK, open_case, TREES)).row.number
            refuse = station.do(CLERK, refuse_case, case, reason)
            if reason.isprintable():
                await refuse
            else:
                with refused("paper.error.unprintable", BadInput):
                    await refuse

    await asyncio.gather(
        *(refusals(station, reasons[first::STATIONS]) for first, station in enumerate(stations))
    )
    query = DocumentQuery(kind=DocumentKind.REFUSAL, limit=DOCUMENTS * 2)
    numbers = [row.number for row in await stations[0].ports.readers.documents(query)]
    assert len(numbers) == DOCUMENTS
    assert {number[-5:-1] for number in numbers} == {f"{n:04d}" for n in range(1, DOCUMENTS + 1)}
