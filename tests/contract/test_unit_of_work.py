"""One transaction for one use case."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, text

from app.domain.errors import NotFound
from app.domain.events import Event, Topic
from app.domain.ids import CommandId
from app.domain.ticket import Ticket
from app.domain.ticket_table import TicketAction
from app.ports.errors import ConcurrentChange
from app.ports.rows import DepartmentRow
from db import ClockOffset, Database, open_database
from db.dialect import POSTGRESQL
from db.tables import audit_entries
from db.unit_of_work import SqlUnitOfWork
from tests.contract.small_hall import (
    ACTOR,
    CLERKS,
    COUNTERS,
    HALL,
    A,
    call,
    issue,
    new_ticket,
    open_counter,
    set_up,
)
from tests.refusals import refused

_WAITING = text(
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
)


@pytest.fixture
async def elsewhere(hall: Database, database: str) -> AsyncIterator[Database]:
    """The same hall, from another station."""
    opened = await open_database(database, "elsewhere")
    yield opened
    await opened.close()


async def test_leaving_without_a_commit_undoes_everything(hall: Database) -> None:
    async with hall.uow() as u:
        ticket = await new_ticket(u)
        u.record(ACTOR, Event(Topic.TICKETS, TicketAction.ISSUE, ticket.id))
    async with hall.uow() as u:
        with pytest.raises(NotFound):
            await u.tickets.get(ticket.id)
        assert (await u.lines.allocate(A.id, ticket.day)).sequence == 1
        assert list(await u._t.execute(select(audit_entries.c.seq))) == []


async def test_an_error_undoes_everything_and_is_not_hidden(hall: Database) -> None:
    ticket = None

    async def fails() -> None:
        nonlocal ticket
        async with hall.uow() as u:
            ticket = await new_ticket(u)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fails()
    assert ticket is not None
    async with hall.uow() as u:
        with pytest.raises(NotFound):
            await u.tickets.get(ticket.id)


async def test_a_stale_version_is_not_saved(hall: Database, elsewhere: Database) -> None:
    stale = await issue(hall)
    async with elsewhere.uow() as u:
        changed, _ = (await u.tickets.get(stale.id)).reprint()
        await u.tickets.save(changed)
        await u.commit()
    async with hall.uow() as u:
        with refused("database.rule.changed", ConcurrentChange):
            await u.tickets.save(replace(stale, note="x"))
    async with hall.uow() as u:
        await u.tickets.get(stale.id)
        with refused("database.rule.changed", ConcurrentChange):
            await u.tickets.save(replace(stale, note="x"))


async def test_the_same_command_twice_is_carried_out_once(hall: Database, elsewhere: Database) -> None:
    command, row = CommandId(ACTOR.staff), DepartmentRow("NY", "x", None)
    async with hall.uow() as u:
        assert await u.commands.find(command, ACTOR.staff, "made", DepartmentRow) is None
        await u.commands.keep(command, ACTOR.staff, "made", row)
        await u.commit()
    async with elsewhere.uow() as u:
        await u.commands.keep(command, ACTOR.staff, "made", replace(row, name="y"))
        with refused("database.rule.changed", ConcurrentChange):
            await u.commit()
    async with elsewhere.uow() as u:
        assert await u.commands.find(command, ACTOR.staff, "made", DepartmentRow) == row


async def test_what_happened_is_written_down(hall: Database) -> None:
    ticket = await issue(hall)
    async with hall.uow() as u:
        entries = (await u._t.execute(select(audit_entries).order_by(audit_entries.c.seq))).all()
    [entry] = entries
    assert (entry.hall_id, entry.actor_id, entry.actor_number, entry.role) == (
        HALL.id,
        ACTOR.staff,
        "0101",
        "clerk",
    )
    assert (entry.station, entry.origin) == ("counter 1", "here")
    assert (entry.topic, entry.action, entry.subject) == ("tickets", "issue", ticket.id)
    assert entry.facts == {"number": ticket.number}
    assert entry.at == ticket.came


async def test_numbers_and_times_agree(hall: Database, elsewhere: Database) -> None:
    issued = await asyncio.gather(*(issue(station) for _ in range(15) for station in (hall, elsewhere)))
    in_order = sorted(issued, key=lambda ticket: ticket.number)
    assert [ticket.number for ticket in in_order] == [f"A{n:03d}" for n in range(1, 31)]
    times = [ticket.came for ticket in in_order]
    assert times == sorted(set(times))


async def until_somebody_waits(u: SqlUnitOfWork) -> None:
    """Until another transaction waits for a lock of this one; on SQLite nobody else even begins."""
    while u._t.dialect is POSTGRESQL and not (await u._t.execute(_WAITING)).scalar_one():
        pass


async def test_now_is_told_after_the_lock(hall: Database, elsewhere: Database) -> None:
    """Whoever waits for a lock must not be given a time from before the other's commit."""

    async def second() -> datetime:
        async with elsewhere.uow() as u:
            await u.counters.by_number(1, lock=True)
            return await u.now()

    async with hall.uow() as u, asyncio.TaskGroup() as stations:
        await u.counters.by_number(1, lock=True)
        told = stations.create_task(second())
        await until_somebody_waits(u)
        before = (await new_ticket(u)).came
        await u.commit()
    assert told.result() > before


async def test_the_clock_can_be_shifted(database: str) -> None:
    offset = ClockOffset()
    hall = await open_database(database, "demo", offset=offset)
    try:
        await set_up(hall)
        before = (await issue(hall)).came
        offset.value = timedelta(hours=3)
        after = await issue(hall)
        assert timedelta(hours=3) < after.came - before < timedelta(hours=3, minutes=1)
        async with hall.uow() as u:
            assert await u.now() > after.came
        assert (await hall.readers.hall()).now > after.came
    finally:
        await hall.close()


async def test_a_released_lock_lets_the_next_in(hall: Database, elsewhere: Database) -> None:
    await open_counter(hall)
    await issue(hall)
    counter = COUNTERS[0]
    called = await asyncio.gather(
        *(call(station, counter) for station in (hall, elsewhere)), return_exceptions=True
    )
    tickets = [one for one in called if not isinstance(one, BaseException) and one is not None]
    assert len(tickets) == 1


async def test_a_lock_is_not_waited_for_forever(hall: Database, elsewhere: Database) -> None:
    async with hall.uow() as u:
        await u.staff.by_number("0101", lock=True)
        with refused("database.rule.busy", ConcurrentChange):
            async with elsewhere.uow() as other:
                await other.staff.by_number(CLERKS[0].number, lock=True)


async def test_children_are_as_new_as_the_root_that_was_waited_for(
    hall: Database, elsewhere: Database
) -> None:
    ticket = await issue(hall)

    async def second() -> Ticket:
        async with elsewhere.uow() as u:
            return await u.tickets.by_number(ticket.number, ticket.day, lock=True)

    async with hall.uow() as u, asyncio.TaskGroup() as stations:
        locked = await u.tickets.by_number(ticket.number, ticket.day, lock=True)
        seen = stations.create_task(second())
        await until_somebody_waits(u)
        errand = replace(locked.errands[0], brought=frozenset({1}))
        await u.tickets.save(replace(locked, errands=(errand,), note="x"))
        await u.commit()
    assert seen.result() == replace(locked, errands=(errand,), note="x", version=2)
