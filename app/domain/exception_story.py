"""What the story of an exception case tells of its limits."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar

from app.domain.calendar import Due
from app.domain.exception_table import ANSWERS, UNANSWERED, ExceptionAction, ExceptionState

_A = ExceptionAction


class Taken(Protocol):
    """An entry of a story: what was done, and what was due by when afterwards."""

    @property
    def action(self) -> ExceptionAction:
        """What was done."""

    @property
    def due(self) -> date | None:
        """By when; of an answer that is its follow-up."""


T = TypeVar("T", bound=Taken)


def extension_in(steps: Sequence[T]) -> T | None:
    """The extension that holds; once the case was opened or taken up anew its days count anew."""
    fresh = {_A.EXTEND, _A.REWORK, _A.REOPEN}
    last = next((step for step in reversed(steps) if step.action in fresh), None)
    return last if last is not None and last.action is _A.EXTEND else None


def answer_due(state: ExceptionState, due: Due, steps: Sequence[Taken]) -> Due:
    """By when the answer is due, or was where it was given: the limit of the step before it. ``due`` is what runs."""
    given = max((at for at, step in enumerate(steps) if step.action in ANSWERS), default=0)
    if state in UNANSWERED or not given:
        return due
    was = steps[given - 1].due
    return due if was is None else Due(was)
