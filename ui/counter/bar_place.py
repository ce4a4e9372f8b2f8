"""Where the compact bar stood: a small file of the station."""

import logging
from dataclasses import dataclass
from pathlib import Path

from ui.kept_file import KeptFile

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BarPlace:
    """Px of the desktop; None while the bar was never put anywhere."""

    x: int | None = None
    y: int | None = None


class PlaceFile:
    """Keeps the place; a disk that takes nothing costs one drag at the next start, no more."""

    def __init__(self, path: Path) -> None:
        self._file = KeptFile(path, BarPlace, BarPlace())

    def read(self) -> tuple[int, int] | None:
        """The place that was kept, if one was."""
        place = self._file.read()
        return None if place.x is None or place.y is None else (place.x, place.y)

    async def write(self, x: int, y: int) -> None:
        """Keep this place."""
        try:
            await self._file.write(BarPlace(x, y))
        except OSError as error:
            _log.warning("place of the bar cannot be kept: %s", type(error).__name__)
