"""Engines: two connections a station, found dead before they are used."""

import json
from functools import partial

from sqlalchemy import URL, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.dialect import POSTGRESQL, SQLITE, Dialect
from db.postgresql import Server
from db.sqlite import BUSY_SECONDS, must_be_local, prepare_engine
from db.url import sqlite_path

_POOL_SIZE = 2
_POOL_SECONDS = 5.0
_STATEMENTS = 250  # prepared ones kept by a connection: all that the program has


class Liveness:
    """Whether connections made before now can still be trusted: the feed counts outages."""

    def __init__(self) -> None:
        self.outages = 0


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
    file = url.set(database=str(sqlite_path(url)))
    engine = create_async_engine(
        file, connect_args={"isolation_level": None, "timeout": BUSY_SECONDS}, **common
    )
    prepare_engine(engine.sync_engine)
    return engine


def _refuse_dead_connections(engine: AsyncEngine, liveness: Liveness) -> None:
    """Drop pooled connections that the server closed, or that are older than an outage; no round trip."""

    def remember(_connection: object, record: object) -> None:
        record.info["outages"] = liveness.outages  # type: ignore[attr-defined]

    def check(connection: object, record: object, _proxy: object) -> None:
        driver = connection.driver_connection  # type: ignore[attr-defined]
        if record.info["outages"] != liveness.outages:  # type: ignore[attr-defined]
            driver.terminate()
        if driver.is_closed():
            raise DisconnectionError

    event.listen(engine.sync_engine, "connect", remember)
    event.listen(engine.sync_engine, "checkout", check)
