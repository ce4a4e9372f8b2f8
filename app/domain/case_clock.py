"""The law's clock of a case: pure functions of what happened, so that a date can be computed anew at any time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.domain.calendar import Due, working_days_between
from app.domain.case_parts import Limit, Suspension
from app.domain.catalogue import Regime, ServiceItem
from app.domain.errors import RuleBroken
from app.domain.working_time import WorkingTime

DAYS_TO_TELL = 5
"""Working days from receipt within which everything must be told: 行政许可法 art. 32(4)."""

LONGEST_EXTENSION = 10
JOINT_DAYS = 45
LONGEST_JOINT_EXTENSION = 15
"""Working days: 行政许可法 art. 42. A case that several authorities handle together (联合办理) has 45 + 15."""


@dataclass(frozen=True, slots=True)
class DecisionDates:
    """When a decision is due by law and by promise; either may be unknown, never both."""

    statutory: Due | None
    promised: Due | None

    @property
    def first(self) -> Due:
        """The earlier one: what the desk works towards."""
        known = [due for due in (self.promised, self.statutory) if due is not None]
        return min(known, key=lambda due: due.day)

    @property
    def is_provisional(self) -> bool:
        """Whether either reaches into a year that is not published yet."""
        return any(due is not None and due.provisional for due in (self.statutory, self.promised))


def tell_by(received: date, time: WorkingTime) -> Due:
    """The last day to tell what is missing, counted from receipt (art. 32(4))."""
    return time.days_from(received, DAYS_TO_TELL)


def decision_dates(
    accepted_at: datetime, limit: Limit, extra: int, suspensions: Sequence[Suspension], time: WorkingTime
) -> DecisionDates:
    """When the decision is due: the limit, what it was extended by, and the days that do not count (art. 45)."""
    added = extra + not_counted(suspensions, time)
    statutory, promised = (
        None if days is None else time.due(accepted_at, days + added)
        for days in (limit.statutory, limit.promised)
    )
    return DecisionDates(statutory, promised)


def not_counted(suspensions: Sequence[Suspension], time: WorkingTime) -> int:
    """The working days of special procedures: as they took, or as they were told where they go on."""
    return sum(
        working_days_between(s.since, s.resumed_on or s.expected.day, time.calendar) for s in suspensions
    )


def limit_of(item: ServiceItem, situation: str | None, *, is_joint: bool, said: Decimal | None) -> Limit:
    """The limit of a case. ``said`` is what the clerk said where the item's page does not.

    Raises:
        RuleBroken: neither the law, the page nor the clerk says how long it may take.
    """
    statutory, promised = item.statutory_limit(), item.promised_limit(situation)
    if is_joint and item.regime is Regime.LICENCE:
        statutory = Decimal(JOINT_DAYS)
    if statutory is None and promised is None:
        statutory = said
    if statutory is None and promised is None:
        raise RuleBroken("case.rule.say_limit")
    if said is not None and said <= 0:
        raise RuleBroken("case.rule.say_limit")
    return Limit(statutory, promised)


def has_limit(item: ServiceItem, situation: str | None) -> bool:
    """Whether the law or the page says how long a decision may take; otherwise the clerk is asked."""
    return item.statutory_limit() is not None or item.promised_limit(situation) is not None


def must_be_extendable(regime: Regime, days: int, *, joint: bool) -> None:
    """Refuse an extension that the law does not know.

    Raises:
        RuleBroken: no day at all, or for a licence more than art. 42 allows.
    """
    longest = LONGEST_JOINT_EXTENSION if joint else LONGEST_EXTENSION
    if days < 1 or (regime is Regime.LICENCE and days > longest):
        raise RuleBroken("case.rule.extension_days", longest=longest)
