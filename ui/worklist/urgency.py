"""The groups that a list makes of how urgent its cases are, and the steps that a case offers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from app.domain.message import Message
from app.domain.worklist import Urgency, urgency_of
from ui.worklist.state import WorklistState

R = TypeVar("R")
A = TypeVar("A", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Offer(Generic[A]):
    """A step that the case's state has; ``barred`` says why it cannot be taken by this person."""

    action: A
    barred: Message | None = None


def open_action(chosen: A | None, offers: Sequence[Offer[A]], otherwise: A) -> A | None:
    """The step whose form stands open: the chosen one, else the sensible one, else that which nearly always can be."""
    able = [offer.action for offer in offers if offer.barred is None]
    wanted = (chosen, offers[0].action, otherwise) if offers else ()
    return next((action for action in wanted if action in able), None)


def urgency_until(state: WorklistState, due: date, days_left: int) -> Urgency:
    """How urgent an open case is on the day on which it was read: ``days_left`` calendar days before ``due``."""
    if state.soon is None:
        return Urgency.LATER  # nothing is listed yet
    return urgency_of(due, due - timedelta(days=days_left), state.soon)


def grouped(rows: Sequence[R], urgency: Callable[[R], Urgency]) -> list[tuple[Urgency, list[R]]]:
    """The rows by urgency in their given order; groups without rows are left out."""
    groups = [(group, [row for row in rows if urgency(row) is group]) for group in Urgency]
    return [(group, members) for group, members in groups if members]
