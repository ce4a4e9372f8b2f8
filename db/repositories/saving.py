"""What all repositories share: guarded updates, and what this transaction knows of the aggregates it has seen."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import Insert, Table, Update, bindparam, insert, select, update

from app.domain.errors import NotFound
from app.ports.errors import ConcurrentChange
from db.tables import halls
from db.transaction import Transaction


class Versioned(Protocol):
    """An aggregate that is saved with its version."""

    @property
    def id(self) -> UUID:
        """Its key."""

    @property
    def version(self) -> int:
        """The version it was loaded with; 1 for a new one."""


Row = Mapping[str, Any]
_FIXED = frozenset({"id", "hall_id", "version"})

A = TypeVar("A", bound=Versioned)
T = TypeVar("T")


class Known(Generic[A]):
    """Aggregates as this transaction loaded or last saved them.

    It lets a use case save the same aggregate twice, and a repository write only the children that changed.
    """

    def __init__(self) -> None:
        self._stored: dict[UUID, tuple[int, A]] = {}

    def loaded(self, aggregate: A) -> A:
        """Remember an aggregate as it is stored; hands it on."""
        self._stored[aggregate.id] = (aggregate.version, aggregate)
        return aggregate

    def saved(self, aggregate: A, version: int) -> None:
        """Remember that it is stored like this, with this version."""
        self._stored[aggregate.id] = (version, aggregate)

    def get(self, aggregate: A) -> A | None:
        """The aggregate as it is stored, or None when this transaction has not seen it."""
        stored = self._stored.get(aggregate.id)
        return stored[1] if stored else None

    def version(self, aggregate: A) -> int:
        """The version that must be stored for this aggregate to be saved.

        It is the aggregate's own, or that of this transaction's earlier save of it.
        """
        stored = self._stored.get(aggregate.id)
        if stored is None or stored[1].version != aggregate.version:
            return aggregate.version
        return stored[0]


def in_hall(table: Table) -> Insert:
    """Add a root row; it belongs to the hall of this database."""
    return insert(table).values(hall_id=select(halls.c.id).scalar_subquery())


def guarded_update(table: Table) -> Update:
    """Replace a row of a known version by the next one; which columns is told by the parameters."""
    return (
        update(table)
        .where(table.c.id == bindparam("key"), table.c.version == bindparam("known_version"))
        .values(version=table.c.version + 1)
    )


async def save_guarded(
    t: Transaction, statement: Update, to_row: Callable[[A], Row], aggregate: A, known: Known[A]
) -> None:
    """Write the columns that changed if the stored version is the one that the aggregate comes from.

    Raises:
        ConcurrentChange: it is not.
    """
    version = known.version(aggregate)
    before = known.get(aggregate)
    changed = changes(to_row(aggregate), to_row(before) if before else {})
    result = await t.execute(statement, {**changed, "key": aggregate.id, "known_version": version})
    if result.rowcount != 1:
        raise ConcurrentChange("database.rule.changed")
    known.saved(aggregate, version + 1)


def changes(row: Row, before: Row) -> dict[str, Any]:
    """The columns that differ from before, all when nothing is known; keys, hall and version are never written."""
    return {
        name: value
        for name, value in row.items()
        if name not in _FIXED and (name not in before or before[name] != value)
    }


async def save_or_add(t: Transaction, table: Table, row: Row) -> None:
    """Replace a row without a version by its id, or add it."""
    result = await t.execute(update(table).where(table.c.id == row["id"]).values(changes(row, {})))
    if result.rowcount == 0:
        await t.execute(in_hall(table), row)


def must_exist(value: T | None, code: str, /, **params: object) -> T:
    """The value itself.

    Raises:
        NotFound: there is none.
    """
    if value is None:
        raise NotFound(code, **params)
    return value
