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
    """Everything that can be seen."""

    sights: tuple[Sight, ...] = ()

    @classmethod
    def read(cls, line: str) -> Self:
        """What the onlooker wrote."""
        return cls(tuple(Sight(**sight) for sight in json.loads(line)))

    def says(self, *texts: str) -> bool:
        """Whether each of these can be read somewhere."""
        return all(any(text in sight.words for sight in self.sights) for text in texts)

    def find(self, text: str, role: str | None = None) -> Sight | None:
        """The first that says this."""
        return next(self._all(text, role), None)

    def can(self, text: str) -> bool:
        """Whether there is a button that says this and answers."""
        return any(sight.enabled for sight in self._all(text, "Button"))

    def is_on(self, text: str) -> bool:
        """Whether the keyboard is where this stands."""
        return any(sight.focused for sight in self._all(text, None))

    def typed(self, text: str) -> bool:
        """Whether this was written where the keyboard is; of a password only its length is seen."""
        return any(sight.value.endswith((text, len(text) * "●")) for sight in self.sights if sight.focused)

    def _all(self, text: str, role: str | None) -> Iterator[Sight]:
        return (s for s in self.sights if text in s.words and role in (None, s.role))

    def __str__(self) -> str:
        return " | ".join(f"{'▸' if s.focused else ''}{s.words}" for s in self.sights if s.words)
