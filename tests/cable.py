"""A network cable to a server on loopback that a test can pull: nothing is refused, nothing arrives."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread


class Cable:
    """Passes bytes between ``port`` and a server's port, in a thread of its own, until it is pulled."""

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._started = Event()
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_until_complete, args=(self._run(),))
        self._thread.start()
        self._started.wait()

    def pull(self) -> None:
        """From now on bytes sent either way vanish from sight, while every connection seems open."""
        self._loop.call_soon_threadsafe(self._plugged.clear)

    def plug(self) -> None:
        """Bytes pass again, those held back first, as TCP would repeat them."""
        self._loop.call_soon_threadsafe(self._plugged.set)

    def close(self) -> None:
        """Break every connection and end the thread."""
        self._loop.call_soon_threadsafe(self._closed.set)
        self._thread.join()
        self._loop.close()

    async def _run(self) -> None:
        self._plugged, self._closed = asyncio.Event(), asyncio.Event()
        self._plugged.set()
        self._lines: set[asyncio.Task[None]] = set()
        listener = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.port: int = listener.sockets[0].getsockname()[1]
        self._started.set()
        await self._closed.wait()
        listener.close()
        for line in self._lines:
            line.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)

    async def _connected(self, near: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        line = asyncio.current_task()
        assert line is not None
        self._lines.add(line)
        try:
            await self._plugged.wait()
            far, far_out = await asyncio.open_connection("127.0.0.1", self._server_port)
            try:
                async with asyncio.TaskGroup() as ways:
                    ways.create_task(self._pass(near, far_out))
                    ways.create_task(self._pass(far, near_out))
            finally:
                far_out.close()
        except* (OSError, asyncio.CancelledError):
            pass
        finally:
            near_out.close()
            self._lines.discard(line)

    async def _pass(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        while data := await source.read(65536):
            await self._plugged.wait()
            target.write(data)
            await target.drain()
        await self._plugged.wait()
        target.close()


@contextmanager
def cable_to(server_port: int) -> Iterator[Cable]:
    """A cable, plugged in, and taken away at the end."""
    cable = Cable(server_port)
    try:
        yield cable
    finally:
        cable.close()
