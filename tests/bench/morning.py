"""A hall in the middle of a morning: people wait in every line, and many days lie behind."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import asyncpg
from sqlalchemy import select

from app.bootstrap import open_hall
from app.domain.errand import Outcome
from app.domain.line import number_text
from app.domain.staff import Actor
from app.domain.ticket_table import TicketState
from app.services.call_next import call_next
from app.services.calling import start
from app.services.issue_ticket import ErrandWish, Visitor, issue_ticket
from app.services.serving import finish
from app.services.use_case import Ports
from db.tables import line_items, lines, tickets
from tests.bench.hall import (
    CALLERS,
    CALLS,
    GUIDE,
    PREFIXES,
    actors,
    clerk_number,
    command,
    connected,
    counter_of,
)
from tests.bench.multiply import Copy, Trail, add, trail_of

TICKETS_A_DAY = 400

_VISITOR = Visitor("张青青", "11010519491231002X", "13800138000")


async def make_morning(url: str, key_file: Path) -> None:
    """One person served in each line, and as many waiting as its caller has counters."""
    staff = await actors(url)
    async with open_hall(url, key_file, "morning", "zh") as hall:
        for caller, item in enumerate(await _items(url)):
            await _serve_one(hall.ports, staff, caller, item)
    async with connected(url) as connection:
        first = await _trails(url, TicketState.WAITING)
        await add(connection, _people_behind(first))
    await settle(url)


async def add_past(url: str, count: int) -> None:
    """So many served tickets of earlier days, copies of those served today."""
    served = await _trails(url, TicketState.FINISHED)
    async with connected(url) as connection:
        await add(connection, _earlier(served, count))
    await settle(url)


async def settle(url: str) -> None:
    """After many rows at once: what PostgreSQL would get round to by itself in the course of days."""
    if url.startswith("sqlite"):
        return
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    await connection.execute("VACUUM (ANALYZE)")
    await connection.execute("CHECKPOINT")
    await connection.close()


async def _items(url: str) -> Sequence[str]:
    """An item of each line, by prefix."""
    first = (
        select(lines.c.prefix, line_items.c.item_code)
        .join(line_items, line_items.c.line_id == lines.c.id)
        .order_by(lines.c.prefix, line_items.c.item_code.desc())
    )
    async with connected(url) as connection:
        items = {row.prefix: row.item_code for row in await connection.execute(first)}
    return list(items.values())


async def _serve_one(ports: Ports, staff: Mapping[str, Actor], caller: int, item: str) -> None:
    """Issue two tickets; call, start and finish the first one."""
    counter = counter_of(caller, 0)
    clerk = staff[clerk_number(counter)]
    for _ in range(2):
        await issue_ticket(ports, command(staff[GUIDE]), (ErrandWish(item),), _VISITOR)
    await call_next(ports, command(clerk), counter)
    await start(ports, command(clerk), counter)
    await finish(ports, command(clerk), counter, Outcome.COMPLETED)


async def _trails(url: str, state: TicketState) -> list[Trail]:
    """Of today's tickets in a state, by number."""
    chosen = select(tickets.c.id).where(tickets.c.state == state.value).order_by(tickets.c.number)
    async with connected(url) as connection:
        return [await trail_of(connection, key) for key in (await connection.execute(chosen)).scalars().all()]


def _people_behind(first: Sequence[Trail]) -> Iterator[Copy]:
    for place in range(1, CALLS):
        for prefix, trail in zip(PREFIXES, first, strict=True):
            yield trail.copy(number_text(prefix, 2 + place), timedelta(seconds=CALLS - place))


def _earlier(served: Sequence[Trail], count: int) -> Iterator[Copy]:
    """The oldest first, as they were written."""
    for left in range(count, 0, -1):
        day, place = divmod(left, TICKETS_A_DAY)
        line = place % CALLERS
        number = number_text(PREFIXES[line], 1 + place // CALLERS)
        yield served[line].copy(number, timedelta(days=1 + day, seconds=place))
