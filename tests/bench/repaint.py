"""From a commit elsewhere to the counter's window painted again, while fifty more stations listen."""

import asyncio
import json
import os
import random
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.bench.counter_window import Seen, counter_window
from tests.bench.figures import Figure, Latencies, faster_than
from tests.bench.ground import Ground
from tests.bench.qt import dressed, qt_runner

_LISTENERS = 50
_COMMITS = 200
_WARM_UP = 10
_PAUSE = (0.15, 0.35)
"""Seconds between commits: each is seen by itself."""

_AIM = 100.0


def measure(ground: Ground) -> list[Figure]:
    """One station with a window, fifty without, and a guide desk that commits."""
    os.environ["YICI_HOME"] = str(ground.folder / "home")
    with qt_runner() as runner:
        times = runner.run(_times(ground))
    measured = f"commit → counter window painted, {_LISTENERS} more connections listening"
    return [faster_than(measured, Latencies.of(times), "p99", _AIM)]


async def _times(ground: Ground) -> list[float]:
    dressed()
    url, key = ground.sample, ground.key_file
    async with (
        _station("listeners", url, str(_LISTENERS)) as listeners,
        _station("guide", url, str(key)) as guide,
        counter_window(url, key, ground.folder) as seen,
    ):
        await listeners.stdout.readline()
        await seen.first(lambda state: state.desk is not None)
        times = [await _time(guide, seen) for _ in range(_WARM_UP + _COMMITS)]
    return times[_WARM_UP:]


async def _time(guide: Any, seen: Seen) -> float:
    """Seconds from the return of one commit to the end of the painting that shows it."""
    await asyncio.sleep(random.uniform(*_PAUSE))
    seen.forget()
    guide.stdin.write(b"\n")
    said = json.loads(await guide.stdout.readline())
    painted = await seen.first(
        lambda state: said["waits"] == any(t.number == said["number"] for t in state.desk.queue)
    )
    return (painted - said["committed"]) / 1e9


@asynccontextmanager
async def _station(module: str, *arguments: str) -> AsyncIterator[Process]:
    """A process of its own, which ends when its input does."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", f"tests.bench.{module}", *arguments, stdin=PIPE, stdout=PIPE
    )
    try:
        yield process
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
