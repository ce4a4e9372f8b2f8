"""A thread for machines that are slow to answer: whoever waits for them can give up, and so can the program's end."""

import asyncio
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

R = TypeVar("R")

_Job = tuple[Callable[[], Any], Callable[[Any, Exception | None], None]]


class Aside:
    """Does one thing after another in a thread of its own.

    Not one of asyncio's threads: those are waited for when the program ends, and a printer server that does not
    answer would hold it for a minute.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: SimpleQueue[_Job] = SimpleQueue()
        self._thread: Thread | None = None

    async def run(self, work: Callable[[], R]) -> R:
        """What ``work()`` returns or raises. Whoever is cancelled stops waiting; the work goes on, unheard."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[R] = loop.create_future()

        def settle(result: Any, error: Exception | None) -> None:
            if answer.done():
                return
            if error is None:
                answer.set_result(result)
            else:
                answer.set_exception(error)

        def tell(result: Any, error: Exception | None) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(settle, result, error)

        self._jobs.put((work, tell))
        self._start()
        return await answer

    def _start(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while True:
            work, tell = self._jobs.get()
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - raised again where it is awaited
                tell(None, error)
            else:
                tell(result, None)
