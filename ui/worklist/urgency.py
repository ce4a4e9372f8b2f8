"""How urgent a case is, the groups that a list makes of that, and the steps that it offers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from app.domain.message import Message

R = TypeVar("R")
A = TypeVar("A", bound=StrEnum)


class Urgency(StrEnum):
    """The groups of the list, the most urgent first."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Offer(Generic[A]):
    """A step that the case's state has; ``barred`` says why it cannot be taken by this person."""

    action: A
    barred: Message | None = None


def urgency_until(due: date, days_left: int, soon: date | None) -> Urgency:
    """How urgent an open case is: up to ``soon`` is soon, which is three working days."""
    if days_left < 0:
        return Urgency.OVERDUE
    if days_left == 0:
        return Urgency.TODAY
    return Urgency.SOON if soon is not None and due <= soon else Urgency.LATER


def grouped(rows: Sequence[R], urgency: Callable[[R], Urgency]) -> list[tuple[Urgency, list[R]]]:
    """The rows by urgency in their given order; groups without rows are left out."""
    groups = [(group, [row for row in rows if urgency(row) is group]) for group in Urgency]
    return [(group, members) for group, members in groups if members]
