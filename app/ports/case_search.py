"""Finding cases that are like one that is being told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.ports.rows import SearchedCase


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """A case that was found, and how well it fits: the higher the better, comparable within one search only."""

    case: SearchedCase
    score: float


class CaseSearch(Protocol):
    """An index of cases."""

    def search(self, text: str, limit: int = 3) -> tuple[SimilarCase, ...]:
        """The cases that have most in common with a text, the best first; none that has nothing."""


CaseSearchFactory = Callable[[Sequence[SearchedCase]], CaseSearch]
"""Makes the index. It takes its time: not for a loop that paints."""
