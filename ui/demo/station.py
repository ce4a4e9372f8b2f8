"""Stations of the demo: real rooms, each with its own connection to the hall, as on PCs of their own."""

import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app.bootstrap import case_finder, item_search
from app.domain.print_job import Printer
from app.ports.printing import PaperOut
from app.services.similar_cases import CaseFinder
from app.settings import StationKind, StationSettings
from app.texts import Language, Texts
from ui.context import Session, StationContext
from ui.demo.hall import DemoHall
from ui.failures import FailurePath
from ui.print_queue import PrintQueue
from ui.rooms import Room
from ui.tasks import TaskSupervisor

R = TypeVar("R", bound=Room)

_HOME = "YICI_HOME"


@dataclass(frozen=True, slots=True)
class Post:
    """A station and who works at it (nobody at a board)."""

    kind: StationKind
    staff: str | None = None
    counter: int | None = None


def finding_cases(open_room: Callable[[StationContext, CaseFinder], R]) -> Callable[[StationContext], R]:
    """Opens a room that finds cases like what is told there."""
    return lambda context: open_room(context, case_finder())


@asynccontextmanager
async def station(
    hall: DemoHall, post: Post, open_room: Callable[[StationContext], R], language: Language, paper: PaperOut
) -> AsyncIterator[R]:
    """Open a room for who works there; at the end it is closed and its window gone."""
    texts = Texts(language)
    name = texts("demo.station.guide_desk") if post.kind is StationKind.GUIDE_DESK else ""
    settings = StationSettings(kind=post.kind, name=name, counter=post.counter, language=language)
    session = Session(settings.station, await hall.actor(post.staff) if post.staff else None)
    failed = FailurePath(lambda _: None)
    supervisor = TaskSupervisor(failed)
    async with hall.open_for(settings.station, language) as opened:
        prints = PrintQueue(
            opened.ports, opened.origin, settings.print_queue, dict.fromkeys(Printer, paper), failed
        )
        context = StationContext(
            opened.ports,
            opened.feed,
            opened.origin,
            texts,
            settings,
            session,
            item_search,
            prints,
            supervisor,
        )
        prints.start()
        room = open_room(context)
        try:
            yield room
        finally:
            await prints.close()
            await room.close()
            await supervisor.close()
            room.widget.close()
            room.widget.deleteLater()


@contextmanager
def own_home(folder: Path) -> Iterator[None]:
    """Keep what stations remember in this folder: the person's own station is left alone."""
    before = os.environ.get(_HOME)
    os.environ[_HOME] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[_HOME]
        else:
            os.environ[_HOME] = before
