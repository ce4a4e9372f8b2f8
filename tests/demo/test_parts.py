"""The parts that the morning is made of."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.adapters.personal_values import identity_number, phone_number
from app.domain.errors import RuleBroken, YiciError
from app.domain.policy import Priority
from app.ports.errors import DeviceFailed
from ui.demo.agenda import Agenda, Process
from ui.demo.display import has_display
from ui.demo.folder import OutFolder
from ui.demo.people import People
from ui.demo.script import read_script

START = datetime(2026, 3, 18, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Clock:
    """Leaps and remembers."""

    def __init__(self) -> None:
        self.now = START

    async def leap(self, moment: datetime) -> None:
        assert moment >= self.now
        self.now = moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def agenda(clock: Clock) -> AsyncIterator[Agenda]:
    agenda = Agenda(clock.leap)
    yield agenda
    await agenda.close()


def saying(said: list[str], clock: Clock, word: str, *pauses: int) -> Process:
    async def process() -> Process:
        for pause in pauses:
            said.append(f"{word}{(clock.now - START) // MINUTE}")
            yield MINUTE * pause

    return process()


async def test_processes_take_turns_by_the_hall_s_time(agenda: Agenda, clock: Clock) -> None:
    said: list[str] = []
    agenda.begin(START + MINUTE, saying(said, clock, "b", 3, 1))
    agenda.begin(START, saying(said, clock, "a", 2, 4))
    await agenda.run(START + 10 * MINUTE)
    assert said == ["a0", "b1", "a2", "b4"]


async def test_what_lies_behind_stays_on_the_agenda(agenda: Agenda, clock: Clock) -> None:
    said: list[str] = []
    agenda.begin(START, saying(said, clock, "a", 5, 5, 5))
    await agenda.run(START + 5 * MINUTE)
    assert said == ["a0", "a5"]
    await agenda.run(START + 10 * MINUTE)
    assert said == ["a0", "a5", "a10"]


async def failing() -> Process:
    raise RuleBroken("ticket.rule.transition")
    yield MINUTE


async def test_a_broken_rule_is_raised(agenda: Agenda) -> None:
    agenda.begin(START, failing())
    with pytest.raises(RuleBroken):
        await agenda.run(START)


async def test_on_a_screen_a_broken_rule_ends_its_process_alone(agenda: Agenda, clock: Clock) -> None:
    said: list[str] = []
    failures: list[YiciError] = []
    agenda.failed = failures.append
    agenda.begin(START, failing())
    agenda.begin(START, saying(said, clock, "a", 1, 1))
    await agenda.run(START + 10 * MINUTE)
    assert said == ["a0", "a1"]
    assert len(failures) == 1


def test_an_earlier_demo_s_files_are_replaced(tmp_path: Path) -> None:
    folder = OutFolder(tmp_path / "out")
    folder.take(["board.png"])
    folder.write("board.png", b"old")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    OutFolder(tmp_path / "out").take(["board.png"])
    assert not (tmp_path / "out" / "board.png").exists()
    assert (tmp_path / "out" / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("summary", [None, "no JSON", '["made_by"]', json.dumps({"made_by": "somebody"})])
def test_somebody_else_s_files_are_not_written_over(tmp_path: Path, summary: str | None) -> None:
    (tmp_path / "board.png").write_bytes(b"mine")
    if summary is not None:
        (tmp_path / "summary.json").write_text(summary)
    with pytest.raises(DeviceFailed) as refused:
        OutFolder(tmp_path).take(["board.png"])
    assert refused.value.message.code == "demo.folder.not_ours"
    assert (tmp_path / "board.png").read_bytes() == b"mine"


def test_people_have_numbers_that_the_hall_takes() -> None:
    people = People(read_script())
    for priority in Priority:
        visitor = people.somebody(priority)
        assert identity_number(visitor.identity) == visitor.identity
        assert phone_number(visitor.phone) == visitor.phone


def test_who_was_named_before_comes_again() -> None:
    people = People(read_script())
    assert people.somebody(name="张丽华") is people.somebody(name="张丽华")


def test_the_elderly_are_seventy() -> None:
    people = People(read_script())
    born = {int(people.somebody(Priority.ELDERLY).identity[6:10]) for _ in range(20)}
    assert max(born) <= read_script().day.year - 71


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_known_before_qt_is_loaded(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], platform: str, expected: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", platform)
    assert has_display() is expected
