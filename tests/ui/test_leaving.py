"""Somebody else takes the place: never before what was asked for is done, never past a refusal."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from app.domain.message import Message
from ui.leaving import Leaving
from ui.tasks import TaskSupervisor

REFUSED = Message("exception.rule.none")


@dataclass
class Part:
    """A part of a room, and what went wrong in it."""

    problem: Message | None = None


@dataclass
class Room:
    """Two parts, a command that is answered when the test says so, and whether somebody is still there."""

    tasks: TaskSupervisor
    parts: list[Part] = field(default_factory=lambda: [Part(), Part()])
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    there: bool = True

    def __post_init__(self) -> None:
        self.leaving = Leaving(self.tasks, lambda: [part.problem for part in self.parts], self._leave)

    def ask(self, answer: Message | None = None) -> None:
        """Ask the hall for something that it answers with this."""
        self.tasks.run_command(self._ask(answer), name="command")

    async def _ask(self, answer: Message | None) -> None:
        self.parts[1].problem = None
        await self.answered.wait()
        self.parts[1].problem = answer

    def _leave(self) -> None:
        self.there = False


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    """A room in which no task fails."""
    failures: list[BaseException] = []
    tasks = TaskSupervisor(lambda _, error: failures.append(error))
    yield Room(tasks)
    await tasks.close()
    assert failures == []


async def test_where_nothing_is_under_way_one_leaves_at_once(room: Room) -> None:
    room.parts[0].problem = REFUSED
    room.leaving.begin()
    assert not room.there


@pytest.mark.parametrize("earlier", [None, REFUSED])
async def test_one_leaves_when_the_hall_has_answered(room: Room, earlier: Message | None) -> None:
    room.parts[0].problem = earlier
    room.ask()
    await asyncio.sleep(0)
    room.leaving.begin()
    room.leaving.begin()
    await asyncio.sleep(0)
    assert room.there
    room.answered.set()
    await room.tasks.idle()
    assert not room.there


async def test_what_follows_from_the_answer_is_waited_for(room: Room) -> None:
    room.ask()
    room.leaving.begin()
    await asyncio.sleep(0)
    first, room.answered = room.answered, asyncio.Event()
    room.tasks.run_command(room.answered.wait(), name="print it")
    first.set()
    await asyncio.sleep(0)
    assert room.there
    room.answered.set()
    await room.tasks.idle()
    assert not room.there


async def test_after_a_refusal_one_stays_and_reads_it(room: Room) -> None:
    room.ask(REFUSED)
    room.leaving.begin()
    room.answered.set()
    await room.tasks.idle()
    assert room.there
    room.leaving.begin()
    assert not room.there
