"""How values of the domain are stored; each type says what it is on either database."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, Interval, Numeric, Text
from sqlalchemy.dialects.postgresql import INTERVAL, JSONB, TIMESTAMP
from sqlalchemy.types import TypeDecorator, TypeEngine

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware instant: ``timestamptz`` on PostgreSQL, whole microseconds since 1970 (UTC) on SQLite.

    SQLite has no time type; text would neither add up nor keep microseconds in comparisons.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column type on this database."""
        native: TypeEngine[Any] = TIMESTAMP(timezone=True) if _is_postgresql(dialect) else BigInteger()
        return dialect.type_descriptor(native)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        """To microseconds where there is no native type; a naive time is a bug and refused."""
        return None if _is_postgresql(dialect) else _to_microseconds

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        """Back from microseconds."""
        return None if _is_postgresql(dialect) else _from_microseconds


class Duration(TypeDecorator[timedelta]):
    """A length of time: ``interval`` on PostgreSQL, whole microseconds on SQLite; adds to an ``Instant`` in SQL."""

    impl = Interval
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column type on this database."""
        native: TypeEngine[Any] = INTERVAL() if _is_postgresql(dialect) else BigInteger()
        return dialect.type_descriptor(native)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        """To microseconds where there is no native type."""
        return None if _is_postgresql(dialect) else _to_count

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        """Back from microseconds."""
        return None if _is_postgresql(dialect) else _from_count


class Days(TypeDecorator[Decimal]):
    """An exact number of days: ``numeric`` on PostgreSQL, text on SQLite, which has no decimals."""

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column type on this database."""
        native: TypeEngine[Any] = Numeric() if _is_postgresql(dialect) else Text()
        return dialect.type_descriptor(native)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        """To text where there are no decimals."""
        return None if _is_postgresql(dialect) else lambda value: None if value is None else str(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        """Always a Decimal."""
        return lambda value: None if value is None else Decimal(value)


Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
"""A document; None is NULL, never the JSON null."""

Code = Text().with_variant(Text(collation="C"), "postgresql")
"""Numbers and codes: compared by code point on both databases, as Python does."""

Sequence = BigInteger().with_variant(Integer, "sqlite")
"""A growing key; SQLite grows only what is called INTEGER."""


def _is_postgresql(dialect: Dialect) -> bool:
    return dialect.name == "postgresql"


def _to_microseconds(value: datetime | None) -> int | None:
    return None if value is None else (value - _EPOCH) // _MICROSECOND


def _from_microseconds(value: int | None) -> datetime | None:
    return None if value is None else _EPOCH + timedelta(microseconds=value)


def _to_count(value: timedelta | None) -> int | None:
    return None if value is None else value // _MICROSECOND


def _from_count(value: int | None) -> timedelta | None:
    return None if value is None else timedelta(microseconds=value)
