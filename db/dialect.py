"""Every difference between the two databases that statements have to know; all else is written once.

====================  ==========================================  ===========================================
                      PostgreSQL                                  SQLite
====================  ==========================================  ===========================================
instants, durations   ``timestamptz``, ``interval``               whole microseconds (``db.types``)
clock                 the server's ``clock_timestamp()``          the machine's, as a function of that name
row locks             ``FOR NO KEY UPDATE [SKIP LOCKED]``         left out by the compiler; one writer at a time:
                                                                  a use case begins IMMEDIATE
reads                 REPEATABLE READ, read only                  a deferred transaction sees one state (WAL)
upsert                ``INSERT … ON CONFLICT`` of either dialect  the same words, another class
a map of days         ``jsonb_each_text``                         ``json_each``; a day is its text
the day of an instant ``timezone`` of the server                  a function of that name, in Python
audit and notify      one statement with ``pg_notify``            plain inserts; the feed reads the audit trail
connections           ``db.postgresql``                           ``db.sqlite``
a cancelled statement stops at the server                         runs to its end (``Dialect.step``)
====================  ==========================================  ===========================================
"""

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Subquery,
    Text,
    bindparam,
    cast,
    func,
    select,
    type_coerce,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeEngine

from db.sqlite import BEGIN_OPTION
from db.to_the_end import to_the_end
from db.types import Duration, Instant, Json

T = TypeVar("T")


@dataclass(frozen=True)
class Dialect:
    """One of the two databases, as statements and transactions see it."""

    name: str
    insert: Callable[..., Any]
    days: Callable[[str], Subquery]
    """A parameter that maps days to days, as rows of ``key`` and ``value``."""
    numbers: Callable[[str], Subquery]
    """A parameter that maps days to numbers, as rows of ``key`` and ``value``."""
    day_of: Callable[[ColumnElement[Any]], ColumnElement[Any]]
    """The day of an instant in the zone that the parameter ``zone`` names."""
    use_case_options: Mapping[str, Any] = field(hash=False, compare=False)
    read_options: Mapping[str, Any] = field(hash=False, compare=False)
    interruptible: bool
    """Whether the driver can give up a statement under way.

    SQLite's leaves the transaction open until the garbage is collected, and with it the lock that others wait for:
    a connection that is closed lives on in its statements.
    """

    async def step(self, work: Coroutine[Any, Any, T]) -> T:
        """Await one step of the driver; where that cannot be given up, a cancellation takes effect after it."""
        return await (work if self.interruptible else to_the_end(work))


def _of_jsonb(value: TypeEngine[Any]) -> Callable[[str], Subquery]:
    def rows(name: str) -> Subquery:
        pairs = func.jsonb_each_text(bindparam(name, type_=Json)).table_valued("key", "value", name=name)
        return select(
            cast(pairs.c.key, Date).label("key"), cast(pairs.c.value, value).label("value")
        ).subquery()

    return rows


def _of_json(value: TypeEngine[Any]) -> Callable[[str], Subquery]:
    def rows(name: str) -> Subquery:
        pairs = func.json_each(bindparam(name, type_=Json)).table_valued("key", "value", name=name)
        return select(
            type_coerce(pairs.c.key, Date).label("key"), type_coerce(pairs.c.value, value).label("value")
        ).subquery()

    return rows


def _local(instant: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.timezone(bindparam("zone", type_=Text), instant)


POSTGRESQL = Dialect(
    "postgresql",
    postgresql.insert,
    _of_jsonb(Date()),
    _of_jsonb(Integer()),
    lambda instant: cast(_local(instant), Date),
    use_case_options={},
    read_options={"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
    interruptible=True,
)
SQLITE = Dialect(
    "sqlite",
    sqlite.insert,
    _of_json(Date()),
    _of_json(Integer()),
    lambda instant: type_coerce(func.date(_local(instant)), Date),
    use_case_options={BEGIN_OPTION: "IMMEDIATE"},
    read_options={},
    interruptible=False,
)


def clock() -> ColumnElement[Any]:
    """The database's clock now, not at the start of the transaction, plus the offset given as ``offset``."""
    return func.clock_timestamp(type_=Instant) + bindparam("offset", type_=Duration)


def duration(value: timedelta) -> ColumnElement[Any]:
    """A fixed length of time that adds to an instant."""
    return bindparam(None, value, type_=Duration, unique=True)
