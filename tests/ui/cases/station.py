"""The station's real room in a test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from app.settings import StationKind
from app.texts import Language
from tests.services.at_work import HallAtWork
from tests.ui import worklists
from ui.cases.room import open_room
from ui.cases.state import CasesState

StationAtWork = worklists.StationAtWork[CasesState]


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
    who = hall.staff[actor] if actor else None
    async with worklists.at_station(
        open_room, hall.hall, who, StationKind.CASES, folder, language=language, size=size
    ) as station:
        yield station
