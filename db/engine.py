"""Engines: two connections a station, found dead before they are used."""

import json
from functools import partial
from typing import Any
from weakref import WeakSet

from sqlalchemy import URL, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.dialect import POSTGRESQL, SQLITE, Dialect
from db.postgresql import Server
from db.sqlite import BUSY_SECONDS, must_be_local, must_be_usable, prepare_engine
from db.url import sqlite_path

_POOL_SIZE = 2
_POOL_SECONDS = 5.0
_STATEMENTS = 250  # prepared ones kept by a connection: all that the program has


class Liveness:
    """The station's connections to PostgreSQL, and the word of the feed that none of them can be trusted any more."""

    def __init__(self) -> None:
        self._connections: WeakSet[Any] = WeakSet()

    def made(self, connection: Any) -> None:
        """A connection was made."""
        self._connections.add(connection)

    def lost(self) -> None:
        """End all connections: who waits for an answer on one would wait for long where a cable was pulled."""
        for connection in list(self._connections):
            connection.terminate()


def dialect_of(url: URL) -> Dialect:
    """Which of the two databases it is."""
    return POSTGRESQL if url.get_backend_name() == "postgresql" else SQLITE


def make_engine(url: URL, application_name: str = "yici", liveness: Liveness | None = None) -> AsyncEngine:
    """An engine for the URL. Personal values never reach its logs or errors.

    Raises:
        DatabaseUnusable: an SQLite file on a network share.
    """
    common = {
        "hide_parameters": True,
        "pool_size": _POOL_SIZE,
        "max_overflow": 0,
        "pool_timeout": _POOL_SECONDS,
        "json_serializer": partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
    }
    if dialect_of(url) is SQLITE:
        return _sqlite_engine(url, common)
    server = Server(url, application_name)
    engine = create_async_engine(
        "postgresql+asyncpg://", async_creator=server.connect,
        connect_args={"prepared_statement_cache_size": _STATEMENTS}, **common,
    )  # fmt: skip
    _refuse_dead_connections(engine, liveness or Liveness())
    return engine


def _sqlite_engine(url: URL, common: dict[str, object]) -> AsyncEngine:
    must_be_local(sqlite_path(url))
    must_be_usable(sqlite_path(url))
    file = url.set(database=str(sqlite_path(url)))
    engine = create_async_engine(
        file, connect_args={"isolation_level": None, "timeout": BUSY_SECONDS}, **common
    )
    prepare_engine(engine.sync_engine)
    return engine


def _refuse_dead_connections(engine: AsyncEngine, liveness: Liveness) -> None:
    """Drop pooled connections that were closed meanwhile, without a round trip to ask."""

    def made(connection: Any, _record: object) -> None:
        liveness.made(connection.driver_connection)

    def check(connection: Any, _record: object, _proxy: object) -> None:
        if connection.driver_connection.is_closed():
            raise DisconnectionError

    event.listen(engine.sync_engine, "connect", made)
    event.listen(engine.sync_engine, "checkout", check)
