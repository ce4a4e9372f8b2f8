"""What a station's windows show at one moment."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Sight:
    """One thing on the screen: its role, its words, its middle in px, and whether it answers and has the keyboard."""

    role: str
    name: str
    value: str
    detail: str
    x: int
    y: int
    enabled: bool
    focused: bool

    @property
    def words(self) -> str:
        """All that it says."""
        return " ".join(part for part in (self.name, self.value, self.detail) if part)


@dataclass(frozen=True)
class Screen:
    """Everything that can be seen, and whether the station waits for the hall's answer."""

    sights: tuple[Sight, ...] = ()
    waiting: bool = False

    @classmethod
    def read(cls, line: str) -> Self:
        """What the onlooker wrote."""
        seen = json.loads(line)
        return cls(tuple(Sight(**sight) for sight in seen["sights"]), seen["waiting"])

    def says(self, *texts: str) -> bool:
        """Whether each of these can be read somewhere."""
        return all(any(text in sight.words for sight in self.sights) for text in texts)

    def find(self, text: str, role: str | None = None) -> Sight | None:
        """The first that says this."""
        return next(self._all(text, role), None)

    def can(self, text: str) -> bool:
        """Whether there is a button that says this and answers: while one command is under way no other begins."""
        return not self.waiting and self._offers(text)

    def cannot(self, text: str) -> bool:
        """Whether the station, with nothing under way, offers no such button."""
        return not self.waiting and not self._offers(text)

    def is_on(self, text: str) -> bool:
        """Whether the keyboard is where this stands."""
        return any(sight.focused for sight in self._all(text, None))

    def typed(self, text: str) -> bool:
        """Whether this was written where the keyboard is; of a password only its length is seen."""
        return any(sight.value.endswith((text, len(text) * "●")) for sight in self.sights if sight.focused)

    def _offers(self, text: str) -> bool:
        return any(sight.enabled for sight in self._all(text, "Button"))

    def _all(self, text: str, role: str | None) -> Iterator[Sight]:
        return (s for s in self.sights if text in s.words and role in (None, s.role))

    def __str__(self) -> str:
        return " | ".join(f"{'▸' if s.focused else ''}{s.words}" for s in self.sights if s.words)
