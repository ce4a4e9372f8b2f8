"""What is told of ratings: each so many of all that count."""

from collections.abc import Sequence
from enum import StrEnum

FEWEST = 5
"""Of fewer ratings no figures are shown to who may not see single ones: they would name who gave which."""


class RatingFigure(StrEnum):
    """The figures. Their words and meanings are texts of these codes."""

    GOOD = "good"  # not bad: the three upper levels
    VERY_SATISFIED = "very_satisfied"
    SATISFIED = "satisfied"
    FAIRLY_SATISFIED = "fairly_satisfied"
    BAD = "bad"  # 差评: the two lower levels


def too_few(totals: Sequence[int]) -> frozenset[int]:
    """Which parts, by their place, are not shown: those of fewer than ``FEWEST``, but for nothing at all.

    As what is hidden could be had by subtraction from the whole, the next larger parts are hidden with it until
    together they are enough.
    """
    hidden: set[int] = set()
    together = 0
    for place in sorted((n for n, total in enumerate(totals) if total), key=lambda n: totals[n]):
        if totals[place] >= FEWEST and not 0 < together < FEWEST:
            break
        hidden.add(place)
        together += totals[place]
    return frozenset(hidden)
