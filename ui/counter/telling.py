"""What a clerk writes down of something that cannot be settled."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Telling:
    """A case to be registered. ``anonymous`` leaves out whose it is, also what the ticket says of that."""

    summary: str
    category: str
    wish: str = ""
    name: str = ""
    phone: str = ""
    anonymous: bool = False
    files: tuple[Path, ...] = ()
