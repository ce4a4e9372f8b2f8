"""Stories of a worklist: what was done, step by step."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from ui.widgets.story import Moment, StoryEntry
from ui.words import Words
from ui.worklist.state import WorklistState
from ui.worklist.wording import moment_text


class Step(Protocol):
    """A step that was taken."""

    @property
    def action(self) -> Any:
        """What was done."""

    @property
    def at(self) -> datetime:
        """When."""


@dataclass(frozen=True, slots=True)
class Told:
    """How a step is told: who took it, what it was, and what was said."""

    who: str
    what: str
    said: str


def told_steps(
    words: Words,
    state: WorklistState,
    steps: Sequence[Step],
    icons: Mapping[Any, str],
    told: Callable[[int], Told],
    *,
    is_open: bool,
) -> Iterator[StoryEntry]:
    """An entry for each step; while something ``is_open`` the last of them is where we are."""
    last = len(steps) - 1
    for at, step in enumerate(steps):
        tells = told(at)
        yield StoryEntry(
            f"step-{at}",
            tells.who,
            tells.what,
            tells.said,
            moment_text(words, state, step.at),
            icons[step.action],
            Moment.NOW if is_open and at == last else Moment.PAST,
        )
