"""What must not be left half-way, whoever stops waiting for it."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Await ``work`` until it is over, however often its waiter is cancelled meanwhile; then the waiter is.

    A screen that is closed, or typed into again, cancels its reading: once for itself, once for its room.
    """
    outcome: asyncio.Future[T] = asyncio.get_running_loop().create_future()
    cancelled: asyncio.CancelledError | None = None

    async def run() -> None:
        try:
            outcome.set_result(await work)
        except Exception as error:  # noqa: BLE001 - whoever waits is told
            outcome.set_exception(error)
        finally:
            outcome.cancel()  # when the loop itself ends; else it is done already

    async with asyncio.TaskGroup() as group:
        group.create_task(run())
        while not outcome.done():
            try:
                await asyncio.wait([outcome])
            except asyncio.CancelledError as error:
                cancelled = error
    if cancelled is None:
        return outcome.result()
    if not outcome.cancelled():
        outcome.exception()  # taken: nobody is left to hear of it
    raise cancelled
