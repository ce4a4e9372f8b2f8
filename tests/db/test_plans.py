"""Past days cost nothing: what is asked for at every call goes by an index, however many tickets there were."""

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ClauseElement

from app.domain.five_ones import Figure, Grouping
from db import Database, open_database
from db.dialect import POSTGRESQL, SQLITE
from db.postgresql import Server
from db.reads.board import _CALLS
from db.reads.counter_desk import _FIGURES, _HERE, _QUEUE, _VISITS
from db.reads.counters import _ALL as _COUNTERS
from db.reads.five_ones import _grouped
from db.reads.guide_desk import _NO_SHOWS, _RECENT, _USUAL
from db.reads.lines import _WAITING
from db.reads.service_times import _OF_LINES
from db.reads.tickets import _ONE
from db.repositories.tickets import _CLAIM, _LAST_FINISHED, _LIVE_AT
from db.url import parse_url
from tests.contract.small_hall import COUNTERS, HALL, ITEMS, A, issue, open_counter, set_up

PAST = 20_000
_IN_FULL = {"render_postcompile": True}

ASKED: dict[str, ClauseElement] = {
    "board": _CALLS,
    "claim": _CLAIM,
    "counters": _COUNTERS,
    "figures": _FIGURES,
    "last finished": _LAST_FINISHED,
    "here": _HERE,
    "live": _LIVE_AT,
    "missed": _NO_SHOWS,
    "one": _ONE,
    "queue": _QUEUE,
    "recent": _RECENT,
    "service times": _OF_LINES,
    "usual items": _USUAL,
    "visits": _VISITS,
    "waiting": _WAITING,
}

_POSTGRESQL_PAST = """
INSERT INTO tickets (id, hall_id, day, number, line_id, came, line_at, priority, state, since, counter_id, calls,
    called_at, misses, reprints, is_test, version)
SELECT gen_random_uuid(), :hall, current_date - 1 - (n % 300), 'A' || n, :line, now(), now(), 'ordinary', 'finished',
    now(), :counter, 1, now(), 0, 0, false, 1
FROM generate_series(1, :past) AS n
"""
_POSTGRESQL_ERRANDS = """
INSERT INTO errands (id, ticket_id, position, item_id, item_code, line_id, outcome, counter_id, started_at,
    finished_at, moved)
SELECT gen_random_uuid(), id, 0, :item, 'IT1', line_id, 'completed', counter_id,
    came - interval '2 days', came - interval '2 days', false
FROM tickets WHERE state = 'finished'
"""
_SQLITE_PAST = """
WITH RECURSIVE series (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < :past)
INSERT INTO tickets (id, hall_id, day, number, line_id, came, line_at, priority, state, since, counter_id, calls,
    called_at, misses, reprints, is_test, version)
SELECT lower(hex(randomblob(16))), :hall, date('now', (-1 - n % 300) || ' days'), 'A' || n, :line, 0, 0, 'ordinary',
    'finished', 0, :counter, 1, 0, 0, 0, 0, 1
FROM series
"""
_SQLITE_ERRANDS = """
INSERT INTO errands (id, ticket_id, position, item_id, item_code, line_id, outcome, counter_id, started_at,
    finished_at, moved)
SELECT lower(hex(randomblob(16))), id, 0, :item, 'IT1', line_id, 'completed', counter_id, 0, 0, 0
FROM tickets WHERE state = 'finished'
"""


@pytest.fixture
async def old_hall(database: str) -> AsyncIterator[Database]:
    """A hall with many past tickets and three of today."""
    hall = await open_database(database, "here")
    try:
        await set_up(hall)
        await open_counter(hall)
        async with hall.uow() as u:
            on_postgresql = u._t.dialect is POSTGRESQL
            past = (
                (_POSTGRESQL_PAST, _POSTGRESQL_ERRANDS) if on_postgresql else (_SQLITE_PAST, _SQLITE_ERRANDS)
            )
            keys = {"hall": HALL.id, "line": A.id, "counter": COUNTERS[0].id, "item": ITEMS[0].id}
            values = keys if on_postgresql else {name: key.hex for name, key in keys.items()}
            if on_postgresql:
                await u._t.execute(text("SET LOCAL statement_timeout = 0"))
            for statement in past:
                names = text(statement).compile().params
                await u._t.execute(
                    text(statement), {n: v for n, v in (values | {"past": PAST}).items() if n in names}
                )
            await u._t.execute(text("ANALYZE"))
            await u.commit()
        for _ in range(3):
            await issue(hall)
        yield hall
    finally:
        await hall.close()


async def _plan(url: str, statement: ClauseElement) -> str:
    """How the database goes about a statement without knowing its parameters, as it does from the sixth time on."""
    if not url.startswith("postgresql"):
        return _plan_on_sqlite(url, statement)
    connection = await Server(parse_url(url), "plans").connect()
    compiled = statement.compile(dialect=postgresql.asyncpg.dialect(), compile_kwargs=_IN_FULL)
    try:
        await connection.execute(f"SET plan_cache_mode = force_generic_plan; PREPARE asked AS {compiled}")
        nothing = f"({', '.join(['NULL'] * len(compiled.positiontup))})" if compiled.positiontup else ""
        return "\n".join(row[0] for row in await connection.fetch(f"EXPLAIN EXECUTE asked {nothing}"))
    finally:
        await connection.close()


def _plan_on_sqlite(url: str, statement: ClauseElement) -> str:
    compiled = statement.compile(dialect=sqlite.dialect(), compile_kwargs=_IN_FULL)
    with closing(sqlite3.connect(url.removeprefix("sqlite+aiosqlite:///"))) as connection:
        connection.create_function("clock_timestamp", 0, int)
        nothing = [None] * len(compiled.positiontup)
        return "\n".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {compiled}", nothing))


@pytest.mark.usefixtures("old_hall")
async def test_past_days_are_not_looked_through(database: str) -> None:
    plans = {name: await _plan(database, statement) for name, statement in ASKED.items()}
    # What is usual is read off the latest tickets, backwards along the key, and stops early.
    assert not re.search(
        r"Seq Scan on (tickets|errands)|SCAN (tickets|errands)$", plans.pop("usual items"), re.M
    )
    everything = re.compile(r"Seq Scan on (tickets|errands)|SCAN (tickets|errands|finished)\b")
    assert {name: plan for name, plan in plans.items() if everything.search(plan)} == {}
    assert "ix_tickets_waiting" in plans["claim"]


@pytest.mark.usefixtures("old_hall")
async def test_figures_of_a_month_look_at_that_month(database: str) -> None:
    dialect = POSTGRESQL if database.startswith("postgresql") else SQLITE
    everything = re.compile(r"Seq Scan on (tickets|errands)|SCAN (tickets|errands)\b")
    for figure in Figure:
        asked = _grouped(figure, Grouping.HALL, dialect).params(first=None, last=None, days=None)
        plan = await _plan(database, asked)
        assert not everything.search(plan), f"{figure}: {plan}"
