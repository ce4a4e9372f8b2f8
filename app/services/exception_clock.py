"""What the calendar does to exception cases: warnings and escalation, also when no station was open for days."""

from dataclasses import dataclass

from uuid_utils.compat import uuid7

from app.domain.exception_ladder import caught_up
from app.domain.exception_table import ExceptionAction
from app.domain.ids import CommandId
from app.domain.staff import UNATTENDED
from app.services.exception_at_work import terms_at
from app.services.use_case import Command, Ports, Work, use_case

_AT_ONCE = 50
"""Cases of one transaction: each of them stays locked until its end."""


@dataclass(frozen=True, slots=True)
class FellDue:
    """How many warnings were given, and how many times a case went one level up."""

    warned: int = 0
    escalated: int = 0


async def sweep_exceptions(ports: Ports) -> FellDue:
    """Sweep until nothing is left to sweep; where nothing fell due this is one look and leaves no trace."""
    total = FellDue()
    while await _anything_fell_due(ports):
        swept = await sweep_some_exceptions(ports, Command(CommandId(uuid7()), UNATTENDED))
        if swept == FellDue():
            break  # somebody else was faster
        total = FellDue(total.warned + swept.warned, total.escalated + swept.escalated)
    return total


@use_case
async def sweep_some_exceptions(work: Work) -> FellDue:
    """Warn of limits that come near, and let cases rise whose limit is over, each dated by when it fell due.

    Can run at any station, late or twice, without harm; up to fifty cases at a time.
    """
    hall, now = await work.u.hall.get(), await work.u.now()
    terms = await terms_at(work, hall, now)
    actions: list[object] = []
    for number in await work.u.exceptions.falling_due(terms.today, _AT_ONCE):
        case = await work.u.exceptions.by_number(number, lock=True)
        change = caught_up(case, terms, hall.beginning_of)
        if change is not None:
            moved, events = change
            await work.u.exceptions.save(moved)
            work.u.record(None, *events)
            actions += [event.action for event in events]
    return FellDue(actions.count(ExceptionAction.WARN), actions.count(ExceptionAction.ESCALATE))


async def _anything_fell_due(ports: Ports) -> bool:
    async with ports.uow() as u:
        day = (await u.hall.get()).business_day(await u.now())
        return bool(await u.exceptions.falling_due(day, 1))
