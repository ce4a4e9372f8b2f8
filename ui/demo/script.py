"""The script of the morning: who comes when, what for, and how it goes. People in it are invented.

It is data (``resources/demo/morning.json``) read into frozen values; times are those of the hall.
"""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from pathlib import Path
from random import Random

from pydantic import BaseModel, ConfigDict

from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_table import ExceptionAction
from app.domain.exception_terms import ExceptionLevel
from app.domain.judgement import ShortcomingKind, Verdict
from app.domain.policy import Priority
from resources import resource


class Course(StrEnum):
    """How a trip goes once its ticket is issued."""

    ORDINARY = "ordinary"
    NEVER_COMES = "never_comes"
    LATE = "late"
    RELEASED = "released"
    OUT_OF_ORDER = "out_of_order"
    WRONG_ITEM = "wrong_item"
    HELD = "held"
    TRANSFERRED = "transferred"
    TOLD = "told"
    EXCEPTION = "exception"
    UNDONE = "undone"
    LEFT = "left"
    CANCELLED = "cancelled"


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Shortcoming(_Entry):
    """What the clerk finds wrong with one material; all others are in order."""

    material: int
    kind: ShortcomingKind
    text: str = ""

    @property
    def verdict(self) -> Verdict:
        """Missing, or there and wrong."""
        return Verdict.MISSING if self.kind is ShortcomingKind.MISSING else Verdict.WRONG

    @property
    def wrong_kind(self) -> ShortcomingKind | None:
        """What is wrong with it; None when it is missing."""
        return None if self.kind is ShortcomingKind.MISSING else self.kind


class VisitEntry(_Entry):
    """One trip. ``minutes`` is the time of service; ``then`` are further items of the same ticket."""

    at: time
    item: str
    course: Course = Course.ORDINARY
    minutes: float
    situation: str | None = None
    then: tuple[str, ...] = ()
    priority: Priority = Priority.ORDINARY
    name: str = ""
    brought: frozenset[int] | None = None
    shortcomings: tuple[Shortcoming, ...] = ()
    to_line: str = ""
    really: str = ""
    words: str = ""
    wish: str = ""
    comes_back: bool = False
    is_pictured: bool = False


class ConsultationEntry(_Entry):
    """Somebody who gets a consultation slip instead of a ticket."""

    days_ago: int
    at: time
    item: str
    situation: str | None
    name: str
    brought: frozenset[int]


class StepEntry(_Entry):
    """One step of an exception case."""

    days_ago: int
    at: time
    action: ExceptionAction
    text: str = ""
    level: ExceptionLevel = ExceptionLevel.ORDINARY
    handler: str = ""


class ExceptionEntry(_Entry):
    """A case that was registered before or on this morning."""

    summary: str
    category: ExceptionCategory
    channel: Channel
    name: str
    wish: str
    steps: tuple[StepEntry, ...]
    item: str | None = None
    is_pictured: bool = False


class CounterEntry(_Entry):
    """A counter that opens; its clerk has the number 01NN. ``pause``: from when to when it is paused."""

    number: int
    opens: time
    pause: tuple[time, time] | None = None


class TrafficEntry(_Entry):
    """An item that people come for, how often in comparison, and the shortest and longest service in minutes."""

    item: str
    weight: int
    minutes: tuple[int, int]
    situations: tuple[str, ...] = ()


class Traffic(_Entry):
    """The people nobody tells a story about; ``gap_seconds`` is the shortest and longest time between two."""

    begins: time
    ends: time
    gap_seconds: tuple[int, int]
    priorities: Mapping[Priority, int]
    items: tuple[TrafficEntry, ...]


class Reasons(_Entry):
    """What people give as reasons."""

    pause: str
    hold: str
    transfer: str
    cancel: str
    out_of_order: str


class Script(_Entry):
    """The whole morning. The same ``seed`` gives the same morning."""

    seed: int
    day: date
    surnames: str
    given_names: tuple[str, ...]
    reasons: Reasons
    counters: tuple[CounterEntry, ...]
    traffic: Traffic
    visits: tuple[VisitEntry, ...]
    consultations: tuple[ConsultationEntry, ...]
    exceptions: tuple[ExceptionEntry, ...]

    def chance(self, whose: str) -> Random:
        """The luck of one process: what one does more or less changes nobody else's."""
        return Random(f"{self.seed}/{whose}")  # noqa: S311 - the same morning every time, nothing to guess


def read_script(path: Path | None = None) -> Script:
    """The bundled script, or another one."""
    return Script.model_validate_json((path or resource("demo", "morning.json")).read_bytes())
