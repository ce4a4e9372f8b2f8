"""What use cases of follow-ups have in common: the follow-up locked and caught up, and the hall's terms."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.follow_up import Change, FollowUp
from app.domain.follow_up_clock import caught_up
from app.domain.follow_up_terms import FollowUpTerms
from app.domain.hall import Hall
from app.domain.ids import StaffId
from app.ports.unit_of_work import UnitOfWork
from app.services.hall_time import office_calendar_in
from app.services.use_case import Ports, Work


@dataclass(frozen=True, slots=True)
class AtWork:
    """A follow-up under lock, with all that fell due by now in its story, and the step's who, when and terms."""

    case: FollowUp
    by: StaffId
    now: datetime
    terms: FollowUpTerms


async def terms_at(ports: Ports, u: UnitOfWork, hall: Hall, now: datetime) -> FollowUpTerms:
    """The hall's settings and working days at an instant."""
    return FollowUpTerms(hall.policy, await office_calendar_in(ports, u), hall.business_day(now))


async def take_follow_up(work: Work, number: str) -> AtWork:
    """Lock a follow-up for a step. What fell due before it stands before it in the story.

    Raises:
        NotFound: no such follow-up.
    """
    case = await work.u.follow_ups.by_number(number, lock=True)
    hall, now = await work.u.hall.get(), await work.u.now()
    terms = await terms_at(work.ports, work.u, hall, now)
    fallen = caught_up(case, terms.today, hall.beginning_of)
    if fallen is not None:
        case, events = fallen
        work.u.record(None, *events)
    return AtWork(case, work.actor.staff, now, terms)


async def keep(work: Work, change: Change) -> None:
    """Keep what a step led to."""
    case, events = change
    await work.u.follow_ups.save(case)
    work.u.record(work.actor, *events)
