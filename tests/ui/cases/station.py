"""The station's real room in a test."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from app.settings import StationKind
from app.texts import Language
from tests.services.at_work import HallAtWork, hall_at_work, make_hall
from tests.ui import worklists
from ui.cases.room import open_room
from ui.cases.state import CasesState

StationAtWork = worklists.StationAtWork[CasesState]


def hall_of(folder: Path) -> AbstractAsyncContextManager[HallAtWork]:
    """The hall of a folder, open at nine."""
    return hall_at_work(f"sqlite:///{folder / 'hall.db'}", folder / "hall.key")


async def make_hall_in(folder: Path) -> None:
    """Set the sample hall up in a folder: its database and its key."""
    await make_hall(f"sqlite:///{folder / 'hall.db'}", folder / "hall.key")


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
