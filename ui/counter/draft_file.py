"""Drafts outlive an error, a refresh and a restart: one small file of the station.

Numbers of people in the remarks are masked in it, as they will be on the slip.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ui.counter.draft import NOTHING_JUDGED, Draft
from ui.kept_file import KeptFile


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file holds: the drafts of one business day, by ticket and item."""

    day: date
    drafts: dict[str, Draft] = field(default_factory=dict)


_NOTHING = _Kept(date.min)


class DraftFile:
    """The drafts of one counter. Those of an earlier business day are dropped: tickets do not outlive it."""

    def __init__(self, path: Path) -> None:
        self._file = KeptFile(path, _Kept, _NOTHING)
        self._kept = self._file.read()

    def of(self, key: str) -> Draft:
        """The draft under this key, an empty one when nothing was judged."""
        return self._kept.drafts.get(key, NOTHING_JUDGED)

    def put(self, key: str, draft: Draft, day: date) -> None:
        """Remember a draft; ``write`` makes it last."""
        others = self._kept.drafts if self._kept.day == day else {}
        self._kept = _Kept(day, others | {key: draft})

    async def write(self) -> None:
        """Write the file off the loop, as a whole or not at all.

        Raises:
            OSError: it cannot be written; the drafts stay in memory.
        """
        if self._kept != _NOTHING:
            drafts = {key: draft.to_keep() for key, draft in self._kept.drafts.items()}
            await self._file.write(_Kept(self._kept.day, drafts))
