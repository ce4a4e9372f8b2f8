"""Connections to an SQLite file: what a connection is told, and the functions of PostgreSQL that it lacks."""

import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, event

from app.ports.errors import DatabaseUnusable
from app.ports.files import reason_of
from db.network_share import is_on_network_share

BEGIN_OPTION = "yici_begin"
"""Execution option of a connection: how its transactions begin (DEFERRED unless given)."""

BUSY_SECONDS = 5.0
_AGAIN_SECONDS = 0.02

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    # NORMAL may lose the last commits at a power cut: a number that somebody holds would be given again.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)


def must_be_local(file: Path) -> None:
    """Refuse a file on a network share.

    Raises:
        DatabaseUnusable: the file's folder is on another machine.
    """
    if is_on_network_share(file):
        raise DatabaseUnusable("database.rule.network_share", folder=str(file.parent))


def must_be_usable(file: Path) -> None:
    """Refuse a file that cannot be read and written, and say why: SQLite would only say that it cannot open it.

    The file is not opened to try it: closing it would drop the locks that other connections of ours hold.

    Raises:
        DatabaseUnusable: it is a folder, or not permitted, or its folder is not: SQLite's log stands beside the file.
    """
    with usable(file):
        if file.is_dir():
            raise IsADirectoryError(errno.EISDIR, "", str(file))
        for path in (file.parent, file):
            if path.exists() and not os.access(path, os.R_OK | os.W_OK):
                raise PermissionError(errno.EACCES, "", str(path))


@contextmanager
def usable(file: Path) -> Iterator[None]:
    """Raise what the operating system says about the file as ``DatabaseUnusable``."""
    try:
        yield
    except OSError as error:
        raise DatabaseUnusable("database.rule.file", file=str(file), reason=reason_of(error)) from error


def log_ahead(file: Path) -> None:
    """Switch the file to write-ahead logging, which it keeps; makes the file. Blocks until that is done.

    SQLite refuses the switch at once, without its own waiting, where another station makes it too: both hold a
    read lock that neither gives up. So who is refused lets go and tries again.

    Raises:
        sqlite3.OperationalError: not within ``BUSY_SECONDS``, or the file cannot be used.
    """
    last_try = time.monotonic() + BUSY_SECONDS
    while True:
        with closing(sqlite3.connect(file)) as connection:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > last_try:
                    raise
            else:
                return
        time.sleep(_AGAIN_SECONDS)


def prepare_engine(engine: Engine) -> None:
    """Set up every connection of the engine, and begin transactions here rather than in the driver.

    The driver would begin at the first write only, after a read that the write then relies on.
    """
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)


def microseconds_now() -> int:
    """The machine's clock, as ``db.types.Instant`` keeps it."""
    return time.time_ns() // 1000


def _prepare(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
    connection.create_function("clock_timestamp", 0, microseconds_now)
    connection.create_function("greatest", 2, max, deterministic=True)
    connection.create_function("timezone", 2, _local_time, deterministic=True)


def _local_time(zone: str, microseconds: int | None) -> str | None:
    """An instant, as ``db.types.Instant`` keeps it, on the clocks of a zone."""
    if microseconds is None:
        return None
    return datetime.fromtimestamp(microseconds // 1_000_000, ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M:%S")


def _begin(connection: Connection) -> None:
    mode = connection.get_execution_options().get(BEGIN_OPTION, "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")
