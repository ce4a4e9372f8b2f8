"""What every room of a station is given: the hall, who is signed in, the paper, who owns the tasks."""

from dataclasses import dataclass, field

from app.ports.change_feed import ChangeFeed
from app.ports.item_search import ItemSearchFactory
from app.services.use_case import Ports
from app.settings import StationSettings
from app.texts import Texts
from ui.laws_clock import LawsClock
from ui.print_queue import PrintQueue
from ui.session import Session
from ui.tasks import TaskSupervisor

__all__ = ["Session", "StationContext"]


@dataclass(frozen=True)
class StationContext:
    """One station: ``settings`` say what it is, ``supervisor`` owns the tasks that outlive a screen.

    ``origin`` is what its own changes carry in the feed, as no other station's do.
    ``law`` tells a room that cases moved by the calendar.
    """

    ports: Ports
    feed: ChangeFeed
    origin: str
    texts: Texts
    settings: StationSettings
    session: Session
    item_search: ItemSearchFactory
    prints: PrintQueue
    supervisor: TaskSupervisor
    law: LawsClock = field(default_factory=LawsClock)
