"""``call_next`` at a steady twenty calls a second, with more and more past behind it."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack

from tests.bench.figures import Figure, Latencies, at_most
from tests.bench.ground import Ground
from tests.bench.hall import CALLERS
from tests.bench.morning import add_past
from tests.bench.stations import Station, stations

_A_SECOND = 20
_PASTS = (0, 1_000, 100_000)
_AIM = 1.2

_WARM_UP = 6
_CALLS = 24
"""Timed ones of each caller."""

_BLOCK = 6
"""They take turns, so that what else the machine does falls on all of them alike: calls of each caller in a turn."""


def measure(ground: Ground) -> list[Figure]:
    """On PostgreSQL and on SQLite."""
    figures = []
    for database, copy in (("PostgreSQL", ground.postgresql), ("SQLite", ground.sqlite)):
        found = asyncio.run(_latencies(ground, [copy() for _ in _PASTS]))
        for past, latencies in zip(_PASTS, found, strict=True):
            figures.append(Figure(f"call at 20 a second, {database}, {past:,} past tickets", str(latencies)))
        few, many = found[-2:]
        figures.append(
            at_most(f"the same, {_PASTS[-1]:,} : {_PASTS[-2]:,}", many.p50 / few.p50, _AIM, "of p50")
        )
    return figures


async def _latencies(ground: Ground, urls: Sequence[str]) -> list[Latencies]:
    for url, past in zip(urls, _PASTS, strict=True):
        await add_past(url, past)
    async with AsyncExitStack() as stack:
        halls = [await stack.enter_async_context(stations(url, ground.key_file)) for url in urls]
        for hall in halls:
            for call in range(_WARM_UP):
                await asyncio.gather(*(station.call(call) for station in hall))
        found: list[list[float]] = [[] for _ in halls]
        for first in range(_WARM_UP, _WARM_UP + _CALLS, _BLOCK):
            for hall, times in zip(halls, found, strict=True):
                times.extend(await _block(hall, range(first, first + _BLOCK)))
    return [Latencies.of(times) for times in found]


async def _block(hall: Sequence[Station], calls: range) -> list[float]:
    """Calls that begin when their time has come, whatever became of those before; seconds from that time on."""
    due = time.perf_counter() + 0.1
    running = []
    async with asyncio.TaskGroup() as group:
        for place in range(len(calls) * CALLERS):
            call, caller = divmod(place, CALLERS)
            await asyncio.sleep(due - time.perf_counter())
            running.append(group.create_task(_timed(hall[caller], calls[call], due)))
            due += 1 / _A_SECOND
    return [task.result() for task in running]


async def _timed(station: Station, call: int, due: float) -> float:
    await station.call(call)
    return time.perf_counter() - due
