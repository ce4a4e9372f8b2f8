"""What the calendar does to follow-ups of bad ratings: warnings, also when no station was open for days."""

from dataclasses import dataclass

from app.domain.follow_up_clock import caught_up
from app.services.sweeping import AT_ONCE, sweep_all
from app.services.use_case import Ports, Work, use_case


@dataclass(frozen=True, slots=True)
class Warned:
    """How many warnings of limits were given."""

    warned: int = 0

    def __add__(self, other: "Warned") -> "Warned":
        return Warned(self.warned + other.warned)


async def sweep_follow_ups(ports: Ports) -> Warned:
    """Sweep until nothing is left to sweep; where nothing fell due this is one look and leaves no trace."""
    return await sweep_all(
        ports, lambda u, day: u.follow_ups.falling_due(day, 1), sweep_some_follow_ups, Warned()
    )


@use_case
async def sweep_some_follow_ups(work: Work) -> Warned:
    """Warn of limits that come near, each warning dated by when it fell due.

    Can run at any station, late or twice, without harm; up to fifty follow-ups at a time.
    """
    hall = await work.u.hall.get()
    today = hall.business_day(await work.u.now())
    warned = 0
    for number in await work.u.follow_ups.falling_due(today, AT_ONCE):
        change = caught_up(await work.u.follow_ups.by_number(number, lock=True), today, hall.beginning_of)
        if change is not None:
            case, events = change
            await work.u.follow_ups.save(case)
            work.u.record(None, *events)
            warned += len(events)
    return Warned(warned)
