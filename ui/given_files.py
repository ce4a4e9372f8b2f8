"""What files hold that somebody picked or dropped for a case that is being registered."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from app.ports.files import read_whole
from app.services.exception_files import GivenFile


async def read_files(paths: Sequence[Path]) -> list[GivenFile]:
    """The files, read off the loop.

    Raises:
        DeviceFailed: one of them cannot be read.
    """
    return [await asyncio.to_thread(_read, path) for path in paths]


def _read(path: Path) -> GivenFile:
    return GivenFile(path.name, read_whole(path))
