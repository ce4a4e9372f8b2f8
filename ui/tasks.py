"""One owner of the tasks of a room: strong references, failures that surface, an orderly end."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

Failed = Callable[[str, BaseException], None]


class Tasks(Protocol):
    """What a presenter needs of the owner of its tasks; failures that are bugs surface there."""

    def start(
        self, work: Coroutine[Any, Any, Any], *, name: str, replace: bool = False
    ) -> asyncio.Task[Any]: ...

    def run_command(self, work: Coroutine[Any, Any, Any], *, name: str) -> asyncio.Task[Any]: ...


class TaskSupervisor:
    """Keeps a room's tasks alive and reports what goes wrong in them to ``failed(name, error)``.

    ``start`` is for reading: closing the room cancels it. ``run_command`` is for writing: closing the room
    waits for it, so that clerk and database agree on what was done.
    """

    def __init__(self, failed: Failed) -> None:
        self._failed = failed
        self._reading: set[asyncio.Task[Any]] = set()
        self._writing: set[asyncio.Task[Any]] = set()
        self._closed = False

    def start(self, work: Coroutine[Any, Any, Any], *, name: str, replace: bool = False) -> asyncio.Task[Any]:
        """Start reading. With ``replace`` an older one of the same name is cancelled (search as one types)."""
        if replace:
            self.cancel(name)
        return self._keep(self._reading, work, name)

    def run_command(self, work: Coroutine[Any, Any, Any], *, name: str) -> asyncio.Task[Any]:
        """Start writing; only the caller's own ``cancel()`` of the returned task ends it early."""
        return self._keep(self._writing, work, name)

    def cancel(self, name: str) -> None:
        """Cancel the reading tasks of this name."""
        for task in self._reading:
            if task.get_name() == name:
                _cancel_once(task)

    @property
    def is_writing(self) -> bool:
        """Whether something is being written."""
        return bool(self._writing)

    async def written(self) -> None:
        """Wait until nothing is being written, what is begun meanwhile included."""
        while self._writing:
            await asyncio.wait(set(self._writing))

    async def idle(self) -> None:
        """Wait until nothing is under way, what is started meanwhile included."""
        while under_way := self._reading | self._writing:
            await asyncio.wait(under_way)

    async def close(self) -> None:
        """End: reading is cancelled, writing is waited for, nothing new runs."""
        self._closed = True
        for task in self._reading:
            _cancel_once(task)
        while under_way := self._reading | self._writing:
            await asyncio.wait(under_way)

    def _keep(
        self, tasks: set[asyncio.Task[Any]], work: Coroutine[Any, Any, Any], name: str
    ) -> asyncio.Task[Any]:
        task = asyncio.get_running_loop().create_task(work, name=name)
        tasks.add(task)
        task.add_done_callback(lambda done: self._done(tasks, done))
        if self._closed:
            task.cancel()
        return task

    def _done(self, tasks: set[asyncio.Task[Any]], task: asyncio.Task[Any]) -> None:
        tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._failed(task.get_name(), error)


def _cancel_once(task: asyncio.Task[Any]) -> None:
    """A second cancellation would interrupt the end that a task comes to, such as giving its connection back."""
    if not task.cancelling():
        task.cancel()
