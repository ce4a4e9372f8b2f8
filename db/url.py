"""Where the hall's database is: one form for every way of writing it."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from app.ports.errors import DatabaseUnusable

_DRIVERS = {
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
}


def parse_url(url: str) -> URL:
    """The URL with its driver named; several hosts are written ``?host=h1:5432&host=h2:5432``.

    Raises:
        DatabaseUnusable: neither PostgreSQL nor an SQLite file.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise DatabaseUnusable("database.rule.url") from error
    driver = _DRIVERS.get(parsed.drivername)
    in_memory = parsed.drivername.startswith("sqlite") and parsed.database in (None, "", ":memory:")
    if driver is None or in_memory:
        raise DatabaseUnusable("database.rule.url")
    return _with_ssl(parsed.set(drivername=driver))


def sqlite_path(url: URL) -> Path:
    """The file of an SQLite URL."""
    return Path(url.database or "").expanduser()


def file_of(url: str) -> Path | None:
    """The file of a database that is one; None for a server's.

    Raises:
        DatabaseUnusable: as ``parse_url``.
    """
    parsed = parse_url(url)
    return sqlite_path(parsed) if parsed.drivername.startswith("sqlite") else None


def _with_ssl(url: URL) -> URL:
    """PostgreSQL's own tools say ``sslmode``, asyncpg says ``ssl``."""
    mode = url.query.get("sslmode")
    if mode is None:
        return url
    return url.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
