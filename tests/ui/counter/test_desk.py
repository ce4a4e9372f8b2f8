"""What is read of a desk holds, whatever else is read of the hall meanwhile."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.domain.message import Message
from app.ports.readers import CaseQuery, Readers
from app.ports.rows import CaseRow
from app.services.call_next import call_next
from app.services.counters import open_counter
from tests.ui.counter.morning import CLERK, COUNTER, Morning, command_of
from ui.counter.desk import Desk
from ui.counter.draft_file import DraftFile
from ui.counter.screen import Screen
from ui.counter.state import CounterState


class Meanwhile:
    """The real readers; while cases are read, something else happens."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers
        self.happens: Callable[[], Awaitable[None]]

    async def cases(self, query: CaseQuery) -> Sequence[CaseRow]:
        await self.happens()
        return await self._readers.cases(query)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._readers, name)


class Unseen:
    """A window that nobody looks at."""

    def render(self, state: CounterState) -> None:
        """Nobody looks."""

    def say(self, message: Message) -> None:
        """Nobody listens."""


async def test_the_day_to_tell_by_is_known_though_the_settings_are_read_anew_meanwhile(
    morning: Morning, tmp_path: Path
) -> None:
    """As a station does that has just come in touch with the hall while its clerk calls somebody."""
    ports, clerk = morning.hall.ports, await morning.sign_in(CLERK)
    await morning.issue()
    await open_counter(ports, command_of(clerk), COUNTER)
    await call_next(ports, command_of(clerk), COUNTER)
    meanwhile = Meanwhile(ports.readers)
    screen = Screen(CounterState(COUNTER, actor=clerk), Unseen())
    desk = Desk(replace(ports, readers=meanwhile), screen, DraftFile(tmp_path / "drafts.json"))
    meanwhile.happens = desk.read_hall
    await desk.refresh()
    assert screen.state.ticket is not None
    assert screen.state.tell_by is not None
