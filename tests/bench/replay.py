"""Recorded calls sent again: through bare asyncpg, and through SQLAlchemy with nothing of ours around it."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import asyncpg

from db.engine import make_engine
from db.url import parse_url
from tests.bench.hall import CALLS
from tests.bench.recording import Sent

Call = Callable[[int, int], Awaitable[None]]
"""Carries out the n-th call of a caller."""

Trace = Sequence[Sequence[Sequence[Sent]]]
"""The statements of every call of every caller."""


@asynccontextmanager
async def through_asyncpg(url: str, trace: Trace) -> AsyncIterator[Call]:
    """Each caller on a connection of its own, every statement prepared beforehand.

    Raises:
        RuntimeError: they did not call as many tickets as there were calls.
    """
    async with AsyncExitStack() as stack:
        callers = [await _prepared(stack, url, calls) for calls in trace]

        async def call(caller: int, number: int) -> None:
            connection, statements = callers[caller]
            async with connection.transaction():
                for statement, parameters in trace[caller][number]:
                    await statements[statement].fetch(*parameters)

        yield call
        called = await callers[0][0].fetchval("SELECT count(*) FROM tickets WHERE state = 'called'")
        if called != len(trace) * CALLS:
            raise RuntimeError(f"{called} tickets were called")


@asynccontextmanager
async def through_sqlalchemy(url: str, trace: Trace) -> AsyncIterator[Call]:
    """Each caller with an engine of its own, as a station has it."""
    async with AsyncExitStack() as stack:
        engines = [make_engine(parse_url(url)) for _ in trace]
        for engine in engines:
            stack.push_async_callback(engine.dispose)

        async def call(caller: int, number: int) -> None:
            async with engines[caller].connect() as connection:
                for statement, parameters in trace[caller][number]:
                    result = await connection.exec_driver_sql(statement, tuple(parameters))
                    if result.returns_rows:
                        result.all()
                await connection.commit()

        yield call


async def _prepared(
    stack: AsyncExitStack, url: str, calls: Sequence[Sequence[Sent]]
) -> tuple[asyncpg.Connection, dict[str, Any]]:
    connection = await asyncpg.connect(url.replace("+asyncpg", ""), server_settings={"jit": "off"})
    stack.push_async_callback(connection.close)
    statements = {statement for sent in calls for statement, _ in sent}
    return connection, {statement: await connection.prepare(statement) for statement in statements}
