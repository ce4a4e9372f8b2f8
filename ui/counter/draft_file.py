"""Drafts outlive an error, a refresh and a restart: one small file of the station, without personal data."""

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ui.counter.draft import NOTHING_JUDGED, Draft

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file holds: the drafts of one business day, by ticket and item."""

    day: date
    drafts: dict[str, Draft] = field(default_factory=dict)


_KEPT = TypeAdapter(_Kept)


class DraftFile:
    """The drafts of one counter. Those of an earlier business day are dropped: tickets do not outlive it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = self._read()

    def of(self, key: str) -> Draft:
        """The draft under this key, an empty one when nothing was judged."""
        return self._kept.drafts.get(key, NOTHING_JUDGED) if self._kept else NOTHING_JUDGED

    def put(self, key: str, draft: Draft, day: date) -> None:
        """Remember a draft; ``write`` makes it last."""
        others = self._kept.drafts if self._kept and self._kept.day == day else {}
        self._kept = _Kept(day, others | {key: draft})

    async def write(self) -> None:
        """Write the file off the loop, as a whole or not at all.

        Raises:
            OSError: it cannot be written; the drafts stay in memory.
        """
        if self._kept is not None:
            await asyncio.to_thread(self._write, _KEPT.dump_json(self._kept))

    def _write(self, content: bytes) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        aside = self._path.with_suffix(".part")
        aside.touch(mode=0o600)
        aside.write_bytes(content)
        aside.replace(self._path)

    def _read(self) -> _Kept | None:
        if not self._path.exists():
            return None
        try:
            return _KEPT.validate_json(self._path.read_bytes())
        except (OSError, ValidationError) as error:
            _log.warning("drafts of %s cannot be read: %s", self._path.name, type(error).__name__)
            return None
