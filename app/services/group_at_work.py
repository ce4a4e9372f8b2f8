"""What use cases of groups of exceptions have in common: the group locked and caught up, the hall's terms, saving."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.exception_group import CauseGroup, GroupChange
from app.domain.exception_group_clock import caught_up, watched
from app.domain.exception_terms import Terms
from app.services.exception_at_work import terms_at
from app.services.use_case import Work


@dataclass(frozen=True, slots=True)
class GroupAtWork:
    """A group under lock, with all that fell due by now in its story, and the step's when and terms."""

    group: CauseGroup
    now: datetime
    terms: Terms


async def take_group(work: Work, number: str) -> GroupAtWork:
    """Lock a group for a step. What fell due before it stands before it in the story.

    Raises:
        NotFound: no such group.
    """
    group = await work.u.exception_groups.by_number(number, lock=True)
    hall, now = await work.u.hall.get(), await work.u.now()
    terms = await terms_at(work.ports, work.u, hall, now)
    fallen = caught_up(group, terms.today, hall.beginning_of)
    if fallen is not None:
        group, events = fallen
        work.u.record(None, *events)
    return GroupAtWork(group, now, terms)


async def save_group(work: Work, at: GroupAtWork, change: GroupChange) -> CauseGroup:
    """Keep what a step led to, with the limit that runs from now on."""
    group, events = watched(at.group, change, at.terms)
    await work.u.exception_groups.save(group)
    work.u.record(work.actor, *events)
    return group
