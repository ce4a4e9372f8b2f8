"""The claim transaction: ``call_next`` against the same statements sent through bare asyncpg in the same loop."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import median

from tests.bench.figures import Figure, at_least
from tests.bench.ground import Ground
from tests.bench.hall import CALLERS, CALLS
from tests.bench.qt import qt_loop
from tests.bench.recording import Sent, recorded
from tests.bench.replay import Call, Trace, through_asyncpg, through_sqlalchemy
from tests.bench.stations import stations

_AIM = 0.5
_ROUNDS = {1: 5, CALLERS: 3}
"""How often each way is measured, by how many call at once."""

_WARM_UP = 6
"""Calls of each caller that are not timed: PostgreSQL plans a statement anew for its first five executions."""


@dataclass(frozen=True)
class Rate:
    """Transactions a second, and the milliseconds of processor time that each costs this process."""

    a_second: float
    processor: float


@dataclass(frozen=True)
class Round:
    """The same calls in three ways, each on a fresh copy of the same morning."""

    use_case: Rate
    sqlalchemy: Rate
    asyncpg: Rate


def measure(ground: Ground) -> list[Figure]:
    """Alone and sixteen at once, in asyncio's loop and in the one that stations run in."""
    trace = asyncio.run(record(ground, CALLERS))
    figures = []
    for loop, factory in (("asyncio", asyncio.new_event_loop), ("qasync", qt_loop)):
        for callers, count in _ROUNDS.items():
            with asyncio.Runner(loop_factory=factory) as runner:
                rounds = runner.run(_rounds(ground, trace[:callers], count))
            figures.append(_figure(f"claim, {callers} at once, {loop}", rounds))
    return figures


async def record(ground: Ground, callers: int) -> Trace:
    """What the use case sends, call by call; lines are apart, so it sends the same when all call at once."""
    async with stations(ground.postgresql(), ground.key_file, callers) as opened:
        return [[await _sent_by(station.call(call)) for call in range(CALLS)] for station in opened]


async def compare(ground: Ground, trace: Trace) -> Round:
    """One way after the other."""
    callers = len(trace)
    async with _through_the_use_case(ground, callers) as call:
        use_case = await _rate(call, callers)
    async with through_sqlalchemy(ground.postgresql(), trace) as call:
        sqlalchemy = await _rate(call, callers)
    async with through_asyncpg(ground.postgresql(), trace) as call:
        return Round(use_case, sqlalchemy, await _rate(call, callers))


async def _rounds(ground: Ground, trace: Trace, count: int) -> list[Round]:
    return [await compare(ground, trace) for _ in range(count)]


def _figure(measure: str, rounds: Sequence[Round]) -> Figure:
    ratios = [one.use_case.a_second / one.asyncpg.a_second for one in rounds]
    ours, core, bare = (
        _middle(rates) for rates in zip(*((r.use_case, r.sqlalchemy, r.asyncpg) for r in rounds), strict=True)
    )
    detail = (
        f"{ours.a_second:.0f} : {bare.a_second:.0f} a second; of {ours.processor:.1f} ms of the client's processor "
        f"time asyncpg takes {bare.processor:.1f}, SQLAlchemy {core.processor - bare.processor:.1f}"
    )
    return at_least(measure, ratios, _AIM, detail)


def _middle(rates: Sequence[Rate]) -> Rate:
    return Rate(median(rate.a_second for rate in rates), median(rate.processor for rate in rates))


async def _sent_by(call: Awaitable[None]) -> Sequence[Sent]:
    with recorded() as sent:
        await call
    return sent


@asynccontextmanager
async def _through_the_use_case(ground: Ground, callers: int) -> AsyncIterator[Call]:
    async with stations(ground.postgresql(), ground.key_file, callers) as opened:
        yield lambda caller, call: opened[caller].call(call)


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
