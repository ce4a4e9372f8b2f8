"""Wherever a desk is open, what lapsed is settled by itself; a board leaves it to the desks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from uuid_utils.compat import uuid7

from app.bootstrap import OpenHall, item_search, make_sample_hall, open_hall
from app.domain.calendar import Due, OfficeCalendar, YearArrangement
from app.domain.case_table import CaseState
from app.domain.errand import Outcome
from app.domain.follow_up_table import FollowUpAction
from app.domain.ids import CommandId
from app.domain.rating import RatingLevel
from app.ports.errors import DatabaseAway
from app.services.calling import start
from app.services.case_intake import open_case
from app.services.ratings import give_rating
from app.services.serving import finish
from app.services.sign_in import sign_in
from app.services.use_case import Command, Ports
from app.settings import StationKind, StationSettings
from db.transaction import ClockOffset
from tests.ui.stations import CLERKS, GUIDE, PASSWORD, People, SampleHall
from ui.context import StationContext
from ui.laws_clock import EVERY_SECONDS, LawsClock
from ui.parts import Parts
from ui.rooms import Room
from ui.stage import Stage
from ui.station import Station
from ui.tasks import TaskSupervisor

LICENCE = "IT026"
SECONDS = 10
TURNS = 20
FORTNIGHT = timedelta(days=14)


class _Pause:
    """Lets a test say when time has passed."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self.paused, self._over = asyncio.Event(), asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)
        self.paused.set()
        await self._over.wait()
        self._over.clear()

    async def begun(self) -> None:
        await self.paused.wait()
        self.paused.clear()

    def pass_by(self) -> None:
        self._over.set()


async def _licence(ports: Ports) -> str:
    order = Command(CommandId(uuid7()), await sign_in(ports, CLERKS[2], PASSWORD))
    return (await open_case(ports, order, LICENCE)).row.number


async def test_it_sweeps_at_once_and_then_again_and_tells_the_room(hall: SampleHall) -> None:
    clock, pause, told = ClockOffset(), _Pause(), list[str]()
    async with open_hall(hall.url, hall.key_file, "desk", "zh", clock) as opened, asyncio.timeout(SECONDS):
        number = await _licence(opened.ports)
        law = LawsClock(pause)
        law.on_moved(lambda: told.append("moved"))
        tasks = TaskSupervisor(lambda name, error: pytest.fail(f"{name}: {error}"))
        tasks.run_command(law.run(opened.ports), name="law")
        await pause.begun()
        assert (await opened.ports.readers.case(number)).row.state is CaseState.RECEIVED
        clock.value += FORTNIGHT
        pause.pass_by()
        await pause.begun()
        case = await opened.ports.readers.case(number)
        law.stop()
        await tasks.close()
    assert (case.row.state, case.is_deemed, case.row.accepted_on) == (
        CaseState.ACCEPTED, True, case.row.received_on,
    )  # fmt: skip
    assert (told, pause.asked) == (["moved"], [EVERY_SECONDS, EVERY_SECONDS])


async def _bad_rating(people: People) -> str:
    """The number of what a bad rating opens."""
    await people.open(2)
    await people.issue()
    number, clerk = (await people.call(2)).number, await sign_in(people.hall.ports, CLERKS[2], PASSWORD)
    await start(people.hall.ports, Command(CommandId(uuid7()), clerk), 2)
    await finish(people.hall.ports, Command(CommandId(uuid7()), clerk), 2, Outcome.COMPLETED)
    guide = Command(CommandId(uuid7()), await sign_in(people.hall.ports, GUIDE, PASSWORD))
    given = await give_rating(people.hall.ports, guide, number, RatingLevel.VERY_DISSATISFIED)
    assert given.follow_up is not None
    return given.follow_up


async def test_it_warns_of_what_a_bad_rating_asks_for_and_tells_the_room(hall: SampleHall) -> None:
    clock, pause, told = ClockOffset(), _Pause(), list[str]()
    async with open_hall(hall.url, hall.key_file, "desk", "zh", clock) as opened, asyncio.timeout(SECONDS):
        number = await _bad_rating(People(opened))
        clock.value += FORTNIGHT
        tasks, law = TaskSupervisor(lambda name, error: pytest.fail(f"{name}: {error}")), LawsClock(pause)
        law.on_moved(lambda: told.append("moved"))
        tasks.run_command(law.run(opened.ports), name="law")
        await pause.begun()
        page = await opened.ports.readers.follow_up(number)
        law.stop()
        await tasks.close()
    assert ([step.action for step in page.steps], told) == (
        [FollowUpAction.OPEN, FollowUpAction.WARN],
        ["moved"],
    )


async def test_its_first_sweep_looks_at_a_year_that_a_release_brings(hall: SampleHall) -> None:
    clock, pause = ClockOffset(), _Pause()
    async with open_hall(hall.url, hall.key_file, "desk", "zh", clock) as opened, asyncio.timeout(SECONDS):
        today = (await opened.ports.readers.hall()).day
        clock.value = date(2098, 12, 29) - today
        number = await _licence(opened.ports)
        told = (await opened.ports.readers.case(number)).tell_by
        years = (YearArrangement(year, frozenset(), frozenset()) for year in (2098, 2099))
        released = replace(opened.ports, working_days=OfficeCalendar.of(opened.ports.working_days, years))
        tasks, law = TaskSupervisor(lambda name, error: pytest.fail(f"{name}: {error}")), LawsClock(pause)
        tasks.run_command(law.run(released), name="law")
        await pause.begun()
        certain = (await opened.ports.readers.case(number)).tell_by
        law.stop()
        await tasks.close()
    assert (told.provisional, certain) == (True, Due(told.day))


async def test_a_hall_that_is_away_is_swept_when_it_is_back(hall: SampleHall) -> None:
    pause = _Pause()
    async with open_hall(hall.url, hall.key_file, "desk", "zh") as opened, asyncio.timeout(SECONDS):

        def away() -> None:
            raise DatabaseAway("database.away")

        tasks = TaskSupervisor(lambda name, error: pytest.fail(f"{name}: {error}"))
        law = LawsClock(pause)
        running = tasks.run_command(law.run(replace(opened.ports, uow=away)), name="law")  # type: ignore[arg-type]
        await pause.begun()
        assert not running.done()
        law.stop()
        await tasks.close()


class _Window(QWidget):
    """Tells when it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = asyncio.Event()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.seen.set()


class _Room:
    """A room with nothing in it."""

    def __init__(self) -> None:
        self.widget = _Window()

    async def close(self) -> None:
        """Nothing was begun."""


@pytest.mark.parametrize("kind", StationKind)
async def test_every_desk_runs_it_from_its_start(
    kind: StationKind, hall: SampleHall, qapp: QApplication
) -> None:
    qapp.setQuitOnLastWindowClosed(False)
    swept, room = asyncio.Event(), _Room()
    clock = ClockOffset()

    @asynccontextmanager
    async def opened(settings: StationSettings, origin: str) -> AsyncIterator[OpenHall]:
        async with open_hall(settings.database or "", settings.key_path, origin, "zh", clock) as open_:
            await _licence(open_.ports)
            clock.value += FORTNIGHT
            yield open_

    def room_of(context: StationContext) -> Room:
        context.law.on_moved(swept.set)
        return room

    settings = StationSettings(database=hall.url, key_file=Path(hall.key_file), kind=kind, counter=3)
    parts = Parts(opened, make_sample_hall, lambda folder: pytest.fail(str(folder)), item_search, room_of, "")
    async with asyncio.timeout(SECONDS), asyncio.TaskGroup() as group:
        group.create_task(Station(parts, Stage(qapp)).run(settings))
        if kind is StationKind.BOARD:
            await room.widget.seen.wait()
            for _ in range(TURNS):
                await asyncio.sleep(0)
        else:
            await swept.wait()
        assert swept.is_set() is (kind is not StationKind.BOARD)
        room.widget.close()
    qapp.setQuitOnLastWindowClosed(True)
