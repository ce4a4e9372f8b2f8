"""What a group of exceptions owes and by when: a plan, its rectification, the review; watched by rule until closed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from app.domain.alarm import SILENT, alarm_of
from app.domain.calendar import Due
from app.domain.events import Event
from app.domain.exception_group import CauseGroup, GroupAction, GroupChange, GroupState
from app.domain.exception_terms import Terms


def watched(before: CauseGroup | None, change: GroupChange, terms: Terms) -> GroupChange:
    """The group after a step, with the limit that runs from now on where the step began one; its entry names it.

    ``before`` is the group as it was, None for a new one.
    """
    group, events = change
    if before is not None and _stage(before) == _stage(group):
        return change
    due = _limit(group, terms)
    if due is None:
        return replace(group, due=None, alarm=SILENT), events
    named = replace(group.steps[-1], due=due.day)
    alarm = alarm_of(due.day, terms)
    return replace(group, due=due, alarm=alarm, steps=(*group.steps[:-1], named)), events


def caught_up(group: CauseGroup, today: date, beginning_of: Callable[[date], datetime]) -> GroupChange | None:
    """The group with all that fell due up to today, each with its own entry; None where nothing did.

    However late somebody looks, an entry bears the day on which it fell due, but never one before the entry that it
    follows.
    """
    events: list[Event] = []
    after = group.alarm.after(today)
    for day, is_late in group.alarm.come(today):
        action = GroupAction.OVERDUE if is_late else GroupAction.WARN
        group, happened = group.by_rule(action, max(beginning_of(day), group.steps[-1].at))
        events += happened
    return (replace(group, alarm=after), tuple(events)) if events else None


def _stage(group: CauseGroup) -> tuple[GroupState, Due | None]:
    return group.state, group.rectification.due if group.rectification else None


def _limit(group: CauseGroup, terms: Terms) -> Due | None:
    match group.state:
        case GroupState.GATHERED:
            return terms.plan()
        case GroupState.RECTIFYING:
            assert group.rectification is not None, "it was planned"
            return group.rectification.due
        case GroupState.PROVEN:
            return terms.review()
        case _:
            return None
