"""What a number ticket says."""

from dataclasses import dataclass
from datetime import datetime

from app.ports.documents.paper import Roll


@dataclass(frozen=True, kw_only=True)
class TicketErrand:
    """One item that the trip is for, in the order of the steps."""

    item: str
    situation: str | None = None
    counters: tuple[str, ...] = ()  # what the counters' signs say: ("2", "3", "4")


@dataclass(frozen=True, kw_only=True)
class TicketMaterial:
    """One thing to have ready; ``missing`` when the guide desk saw that it is not there yet."""

    name: str
    missing: bool = False


@dataclass(frozen=True, kw_only=True)
class MissedCallRule:
    """The hall's rule for missed calls, as printed on every ticket."""

    calls: int  # calls before a ticket counts as missed
    setback_minutes: int  # how far a first miss moves it back
    misses: int  # with this many misses it is out, until the guide desk revives it


@dataclass(frozen=True, kw_only=True)
class TicketForm:
    """A number ticket (号票)."""

    hall: str
    number: str
    issued_at: datetime  # aware, in the hall's time zone
    line: str
    counters: tuple[str, ...] = ()  # counters that serve the line
    errands: tuple[TicketErrand, ...]  # at least one; the first is the one in line now
    people_ahead: int | None = None
    wait_minutes: tuple[int, int] | None = None  # shortest and longest
    person: str | None = None  # masked name
    materials: tuple[TicketMaterial, ...] = ()  # of the first errand
    rule: MissedCallRule
    qr: str  # ASCII
    test: bool = False  # a test or training ticket, which is never called
    roll: Roll = Roll.MM80

    def __post_init__(self) -> None:
        if not self.errands:
            raise ValueError("a ticket is for at least one errand")
