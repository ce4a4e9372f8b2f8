"""Results of commands, so that a repetition returns the same."""

from typing import TypeVar

from sqlalchemy import bindparam, select

from app.domain.errors import NotPermitted, RuleBroken
from app.domain.ids import CommandId, StaffId
from db.json_values import from_text, to_text
from db.record import Record
from db.tables import commands
from db.transaction import Transaction

R = TypeVar("R")

_FIND = select(commands.c.actor_id, commands.c.use_case, commands.c.result).where(
    commands.c.id == bindparam("id")
)


class CommandRepository:
    """Kept results, written together with the audit trail at the commit."""

    def __init__(self, t: Transaction, record: Record) -> None:
        self._t = t
        self._record = record

    async def find(self, id_: CommandId, by: StaffId, use_case: str, result: type[R]) -> R | None:
        """The kept result of a command, or None when it was never carried out.

        Raises:
            RuleBroken: the id was given to another use case.
            NotPermitted: somebody else gave it.
        """
        kept = (await self._t.execute(_FIND, {"id": id_})).one_or_none()
        if kept is None:
            return None
        if kept.use_case != use_case:
            raise RuleBroken("command.rule.id_used")
        if kept.actor_id not in (None, by):
            raise NotPermitted("command.rule.others")
        return from_text(result, kept.result)

    async def keep(self, id_: CommandId, by: StaffId, use_case: str, result: object) -> None:
        """Keep the result in this transaction.

        A second transaction with the same command fails at its commit with ``ConcurrentChange``.
        """
        self._record.keep(id_, by, use_case, to_text(type(result), result))
