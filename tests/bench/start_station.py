"""The program as a technician starts it, ended as soon as its window shows the counter as the database has it.

Everything is imported in the program's own order and manner, before it runs: so that its window can be watched.
``python -m tests.bench.start_station COUNTER``; the rest of the settings comes from the environment.
"""

import sys

from app.cli.imports import imports_that_stay

with imports_that_stay():
    import app.cli.main
with imports_that_stay():
    import ui.main

import app.__main__
from tests.bench.painted import tell
from tests.bench.painter import Painter
from ui.context import StationContext
from ui.counter.room import CounterRoom
from ui.counter.state import CounterState
from ui.rooms import Room

_open_room = ui.main.open_room


def _watched(context: StationContext) -> Room:
    room = _open_room(context)
    assert isinstance(room, CounterRoom)

    def painted(at: int, state: CounterState) -> None:
        if state.desk is not None and room.widget.isVisible():
            tell(at)
            room.widget.close()

    Painter(room.widget, lambda: room.presenter.state, painted)
    return room


if __name__ == "__main__":
    ui.main.open_room = _watched
    sys.argv[1:] = ["counter-desk", "--number", sys.argv[1]]
    app.__main__.main()
