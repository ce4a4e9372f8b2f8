"""The station's real room in a test, at its page of bad ratings."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from app.bootstrap import case_finder
from app.settings import StationKind
from app.texts import Language
from tests.services.at_work import HallAtWork
from tests.ui import worklists
from ui.exceptions.room import Page, open_room
from ui.follow_ups.state import FollowUpsState

StationAtWork = worklists.StationAtWork[FollowUpsState]


def _page_of(room: Any) -> Any:
    """The room as its page of bad ratings sees it."""
    view, presenter = room.follow_ups
    return SimpleNamespace(view=view, presenter=presenter, window=room.window, widget=room.widget)


@asynccontextmanager
async def station_in(
    hall: HallAtWork,
    folder: Path,
    actor: str | None,
    *,
    language: Language = "zh",
    size: tuple[int, int] = (1366, 768),
) -> AsyncIterator[StationAtWork]:
    """Open the room in a window, for ``actor`` or nobody, and go to the page."""
    who = hall.staff[actor] if actor else None
    opened = partial(open_room, finder=case_finder())
    async with worklists.at_station(
        opened, hall.hall, who, StationKind.EXCEPTIONS, folder, language=language, size=size
    ) as station:
        at_page: StationAtWork = worklists.StationAtWork(_page_of(station.room))
        at_page.whole = station.room
        station.room.pages.go(Page.FOLLOW_UPS)
        yield at_page
