"""The hall that is measured: sixteen lines, and a counter with its clerk for every single call."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from string import ascii_uppercase

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from uuid_utils.compat import uuid7

from app.bootstrap import init_database, open_hall
from app.domain.counter import CounterState
from app.domain.hall import ALWAYS_OPEN
from app.domain.hall_file import CounterEntry, CounterLine, HallFile, LineEntry, StaffEntry
from app.domain.ids import CommandId, StaffId
from app.domain.staff import Actor, Role
from app.exchange.catalogue import read_catalogue
from app.exchange.hall import read_hall
from app.services.set_up_hall import INSTALLER, set_up_hall
from app.services.use_case import Command
from db.tables import counters, staff
from db.url import parse_url
from resources import resource

CALLERS = 16
"""Stations that call. Each has a line of its own, so that what one calls never depends on the others."""

CALLS = 45
"""What each can call. A counter takes one call: freeing it for the next one would be measured too."""

PREFIXES = ascii_uppercase[:CALLERS]
GUIDE = "0002"


def counter_of(caller: int, call: int) -> int:
    """The number of the counter for the n-th call of a caller, both from 0."""
    return 1 + caller + CALLERS * call


def command(actor: Actor) -> Command:
    """A fresh command."""
    return Command(CommandId(uuid7()), actor)


async def make_hall(url: str, key_file: Path) -> None:
    """Set the hall up with every counter open."""
    catalogue = read_catalogue(resource("catalogue", "catalogue.json"))
    await init_database(url, key_file)
    async with open_hall(url, key_file, "set-up", "zh") as hall:
        file = _hall_file([item.code for item in catalogue.items])
        await set_up_hall(hall.ports, command(INSTALLER), file, catalogue)
    async with connected(url) as connection:
        await _seat_clerks(connection)


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[AsyncConnection]:
    """A connection in a transaction that is committed at the end of the block, however long it takes."""
    engine = create_async_engine(parse_url(url))
    try:
        async with engine.begin() as connection:
            yield connection
    finally:
        await engine.dispose()


async def actors(url: str) -> Mapping[str, Actor]:
    """Everybody who works in the hall, by staff number; the clerk of counter n is 10000 + n."""
    async with connected(url) as connection:
        rows = await connection.execute(select(staff.c.id, staff.c.number, staff.c.name, staff.c.role))
        return {row.number: Actor(StaffId(row.id), row.number, row.name, Role(row.role)) for row in rows}


def clerk_number(counter: int) -> str:
    """The staff number of the clerk at a counter."""
    return str(10000 + counter)


def _hall_file(items: Sequence[str]) -> HallFile:
    numbers = [counter_of(caller, call) for call in range(CALLS) for caller in range(CALLERS)]
    return replace(
        read_hall(resource("hall", "sample.json")),
        opening_hours=ALWAYS_OPEN,
        lines=tuple(
            LineEntry(prefix, f"{prefix} 队", None, tuple(items[n::CALLERS]))
            for n, prefix in enumerate(PREFIXES)
        ),
        counters=tuple(
            CounterEntry(n, "窗口", None, None, (CounterLine(PREFIXES[(n - 1) % CALLERS]),)) for n in numbers
        ),
        staff=(
            StaffEntry("0001", "刘明远", Role.ADMINISTRATOR, password="sample"),
            StaffEntry(GUIDE, "周晓岚", Role.GUIDE),
            *(StaffEntry(clerk_number(n), "郑小文", Role.CLERK) for n in numbers),
        ),
    )


async def _seat_clerks(connection: AsyncConnection) -> None:
    """Open every counter with its own clerk, as so many use cases would."""
    numbers = (await connection.execute(select(counters.c.number))).scalars()
    keys = {row.number: row.id for row in await connection.execute(select(staff.c.number, staff.c.id))}
    seat = (
        update(counters)
        .where(counters.c.number == bindparam("counter"))
        .values(state=CounterState.OPEN.value, clerk_id=bindparam("clerk"))
    )
    await connection.execute(seat, [{"counter": n, "clerk": keys[clerk_number(n)]} for n in numbers])
