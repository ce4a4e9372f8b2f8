"""A small file of the station that outlives errors and restarts, such as what was typed and not yet done."""

import asyncio
import logging
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")

_log = logging.getLogger(__name__)


class KeptFile(Generic[T]):
    """Holds one frozen value as JSON, readable by its owner only."""

    def __init__(self, path: Path, kind: type[T], empty: T) -> None:
        self._path, self._empty = path, empty
        self._adapter: TypeAdapter[Any] = TypeAdapter(kind)
        self._writing = asyncio.Lock()

    def read(self) -> T:
        """What the file holds; ``empty`` when there is none or it cannot be understood, which is logged."""
        if not self._path.exists():
            return self._empty
        try:
            kept: T = self._adapter.validate_json(self._path.read_bytes())
        except (OSError, ValidationError) as error:
            _log.warning("%s cannot be read: %s", self._path.name, type(error).__name__)
            return self._empty
        return kept

    async def write(self, value: T) -> None:
        """Write it off the loop, as a whole or not at all.

        Raises:
            OSError: it cannot be written.
        """
        content = self._adapter.dump_json(value)
        async with self._writing:
            await asyncio.to_thread(self._replace, content)

    def _replace(self, content: bytes) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        aside = self._path.with_suffix(".part")
        aside.touch(mode=0o600)
        aside.write_bytes(content)
        aside.replace(self._path)
