"""Connections to PostgreSQL: one host after the other, with settings that never let a station wait for long."""

import asyncio
import contextlib
from typing import Any

import asyncpg
from sqlalchemy import URL
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg

from db.to_the_end import to_the_end

CONNECT_SECONDS = 2.0
"""For each host: a host that is switched off answers nothing, and the next one must get its turn."""

# The server says first that a statement took too long; the client gives up when the server says nothing.
_COMMAND_SECONDS = 8.0
_SETTINGS = {
    "lock_timeout": "2s",
    "statement_timeout": "6s",
    "idle_in_transaction_session_timeout": "5s",
    "timezone": "UTC",
    # Compiling costs more than these short statements take.
    "jit": "off",
    # The hall's rows are in memory or on an SSD: a look-up by index is no costlier than reading on.
    "random_page_cost": "1.1",
}


class Server:
    """The hosts of a URL. The one that answered last is asked first."""

    def __init__(self, url: URL, application_name: str) -> None:
        _, options = PGDialect_asyncpg().create_connect_args(url)  # type: ignore[no-untyped-call]
        options.pop("prepared_statement_cache_size", None)
        hosts, ports = options.pop("host", None), options.pop("port", None)
        self._hosts = _pairs(hosts, ports)
        self._options = options
        self._settings = _SETTINGS | {"application_name": application_name}

    async def connect(self) -> Any:
        """An asyncpg connection to the first host that is fit (``target_session_attrs``).

        Raises:
            OSError, asyncpg.PostgresError: no host is; the error is that of the last one asked.
        """
        failure: Exception | None = None
        for index, (host, port) in enumerate(self._hosts):
            try:
                connection = await _connect_to_the_end(
                    host=host, port=port, timeout=CONNECT_SECONDS, command_timeout=_COMMAND_SECONDS,
                    server_settings=self._settings, **self._options,
                )  # fmt: skip
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                failure = error
            else:
                self._hosts.insert(0, self._hosts.pop(index))
                return connection
        raise failure or OSError("the URL names no host")


async def _connect_to_the_end(**options: Any) -> Any:
    """Connect, also when a screen that is closed cancels its reading meanwhile.

    asyncpg, cancelled half-way, leaves an error behind that nobody can take.
    """
    connected: list[Any] = []

    async def connect() -> None:
        connected.append(await asyncpg.connect(**options))

    try:
        await to_the_end(connect())
    except asyncio.CancelledError:
        for connection in connected:
            connection.terminate()
        raise
    return connected[0]


async def close_quietly(connection: Any) -> None:
    """Close a connection that may be dead; what it did is over either way."""
    with contextlib.suppress(OSError, asyncio.TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
        await connection.close(timeout=1)
    if not connection.is_closed():
        connection.terminate()


def _pairs(hosts: Any, ports: Any) -> list[tuple[Any, Any]]:
    if isinstance(hosts, list):
        return list(zip(hosts, ports, strict=True))
    return [(hosts, ports)]
