"""The station's real room in a test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from app.bootstrap import case_finder
from app.settings import StationKind
from app.texts import Language
from tests.ui import worklists
from tests.ui.exceptions.hall import HallAtWork
from ui.exceptions.room import open_room
from ui.exceptions.state import ExceptionsState

StationAtWork = worklists.StationAtWork[ExceptionsState]


@asynccontextmanager
async def station_in(
    hall: HallAtWork,
    folder: Path,
    actor: str | None,
    *,
    language: Language = "zh",
    size: tuple[int, int] = (1366, 768),
) -> AsyncIterator[StationAtWork]:
    """Open the room in a window, for ``actor`` or nobody."""
    who = await hall.actor(actor) if actor else None
    opened = partial(open_room, finder=case_finder())
    async with worklists.at_station(
        opened, hall.hall, who, StationKind.EXCEPTIONS, folder, language=language, size=size
    ) as station:
        yield station
