"""Sixteen callers, two thousand tickets, repeated commands and killed stations: nothing lost, nothing twice."""

import asyncio
import json
import random
import sys
from collections import Counter as Tally
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.bootstrap import make_sample_hall, open_hall
from app.domain.ticket_table import TicketState
from app.ports.queries import TicketQuery
from tests.races.audit import actions_by_ticket

TICKETS = 2000
PROCESSES = 4
"""That issue, and that call for four counters each."""
KILLS = 3
SAID = {"issued", "called"}


@dataclass
class Run:
    """What stations said before they ended or were killed, as it came."""

    said: list[dict[str, object]] = field(default_factory=list)

    def all(self, word: str) -> list[object]:
        return [line[word] for line in self.said if word in line]

    def is_mixed(self) -> bool:
        """Whether tickets were still issued well after others had been called."""
        words = ["issued" if "issued" in line else "called" for line in self.said if line.keys() & SAID]
        first_call = words.index("called")
        return words[first_call:].count("issued") > TICKETS // 10


async def station(run: Run, kill_after: int | None, *arguments: str) -> None:
    """One process; killed without warning when it has said ``kill_after`` lines."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.races.stations", *arguments,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    lines = 0
    async for line in process.stdout:
        run.said.append(json.loads(line))
        lines += 1
        if lines == kill_after:
            process.kill()
            break
    trouble = (await process.stderr.read()).decode()
    code = await process.wait()
    assert kill_after is not None or code == 0, trouble


async def stations(
    run: Run, role: str, hall: tuple[str, str], groups: Sequence[Sequence[int]], kills: int
) -> None:
    """Run a process for each group of stations; ``kills`` of them die midway, and successors take their place."""
    luck = random.Random(7)
    victims = set(luck.sample(range(len(groups)), min(kills, len(groups))))

    async def one(index: int, group: Sequence[int]) -> None:
        numbers = ",".join(map(str, group))
        if index in victims:
            await station(run, luck.randint(5, 60), role, *hall, numbers, f"{role}{index}")
        await station(run, None, role, *hall, numbers, f"{role}{index}b")

    async with asyncio.TaskGroup() as processes:
        for index, group in enumerate(groups):
            processes.create_task(one(index, group))


def split(numbers: Sequence[int], parts: int) -> list[Sequence[int]]:
    """The numbers dealt out to ``parts`` processes."""
    return [numbers[part::parts] for part in range(parts)]


@pytest.fixture
async def sample_hall(empty_database: str, tmp_path: Path) -> tuple[str, str]:
    """A sample hall; its address and the file of its key."""
    key = tmp_path / "hall.key"
    await make_sample_hall(empty_database, key)
    return empty_database, str(key)


async def test_no_ticket_is_called_twice_or_lost(sample_hall: tuple[str, str]) -> None:
    """Stations issue and call at once, repeat commands, and some are killed; then everything adds up."""
    half = [[TICKETS // 2 // PROCESSES]] * PROCESSES
    counters = split(range(1, 17), PROCESSES)
    run, both = Run(), Run()
    await stations(run, "issue", sample_hall, half, KILLS)
    async with asyncio.TaskGroup() as at_once:
        at_once.create_task(stations(both, "issue", sample_hall, half, KILLS))
        at_once.create_task(stations(both, "call", sample_hall, counters, KILLS))
    assert both.is_mixed(), "nobody was called while others came"
    await stations(run, "call", sample_hall, counters, 0)  # who came after the last look
    run.said += both.said
    assert run.all("broken") == []

    async with open_hall(sample_hall[0], Path(sample_hall[1]), "judge", "zh") as hall:
        tickets = await hall.ports.readers.tickets(TicketQuery(limit=10 * TICKETS))
    numbers = [ticket.number for ticket in tickets]
    assert len(numbers) >= TICKETS
    assert len(set(numbers)) == len(numbers), "a number was given twice"
    assert set(run.all("issued")) <= set(numbers), "an acknowledged ticket is lost"
    assert Tally(ticket.state for ticket in tickets) == {TicketState.FINISHED: len(tickets)}

    done = await actions_by_ticket(sample_hall[0])
    once = {"issue": 1, "call": 1, "start": 1, "finish": 1}
    assert {number: actions for number, actions in done.items() if actions != once} == {}
    assert set(run.all("finished")) <= set(done)
