"""What the calendar does to follow-ups of bad ratings: warnings, also when no station was open for days."""

from dataclasses import dataclass

from uuid_utils.compat import uuid7

from app.domain.follow_up_clock import caught_up
from app.domain.ids import CommandId
from app.domain.staff import UNATTENDED
from app.services.use_case import Command, Ports, Work, use_case

_AT_ONCE = 50
"""Follow-ups of one transaction: each of them stays locked until its end."""


@dataclass(frozen=True, slots=True)
class Warned:
    """How many warnings of limits were given."""

    warned: int = 0


async def sweep_follow_ups(ports: Ports) -> Warned:
    """Sweep until nothing is left to sweep; where nothing fell due this is one look and leaves no trace."""
    total = 0
    while await _anything_fell_due(ports):
        swept = await sweep_some_follow_ups(ports, Command(CommandId(uuid7()), UNATTENDED))
        if not swept.warned:
            break  # somebody else was faster
        total += swept.warned
    return Warned(total)


@use_case
async def sweep_some_follow_ups(work: Work) -> Warned:
    """Warn of limits that come near, each warning dated by when it fell due.

    Can run at any station, late or twice, without harm; up to fifty follow-ups at a time.
    """
    hall = await work.u.hall.get()
    today = hall.business_day(await work.u.now())
    warned = 0
    for number in await work.u.follow_ups.falling_due(today, _AT_ONCE):
        change = caught_up(await work.u.follow_ups.by_number(number, lock=True), today, hall.beginning_of)
        if change is not None:
            case, events = change
            await work.u.follow_ups.save(case)
            work.u.record(None, *events)
            warned += len(events)
    return Warned(warned)


async def _anything_fell_due(ports: Ports) -> bool:
    async with ports.uow() as u:
        day = (await u.hall.get()).business_day(await u.now())
        return bool(await u.follow_ups.falling_due(day, 1))
