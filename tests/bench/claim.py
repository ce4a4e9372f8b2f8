"""The claim transaction: ``call_next`` against the same statements sent through bare asyncpg in the same loop."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from statistics import median

import asyncpg

from tests.bench.figures import Figure, at_least
from tests.bench.ground import Ground
from tests.bench.hall import CALLERS, CALLS
from tests.bench.qt import qt_loop
from tests.bench.recording import Sent, recorded
from tests.bench.stations import stations

_AIM = 0.5
_ROUNDS = {1: 5, CALLERS: 3}
"""How often both ways are measured, by how many call at once."""

_WARM_UP = 6
"""Calls of each caller that are not timed: PostgreSQL plans a statement anew for its first five executions."""

Call = Callable[[int, int], Awaitable[None]]
"""Carries out the n-th call of a caller."""

Trace = Sequence[Sequence[Sequence[Sent]]]
"""The statements of every call of every caller."""


@dataclass(frozen=True)
class Rate:
    """Transactions a second, and the milliseconds of processor time that each costs this process."""

    a_second: float
    processor: float


def measure(ground: Ground) -> list[Figure]:
    """Alone and sixteen at once, in asyncio's loop and in the one that stations run in."""
    trace = asyncio.run(record(ground, CALLERS))
    figures = []
    for loop, factory in (("asyncio", asyncio.new_event_loop), ("qasync", qt_loop)):
        for callers, rounds in _ROUNDS.items():
            with asyncio.Runner(loop_factory=factory) as runner:
                figures.append(runner.run(_figure(ground, trace[:callers], rounds, loop)))
    return figures


async def record(ground: Ground, callers: int) -> Trace:
    """What the use case sends, call by call; lines are apart, so it sends the same when all call at once."""
    async with stations(ground.postgresql(), ground.key_file, callers) as opened:
        return [[await _sent_by(station.call(call)) for call in range(CALLS)] for station in opened]


async def compare(ground: Ground, trace: Trace, rounds: int) -> list[tuple[Rate, Rate]]:
    """The use case and bare asyncpg in turn, each time on a fresh copy of the same morning."""
    pairs = []
    for _ in range(rounds):
        async with _through_the_use_case(ground, len(trace)) as call:
            ours = await _rate(call, len(trace))
        async with _through_asyncpg(ground, trace) as call:
            pairs.append((ours, await _rate(call, len(trace))))
    return pairs


async def _figure(ground: Ground, trace: Trace, rounds: int, loop: str) -> Figure:
    pairs = await compare(ground, trace, rounds)
    ours, bare = zip(*pairs, strict=True)
    ratios = [one.a_second / other.a_second for one, other in pairs]
    return at_least(f"claim, {len(trace)} at once, {loop}", ratios, _AIM, f"{_said(ours)} : {_said(bare)}")


async def _sent_by(call: Awaitable[None]) -> Sequence[Sent]:
    with recorded() as sent:
        await call
    return sent


@asynccontextmanager
async def _through_the_use_case(ground: Ground, callers: int) -> AsyncIterator[Call]:
    async with stations(ground.postgresql(), ground.key_file, callers) as opened:
        yield lambda caller, call: opened[caller].call(call)


@asynccontextmanager
async def _through_asyncpg(ground: Ground, trace: Trace) -> AsyncIterator[Call]:
    """The recorded statements with their parameters, prepared beforehand.

    Raises:
        RuntimeError: they did not call as many tickets as there were calls.
    """
    url = ground.postgresql().replace("+asyncpg", "")
    async with AsyncExitStack() as stack:
        connections = []
        for calls in trace:
            connection = await asyncpg.connect(url, server_settings={"jit": "off"})
            stack.push_async_callback(connection.close)
            connections.append(
                (connection, {s: await connection.prepare(s) for sent in calls for s, _ in sent})
            )

        async def call(caller: int, number: int) -> None:
            connection, prepared = connections[caller]
            async with connection.transaction():
                for statement, parameters in trace[caller][number]:
                    await prepared[statement].fetch(*parameters)

        yield call
        called = await connections[0][0].fetchval("SELECT count(*) FROM tickets WHERE state = 'called'")
        if called != len(trace) * CALLS:
            raise RuntimeError(f"{called} tickets were called")


async def _rate(call: Call, callers: int) -> Rate:
    async def several(caller: int, calls: range) -> None:
        for number in calls:
            await call(caller, number)

    await asyncio.gather(*(several(caller, range(_WARM_UP)) for caller in range(callers)))
    began, processor = time.perf_counter(), time.process_time()
    await asyncio.gather(*(several(caller, range(_WARM_UP, CALLS)) for caller in range(callers)))
    count = callers * (CALLS - _WARM_UP)
    took, processor = time.perf_counter() - began, time.process_time() - processor
    return Rate(count / took, 1000 * processor / count)


def _said(rates: Sequence[Rate]) -> str:
    a_second, processor = median(r.a_second for r in rates), median(r.processor for r in rates)
    return f"{a_second:.0f} a second with {processor:.1f} ms of processor time each"
