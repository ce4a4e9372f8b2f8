"""What the calendar does by itself, some at a time, until nothing is left: any station may, late or twice."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Protocol, TypeVar

from uuid_utils.compat import uuid7

from app.domain.ids import CommandId
from app.domain.staff import UNATTENDED
from app.ports.unit_of_work import UnitOfWork
from app.services.use_case import Command, Ports

AT_ONCE = 50
"""How many one transaction takes: each of them stays locked until its end."""


class Swept(Protocol):
    """What a sweep did; of two sweeps it is added up."""

    def __add__(self: "S", other: "S", /) -> "S":
        """What both did."""


S = TypeVar("S", bound=Swept)


async def sweep_all(
    ports: Ports,
    due: Callable[[UnitOfWork, date], Awaitable[object]],
    sweep_some: Callable[[Ports, Command], Awaitable[S]],
    nothing: S,
) -> S:
    """Sweep while anything is due on this business day; where nothing is, this is one look and leaves no trace."""
    total = nothing
    while await _is_anything(ports, due):
        swept = await sweep_some(ports, nobodys_order())
        if swept == nothing:
            break  # somebody else was faster
        total = total + swept
    return total


def nobodys_order() -> Command:
    """An order that no person gave."""
    return Command(CommandId(uuid7()), UNATTENDED)


async def _is_anything(ports: Ports, due: Callable[[UnitOfWork, date], Awaitable[object]]) -> bool:
    async with ports.uow() as u:
        return bool(await due(u, (await u.hall.get()).business_day(await u.now())))
