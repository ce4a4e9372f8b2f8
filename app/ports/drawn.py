"""Parts of a figure as charts draw them, on a screen and on paper."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from app.domain.five_ones import Ratio
from app.domain.message import Message

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class DrawnPart(Generic[R]):
    """How a part is called, how long its bar is (0 to 1, None of nothing), what that says, and of how many.

    ``row`` is what is drawn; ``key`` tells it from the others.
    """

    row: R
    key: str
    name: Message
    length: float | None
    value: Message
    counts: Message


def share(ratio: Ratio) -> Message:
    """92.7%; a dash of nothing."""
    if ratio.share is None:
        return Message("five_ones.unknown")
    return Message("five_ones.share", {"share": f"{ratio.share:.1%}"})


def counts(ratio: Ratio) -> Message:
    """12 / 13."""
    told = {"numerator": f"{ratio.numerator:,}", "denominator": f"{ratio.denominator:,}"}
    return Message("five_ones.of_how_many", told)
