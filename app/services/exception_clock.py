"""What the calendar does to exception cases: warnings and escalation, also when no station was open for days."""

from dataclasses import dataclass

from app.domain.exception_ladder import caught_up
from app.domain.exception_table import ExceptionAction
from app.services.exception_at_work import terms_at
from app.services.sweeping import AT_ONCE, sweep_all
from app.services.use_case import Ports, Work, use_case


@dataclass(frozen=True, slots=True)
class FellDue:
    """How many warnings were given, and how many times a case went one level up."""

    warned: int = 0
    escalated: int = 0

    def __add__(self, other: "FellDue") -> "FellDue":
        return FellDue(self.warned + other.warned, self.escalated + other.escalated)


async def sweep_exceptions(ports: Ports) -> FellDue:
    """Sweep until nothing is left to sweep; where nothing fell due this is one look and leaves no trace."""
    return await sweep_all(
        ports, lambda u, day: u.exceptions.falling_due(day, 1), sweep_some_exceptions, FellDue()
    )


@use_case
async def sweep_some_exceptions(work: Work) -> FellDue:
    """Warn of limits that come near, and let cases rise whose limit is over, each dated by when it fell due.

    Can run at any station, late or twice, without harm; up to fifty cases at a time.
    """
    hall, now = await work.u.hall.get(), await work.u.now()
    terms = await terms_at(work.ports, work.u, hall, now)
    actions: list[object] = []
    for number in await work.u.exceptions.falling_due(terms.today, AT_ONCE):
        case = await work.u.exceptions.by_number(number, lock=True)
        change = caught_up(case, terms, hall.beginning_of)
        if change is not None:
            moved, events = change
            await work.u.exceptions.save(moved)
            work.u.record(None, *events)
            actions += [event.action for event in events]
    return FellDue(actions.count(ExceptionAction.WARN), actions.count(ExceptionAction.ESCALATE))
