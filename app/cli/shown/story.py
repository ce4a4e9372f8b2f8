"""Stories, step by step, as JSON and as a table."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from rich.table import Table

from app.cli.output import Say, table


class Step(Protocol):
    """One step, as it is listed."""

    @property
    def action(self) -> StrEnum:
        """What was done."""

    @property
    def state(self) -> StrEnum:
        """What it led to."""

    @property
    def at(self) -> datetime:
        """When."""

    @property
    def by(self) -> str | None:
        """Whose staff number; None where a rule did it."""

    @property
    def text(self) -> str:
        """What was said."""


def step_document(step: Step, say: Say) -> dict[str, object]:
    """``{"action", "state", "at", "by", "text"}``; ``by`` null where a rule took it."""
    return {
        "action": step.action,
        "state": step.state,
        "at": say.instant(step.at),
        "by": step.by,
        "text": step.text,
    }


def story(say: Say, steps: Iterable[tuple[datetime, str, str | None, str]]) -> Table:
    """A line for each step: when, what, who and the words."""
    return table(
        [say.texts(f"cli.column.{heading}") for heading in ("at", "step", "by", "text")],
        [(say.texts.moment(at.astimezone(say.zone)), *told) for at, *told in steps],
    )
