"""Drafts outlive an error, a refresh and a restart: one small file of the station.

Numbers of people in remarks and words are masked in it, as they will be on the slip; who somebody is is left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from app.domain.free_text import said
from ui.judged import NOTHING_JUDGED, Draft
from ui.kept_file import KeptFile

_NEVER_KEPT = frozenset({"name", "phone", "files"})
"""Fields of sheets that say who somebody is: a file's name may as well."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file holds of one business day: drafts by ticket and item, words by sheet and ticket."""

    day: date
    drafts: dict[str, Draft] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)

    def of(self, day: date) -> "_Kept":
        """What of it belongs to this day."""
        return self if self.day == day else _Kept(day)

    def to_keep(self) -> "_Kept":
        """The same as it may stand in the file: numbers of people are masked."""
        drafts = {key: draft.to_keep() for key, draft in self.drafts.items()}
        words = {key: _words_to_keep(typed) for key, typed in self.words.items()}
        return _Kept(self.day, drafts, {key: typed for key, typed in words.items() if typed})


def _words_to_keep(typed: Mapping[str, str]) -> dict[str, str]:
    return {name: said(text) for name, text in typed.items() if name not in _NEVER_KEPT}


_NOTHING = _Kept(date.min)


class DraftFile:
    """The drafts and the words in sheets of one counter.

    Those of an earlier business day are dropped: tickets do not outlive it.
    """

    def __init__(self, path: Path) -> None:
        self._file = KeptFile(path, _Kept, _NOTHING)
        self._kept = self._file.read()

    def of(self, key: str) -> Draft:
        """The draft under this key, an empty one when nothing was judged."""
        return self._kept.drafts.get(key, NOTHING_JUDGED)

    def put(self, key: str, draft: Draft, day: date) -> None:
        """Remember a draft; ``write`` makes it last."""
        kept = self._kept.of(day)
        self._kept = replace(kept, drafts=kept.drafts | {key: draft})

    def words_of(self, key: str) -> Mapping[str, str]:
        """What was typed into the sheet under this key, by field."""
        return self._kept.words.get(key, {})

    def put_words(self, key: str, words: Mapping[str, str], day: date) -> None:
        """Remember what was typed into a sheet; without words nothing is left of it."""
        kept = self._kept.of(day)
        others = {other: typed for other, typed in kept.words.items() if other != key}
        self._kept = replace(kept, words=others | {key: dict(words)} if words else others)

    async def write(self) -> None:
        """Write the file off the loop, as a whole or not at all.

        Raises:
            OSError: it cannot be written; the drafts stay in memory.
        """
        if self._kept != _NOTHING:
            await self._file.write(self._kept.to_keep())
