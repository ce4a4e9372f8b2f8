"""Runs stations on a screen: dresses the program, opens their windows, and ends in order when the last one closes."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from PySide6.QtWidgets import QApplication

from app.bootstrap import (
    OpenHall,
    case_finder,
    figures_files,
    folder_paper,
    item_search,
    make_sample_hall,
    open_hall,
)
from app.settings import StationKind, StationSettings, program_version
from ui.context import StationContext
from ui.loop import last_window_closed, run
from ui.parts import Parts
from ui.rooms import Room
from ui.stage import Stage, dress
from ui.station import Station
from ui.theme import Look, active, load_fonts
from ui.widgets.keyboard import keyboard_led

Stations = Callable[[], AbstractAsyncContextManager[None]]
"""Opens windows on entry; on exit closes their rooms, then the feed, then the engine."""


def run_stations(stations: Stations, look: Look) -> int:
    """Open the stations in ``look`` and serve until their last window is closed; the exit status."""

    async def main(app: QApplication) -> int:
        load_fonts()
        active.apply(look)
        closed = last_window_closed(app)
        with keyboard_led(app):
            async with stations():
                await closed.wait()
        return 0

    return run(main)


def run_station(settings: StationSettings) -> int:
    """Be the station that the settings describe, or ask which one, until its window is closed; the exit status."""

    async def main(app: QApplication) -> int:
        load_fonts()
        dress(settings)
        with keyboard_led(app):
            await Station(_parts(), Stage(app)).run(settings)
        return 0

    return run(main)


def _parts() -> Parts:
    return Parts(
        open_hall=_open_hall,
        make_sample=make_sample_hall,
        folder_paper=folder_paper,
        item_search=item_search,
        open_room=open_room,
        version=program_version(),
    )


def _open_hall(settings: StationSettings, origin: str) -> AbstractAsyncContextManager[OpenHall]:
    return open_hall(
        settings.database or "",
        settings.key_path,
        origin,
        settings.language,
        attachments=settings.attachments,
    )


def open_room(context: StationContext) -> Room:
    """The room of the context's kind of station. Each is imported only when it is wanted: a board loads no desk."""
    match context.settings.kind:
        case StationKind.GUIDE_DESK:
            from ui.guide_desk.room import open_room as open_guide_desk

            return open_guide_desk(context, case_finder())
        case StationKind.COUNTER:
            from ui.counter.room import open_room as open_counter

            return open_counter(context, case_finder())
        case StationKind.CASES:
            from ui.cases.room import open_room as open_cases

            return open_cases(context)
        case StationKind.EXCEPTIONS:
            from ui.exceptions.room import open_room as open_exceptions

            return open_exceptions(context, case_finder())
        case StationKind.BOARD | StationKind.RATE:
            return _open_for_the_public(context)
        case StationKind.OFFICE:
            from ui.office.room import open_room as open_office

            return open_office(context, figures_files(context.texts))
        case None:
            raise ValueError("a station has a kind before it has a room")


def _open_for_the_public(context: StationContext) -> Room:
    """The rooms at which nobody signs in."""
    if context.settings.kind is StationKind.RATE:
        from ui.rate.room import open_room as open_rate

        return open_rate(context)
    from ui.board.room import open_room as open_board

    return open_board(context)
