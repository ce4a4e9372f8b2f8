"""Stations of a race: processes that issue, or call until nobody waits, against one database.

Run as ``python -m tests.races.stations issue|call URL KEY NUMBERS SEED``; each number is one station with its own
connections: how many tickets it issues, or the counter it calls from. Each result is a line on standard output.
"""

import asyncio
import json
import random
import sys
from pathlib import Path

from uuid_utils.compat import uuid7

from app.bootstrap import open_hall
from app.domain.errand import Outcome
from app.domain.ids import CommandId
from app.domain.ticket_table import TicketState
from app.ports.errors import ConcurrentChange
from app.ports.rows import TicketRow
from app.services.call_next import Called, call_next
from app.services.calling import start
from app.services.counters import open_counter
from app.services.issue_ticket import ErrandWish, issue_ticket
from app.services.serving import finish
from app.services.sign_in import sign_in
from app.services.use_case import Command, Ports

ITEMS = ("IT001", "IT004", "IT008", "IT016", "IT031", "IT058")


def tell(**said: object) -> None:
    """One line of the report; flushed, since the process may be killed at any moment."""
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


class Station:
    """One member of staff, who sometimes repeats a command as after a lost reply."""

    def __init__(self, ports: Ports, actor: object, luck: random.Random) -> None:
        self.ports, self.actor, self.luck = ports, actor, luck

    async def twice_at_times(self, use_case: object, *args: object, **kwargs: object) -> object:
        """Carry out a command; now and then carry it out again and insist on the same answer."""
        command = Command(CommandId(uuid7()), self.actor)  # type: ignore[arg-type]
        result = await patiently(use_case, self.ports, command, *args, **kwargs)
        if self.luck.random() < 0.15:
            again = await patiently(use_case, self.ports, command, *args, **kwargs)
            if again != result:
                tell(broken="a repeated command answered differently")
        return result


async def patiently(use_case: object, *args: object, **kwargs: object) -> object:
    """A use case that is tried again when others held its rows for too long, as a station does."""
    while True:
        try:
            return await use_case(*args, **kwargs)  # type: ignore[operator]
        except ConcurrentChange:
            continue


async def issue(station: Station, count: int) -> None:
    """Issue ``count`` tickets for items of several lines."""
    for _ in range(count):
        wish = ErrandWish(station.luck.choice(ITEMS))
        row = await station.twice_at_times(issue_ticket, (wish,))
        assert isinstance(row, TicketRow)
        tell(issued=row.number)


async def call(station: Station, counter: int) -> None:
    """Sit down, then call, start and finish until nobody waits; a ticket left by a killed station comes first."""
    await station.twice_at_times(open_counter, counter, hand_over=True)
    while True:
        called = await station.twice_at_times(call_next, counter)
        assert isinstance(called, Called)
        if called.ticket is None:
            return
        if called.ticket.state is TicketState.CALLED:
            tell(called=called.ticket.number, counter=counter)
            await station.twice_at_times(start, counter)
        await station.twice_at_times(finish, counter, Outcome.COMPLETED)
        tell(finished=called.ticket.number, counter=counter)


async def main(role: str, url: str, key: str, numbers: str, seed: str) -> None:
    """Run the stations of this process side by side, one for each of the comma-separated numbers."""
    async with asyncio.TaskGroup() as stations:
        for number in numbers.split(","):
            stations.create_task(one(role, url, key, int(number), f"{seed}-{number}"))


async def one(role: str, url: str, key: str, number: int, seed: str) -> None:
    """One station with its own connections."""
    async with open_hall(url, Path(key), f"{role}-{number}", "zh") as hall:
        staff = "0003" if role == "issue" else f"{100 + number:04d}"
        actor = await patiently(sign_in, hall.ports, staff, "sample")
        station = Station(hall.ports, actor, random.Random(seed))
        await (issue(station, number) if role == "issue" else call(station, number))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
