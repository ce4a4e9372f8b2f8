"""Every order given twice, as after a lost reply."""

from typing import Any

from sqlalchemy import func, select

from db.tables import audit_entries
from tests.services.at_work import (
    HallAtWork,
)
from tests.services.use_cases import (
    UseCase,
)


class Twice:
    """Gives every order twice, as after a lost reply, and insists on the same answer and one deed."""

    def __init__(self, hall: HallAtWork) -> None:
        self.hall = hall
        self.done: set[UseCase] = set()

    async def __call__(self, who: str, use_case: UseCase, *args: object, **kwargs: object) -> Any:
        command = self.hall.command(who)
        first = await use_case(self.hall.ports, command, *args, **kwargs)
        trail = await self._trail()
        assert await use_case(self.hall.ports, command, *args, **kwargs) == first
        assert await self._trail() == trail
        self.done.add(use_case)
        return first

    async def _trail(self) -> int:
        async with self.hall.ports.uow() as u:
            transaction = u._t  # type: ignore[attr-defined]
            return int(
                (await transaction.execute(select(func.count()).select_from(audit_entries))).scalar_one()
            )
