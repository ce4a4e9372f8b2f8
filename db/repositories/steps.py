"""The steps of a story: they belong to a root, are loaded with it, and are only ever added to."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import Row, Table, bindparam, func, insert, select

from db.transaction import Transaction


class Step(Protocol):
    """What every step says."""

    @property
    def action(self) -> StrEnum:
        """What was done."""

    @property
    def state(self) -> StrEnum:
        """The root's state from then on."""

    @property
    def by(self) -> UUID | None:
        """Who did it; None where a rule did."""

    @property
    def at(self) -> datetime:
        """When."""

    @property
    def text(self) -> str:
        """What was said."""


S = TypeVar("S", bound=Step)
S_co = TypeVar("S_co", bound=Step, covariant=True)


class Root(Protocol[S_co]):
    """Whose story it is."""

    @property
    def id(self) -> UUID:
        """Its key."""

    @property
    def steps(self) -> tuple[S_co, ...]:
        """Its story."""


class Steps(Generic[S]):
    """The steps in a table; ``owner`` names the column that refers to the root.

    ``step_from`` makes a step of a row of ``columns``, ``more`` tells what a step keeps beyond that which every step
    says.
    """

    def __init__(
        self,
        table: Table,
        owner: str,
        step_from: Callable[[Row[Any]], S],
        more: Callable[[S], dict[str, Any]],
    ) -> None:
        self.owner, self.position = table.c[owner], table.c.position
        self.columns = [column.label(f"step_{column.name}") for column in table.c]
        self.step_from = step_from
        self._more = more
        self._add = insert(table)
        self._count = select(func.count()).where(self.owner == bindparam("root"))

    def all_from(self, rows: Sequence[Row[Any]]) -> tuple[S, ...]:
        """The steps of rows of ``columns``."""
        return tuple(self.step_from(row) for row in rows)

    async def add(self, t: Transaction, root: Root[S], since: int = 0) -> None:
        """Add the steps from position ``since`` on."""
        rows = [self._row(root, position) for position in range(since, len(root.steps))]
        if rows:
            await t.execute(self._add, rows)

    async def add_new(self, t: Transaction, root: Root[S], before: Root[S] | None) -> None:
        """Add the steps that were taken since; how many are stored is asked where nobody knows how it was before."""
        await self.add(t, root, len(before.steps) if before else await self._stored(t, root))

    async def _stored(self, t: Transaction, root: Root[S]) -> int:
        return int((await t.execute(self._count, {"root": root.id})).scalar_one())

    def _row(self, root: Root[S], position: int) -> dict[str, Any]:
        step = root.steps[position]
        return {
            self.owner.name: root.id,
            "position": position,
            "action": step.action.value,
            "state": step.state.value,
            "by_id": step.by,
            "at": step.at,
            "text": step.text,
            **self._more(step),
        }
