"""No driver error leaves ``db``: SQLSTATE and SQLite's error codes decide what it means to a station."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from app.domain.errors import YiciError
from app.ports.errors import ConcurrentChange, DatabaseAway, DatabaseUnusable


class StatementFailed(Exception):
    """The database refused a statement for a reason that only a bug explains. Carries no values."""

    def __init__(self, state: str, constraint: str | None) -> None:
        super().__init__(f"the database refused a statement: {state} {constraint or ''}".rstrip())


_Meaning = tuple[type[YiciError], str]

AWAY: _Meaning = (DatabaseAway, "database.rule.away")
SLOW: _Meaning = (DatabaseAway, "database.rule.too_slow")
CHANGED: _Meaning = (ConcurrentChange, "database.rule.changed")
BUSY: _Meaning = (ConcurrentChange, "database.rule.busy")
NO_SCHEMA: _Meaning = (DatabaseUnusable, "database.rule.no_schema")
REFUSED: _Meaning = (DatabaseUnusable, "database.rule.refused")
NO_DATABASE: _Meaning = (DatabaseUnusable, "database.rule.no_database")
FULL: _Meaning = (DatabaseUnusable, "database.rule.full")
READ_ONLY: _Meaning = (DatabaseUnusable, "database.rule.read_only")
NOT_A_DATABASE: _Meaning = (DatabaseUnusable, "database.rule.not_a_database")

# https://www.postgresql.org/docs/current/errcodes-appendix.html; a class of two characters stands for its codes.
_SQLSTATES: dict[str, _Meaning] = {
    "08": AWAY,
    "23505": CHANGED,  # unique violation
    "25006": AWAY,  # read-only: a standby, or a primary that was demoted under us
    "25P03": AWAY,  # idle in transaction too long
    "28": REFUSED,
    "3D000": NO_DATABASE,
    "40": CHANGED,  # serialization failure, deadlock
    "42501": REFUSED,  # insufficient privilege
    "42P01": NO_SCHEMA,  # undefined table
    "53100": FULL,
    "53300": AWAY,  # too many connections
    "55P03": BUSY,  # lock not available
    "57014": SLOW,  # statement timeout
    "57P": AWAY,  # shutting down, starting up, idle too long
}

# https://www.sqlite.org/rescode.html; a primary code stands for its extended ones.
_SQLITE_CODES: dict[int, _Meaning] = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_CANTOPEN: AWAY,
    sqlite3.SQLITE_IOERR: AWAY,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: FULL,  # no room for the log's index
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_NOTADB: NOT_A_DATABASE,
    sqlite3.SQLITE_CORRUPT: NOT_A_DATABASE,
}
_UNIQUE = {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}
_PRIMARY_CODE = 0xFF


@contextmanager
def known_errors() -> Iterator[None]:
    """Raise what the drivers raise as what it means.

    Raises:
        DatabaseAway, DatabaseUnusable, ConcurrentChange: as their names say.
        StatementFailed: a bug.
    """
    try:
        yield
    except Exception as error:
        meaning = translate(error)
        if meaning is None:
            raise
        raise meaning from error


def translate(error: BaseException) -> Exception | None:
    """What an error of a driver means; None when it is not one."""
    if isinstance(error, PoolTimeout):
        return _make(SLOW)
    if isinstance(error, PendingRollbackError):
        # A statement after the one that lost the connection: the transaction is gone with it.
        return _make(AWAY)
    cause = error.orig if isinstance(error, DBAPIError) else error
    found = _meaning(cause)
    if found is None and isinstance(error, DBAPIError) and error.connection_invalidated:
        found = AWAY
    if found is not None:
        return _make(found)
    if isinstance(error, DBAPIError) or _sqlstate(cause) is not None:
        return StatementFailed(_sqlstate(cause) or type(cause).__name__, _constraint(cause))
    return None


def _make(meaning: _Meaning) -> YiciError:
    kind, code = meaning
    return kind(code)


def _meaning(cause: BaseException | None) -> _Meaning | None:
    state = _sqlstate(cause)
    if state is not None:
        return next((_SQLSTATES[state[:n]] for n in (5, 3, 2) if state[:n] in _SQLSTATES), None)
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause)
    # Refused, reset or unreachable; a timeout is one of them.
    return AWAY if isinstance(cause, OSError) or _is_interface_error(cause) else None


def _of_sqlite(cause: sqlite3.Error) -> _Meaning | None:
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None:
        return None
    if code in _UNIQUE:
        return CHANGED
    if code == sqlite3.SQLITE_ERROR and "no such table" in str(cause):
        return NO_SCHEMA
    return _SQLITE_CODES.get(code) or _SQLITE_CODES.get(code & _PRIMARY_CODE)


def _sqlstate(cause: BaseException | None) -> str | None:
    state = getattr(cause, "sqlstate", None)
    return state if isinstance(state, str) else None


def _is_interface_error(cause: BaseException | None) -> bool:
    """Whether asyncpg says that the connection is no longer there; it raises that without a SQLSTATE."""
    return type(cause).__name__ == "InterfaceError" and "clos" in str(cause)


def _constraint(cause: BaseException | None) -> str | None:
    driver_error = getattr(cause, "__cause__", None) or cause
    name = getattr(driver_error, "constraint_name", None)
    return name if isinstance(name, str) else None
