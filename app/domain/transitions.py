"""Transition tables as data: one dictionary drives rules, buttons, diagrams and tests."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from app.domain.errors import RuleBroken

S = TypeVar("S", bound=StrEnum)
A = TypeVar("A", bound=StrEnum)


def next_state(table: Mapping[tuple[S, A], S], state: S, action: A, what: str) -> S:
    """The state after ``action``; ``what`` names the kind of thing in the message.

    Raises:
        RuleBroken: the table has no such step.
    """
    try:
        return table[state, action]
    except KeyError:
        raise RuleBroken(f"{what}.rule.transition", state=state, action=action) from None


def allowed(table: Mapping[tuple[S, A], S], state: S) -> frozenset[A]:
    """The actions that the table has for ``state``."""
    return frozenset(action for (at, action) in table if at == state)
