"""What a station is made of, and the hall that it opens: named by whoever starts one."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.ports.change_feed import ChangeFeed
from app.ports.item_search import ItemSearchFactory
from app.ports.printing import PaperOut
from app.services.use_case import Ports
from app.settings import PrinterChoice, StationSettings
from ui.context import StationContext
from ui.devices.printing import NoPaper, QtPaper
from ui.rooms import Room


class OpenHall(Protocol):
    """A hall within reach."""

    @property
    def ports(self) -> Ports: ...

    @property
    def feed(self) -> ChangeFeed: ...

    @property
    def origin(self) -> str: ...


@dataclass(frozen=True)
class Parts:
    """What the program is made of, named by ``ui.main``; ``open_room`` makes the room of a kind of station."""

    open_hall: Callable[[StationSettings, str], AbstractAsyncContextManager[OpenHall]]
    make_sample: Callable[[str, Path], Awaitable[None]]
    folder_paper: Callable[[Path], PaperOut]
    item_search: ItemSearchFactory
    open_room: Callable[[StationContext], Room]
    version: str

    def paper_of(self, choice: PrinterChoice | None) -> PaperOut:
        """Where paper comes out for this choice."""
        if choice is None:
            return NoPaper()
        return self.folder_paper(choice.folder) if choice.folder else QtPaper(choice.printer or "")
