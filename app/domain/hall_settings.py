"""What a hall may set for itself: each figure of its policy by name and unit, and how far it may go."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.domain.errors import BadInput, Problem
from app.domain.events import Fact
from app.domain.message import Message
from app.domain.policy import LONGEST_ADVANTAGE, Policy, Priority

Figure = int | Decimal
"""A setting's value in its unit."""


class Unit(StrEnum):
    """What a setting counts."""

    MINUTES = "minutes"
    SECONDS = "seconds"
    TIMES = "times"
    TICKETS = "tickets"
    DAYS = "days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"
    MEGABYTES = "megabytes"
    CHOICE = "choice"


_DURATIONS: Mapping[Unit, timedelta] = {
    Unit.MINUTES: timedelta(minutes=1),
    Unit.SECONDS: timedelta(seconds=1),
}
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Setting:
    """One figure of the policy, within ``least`` and ``most``.

    Whole only, unless ``in_parts``: a figure that people are told must not be rounded for it.
    """

    name: str
    unit: Unit
    least: int
    most: int
    field: str
    priority: Priority | None = None
    in_parts: bool = False

    def problem_with(self, figure: object) -> Message | None:
        """Why this is no figure for the setting; None when it is one."""
        if isinstance(figure, bool) or not isinstance(figure, int | Decimal):
            return Message("import.rule.number" if self.in_parts else "import.rule.whole_number")
        if figure < self.least:
            return Message("import.rule.least", {"least": self.least})
        if figure > self.most:
            return Message("import.rule.most", {"most": self.most})
        if not self.in_parts and figure != int(figure):
            return Message("import.rule.whole_number")
        return None

    def of(self, policy: Policy) -> Figure:
        """The figure as the policy has it."""
        value: Any = getattr(policy, self.field)
        if self.priority is not None:
            value = value[self.priority]
        if self.unit not in _DURATIONS:
            return int(value)
        figure = Decimal(value // _TICK) / (_DURATIONS[self.unit] // _TICK)
        return int(figure) if figure == int(figure) else figure

    def put(self, policy: Policy, figure: Figure) -> Policy:
        """The policy with this figure, which must fit."""
        value: Any = int(figure)
        if self.unit in _DURATIONS:
            value = _DURATIONS[self.unit] * float(figure)
        if self.priority is not None:
            value = {**getattr(policy, self.field), self.priority: value}
        return replace(policy, **{self.field: value})


def _head_start(priority: Priority) -> Setting:
    name = f"head_start_{priority}_minutes"
    return Setting(name, Unit.MINUTES, 0, LONGEST_ADVANTAGE, "head_starts", priority)


SETTINGS: Mapping[str, Setting] = {
    setting.name: setting
    for setting in (
        *(_head_start(p) for p in Priority if p is not Priority.ORDINARY),
        Setting("calls_before_miss", Unit.TIMES, 1, 10, "calls_before_miss"),
        Setting("misses_before_no_show", Unit.TIMES, 1, 10, "misses_before_no_show"),
        Setting("setback_minutes", Unit.MINUTES, 1, 60, "setback"),
        Setting("recall_gap_seconds", Unit.SECONDS, 1, 60, "recall_gap"),
        Setting("release_pause_minutes", Unit.MINUTES, 1, 30, "release_pause", in_parts=True),
        Setting("undo_minutes", Unit.MINUTES, 1, 60, "undo_within"),
        Setting("live_tickets_per_person", Unit.TICKETS, 1, 20, "live_tickets_per_person"),
        Setting("long_wait_minutes", Unit.MINUTES, 1, 480, "long_wait", in_parts=True),
        Setting("usual_service_minutes", Unit.MINUTES, 1, 240, "usual_service", in_parts=True),
        Setting("limits_start_after_days", Unit.DAYS, 0, 1, "limits_start_after_days"),
        Setting("days_to_supplement", Unit.DAYS, 1, 120, "days_to_supplement"),
        Setting("days_to_deliver", Unit.DAYS, 1, 30, "days_to_deliver"),
        Setting("days_to_archive", Unit.DAYS, 1, 250, "days_to_archive"),
        Setting("days_to_remind", Unit.DAYS, 1, 10, "days_to_remind"),
        Setting("days_to_contact", Unit.DAYS, 0, 5, "days_to_contact"),
        Setting("days_to_put_right", Unit.DAYS, 1, 15, "days_to_put_right"),
        Setting("days_to_put_right_complex", Unit.DAYS, 1, 60, "days_to_put_right_complex"),
        Setting("days_to_appeal", Unit.DAYS, 1, 60, "days_to_appeal"),
        Setting("days_to_review", Unit.DAYS, 1, 15, "days_to_review"),
        Setting("reconsideration_days", Unit.CALENDAR_DAYS, 1, 365, "reconsideration_days"),
        Setting("suit_months", Unit.MONTHS, 1, 24, "suit_months"),
        Setting("exception_days_instant", Unit.DAYS, 0, 5, "exception_days_instant"),
        Setting("exception_days_simple", Unit.DAYS, 0, 10, "exception_days_simple"),
        Setting("exception_days_ordinary", Unit.DAYS, 1, 30, "exception_days_ordinary"),
        Setting("exception_days_complex", Unit.DAYS, 1, 60, "exception_days_complex"),
        Setting("exception_days_extension", Unit.DAYS, 1, 60, "exception_days_extension"),
        Setting("exception_days_to_contact", Unit.DAYS, 0, 5, "exception_days_to_contact"),
        Setting("exception_days_to_follow_up", Unit.DAYS, 1, 30, "exception_days_to_follow_up"),
        Setting("exception_days_to_plan", Unit.DAYS, 1, 30, "exception_days_to_plan"),
        Setting("exception_days_to_review", Unit.DAYS, 1, 30, "exception_days_to_review"),
        Setting("exception_days_to_warn", Unit.DAYS, 1, 10, "exception_days_to_warn"),
        Setting("exception_days_to_escalate", Unit.DAYS, 1, 30, "exception_days_to_escalate"),
        Setting("attachment_megabytes", Unit.MEGABYTES, 1, 50, "attachment_megabytes"),
        Setting("attachments_in_folder", Unit.CHOICE, 0, 1, "attachments_in_folder"),
    )
}
"""Every setting by its name in files."""


def figures(policy: Policy) -> dict[str, Figure]:
    """Every setting's figure by its name."""
    return {name: setting.of(policy) for name, setting in SETTINGS.items()}


def with_settings(policy: Policy, given: Mapping[str, Figure]) -> Policy:
    """The policy with the given figures; what is not given stays.

    Raises:
        BadInput: a name that is no setting's, or a figure that does not fit; all of them are listed.
    """
    problems = tuple(
        Problem(f"settings.{name}", what) for name, figure in given.items() if (what := _wrong(name, figure))
    )
    if problems:
        raise BadInput("import.problems", problems, count=len(problems))
    for name, figure in given.items():
        policy = SETTINGS[name].put(policy, figure)
    return policy


def _wrong(name: str, figure: Figure) -> Message | None:
    setting = SETTINGS.get(name)
    return setting.problem_with(figure) if setting else Message("import.rule.unknown")


def changes(before: Policy, after: Policy) -> dict[str, Fact]:
    """For the audit trail: each setting that differs, with what it was and what it is."""
    was, now = figures(before), figures(after)
    return {
        fact: _fact(value)
        for name in SETTINGS
        if was[name] != now[name]
        for fact, value in ((f"{name}_before", was[name]), (name, now[name]))
    } | _changed_categories(before, after)


def _changed_categories(before: Policy, after: Policy) -> dict[str, Fact]:
    changed = [c for c in after.exception_categories if c not in before.exception_categories]
    return {f"exception_category_{c.code}": "retired" if c.retired else c.name or "usual" for c in changed}


def _fact(figure: Figure) -> Fact:
    return figure if isinstance(figure, int) else str(figure)
