"""Settings of a hall: whatever a region may decide differently, with the defaults of published practice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from app.domain.exception_category import Category

LONGEST_ADVANTAGE = 60
"""Minutes. No head start or preference is larger: both are part of the bound on how long one can be passed over."""


class Priority(StrEnum):
    """Classes of people who are served earlier by a head start, never by a strict order."""

    ORDINARY = "ordinary"
    DISABLED = "disabled"
    MILITARY = "military"
    PREGNANT = "pregnant"
    ELDERLY = "elderly"


ELDERLY_FROM = 70
"""Years: the age of the class for elders (老年人优先)."""


def class_of_age(years: int) -> Priority:
    """The class that an age alone speaks for; how much it is worth is the hall's setting."""
    return Priority.ELDERLY if years >= ELDERLY_FROM else Priority.ORDINARY


def _head_starts() -> dict[Priority, timedelta]:
    return {p: timedelta() if p is Priority.ORDINARY else timedelta(minutes=20) for p in Priority}


@dataclass(frozen=True, slots=True)
class Policy:
    """How this hall works. Durations are ``timedelta``; counts are whole numbers, ``days_…`` working days.

    ``limits_start_after_days``: limits count from the next working day (1), or from the day itself (0).
    ``days_to_supplement``: how long a notified case waits for what is missing before somebody looks at it.
    ``days_to_remind``: how long before a limit a desk is reminded of it.
    ``days_to_contact`` … ``days_to_review``: a bad rating's clock, from the day it was given or appealed against;
    ``days_to_appeal`` how long its clerk may appeal although it was closed.
    ``days_to_deliver`` is the law's ten for licences (行政许可法 art. 44). ``reconsideration_days`` are calendar days
    (行政复议法 art. 20), ``suit_months`` run from the day when the decision is known (行政诉讼法 art. 46).
    ``exception_days_…``: limits of the levels of exceptions, the most that the one extension adds, by when the person
    is contacted (0: on the day), within how many of the answer it is followed up and put on file, within how many a
    common cause has a plan and a rectification its review, how long before a limit a warning stands, and after how many
    further days overdue a case goes one level up again.
    ``exception_categories`` are those that the hall added, renamed or retired.
    ``attachments_in_folder``: 1 keeps them in a folder beside the database, 0 in it.
    """

    head_starts: Mapping[Priority, timedelta] = field(default_factory=_head_starts)
    calls_before_miss: int = 3
    misses_before_no_show: int = 2
    setback: timedelta = timedelta(minutes=10)
    recall_gap: timedelta = timedelta(seconds=5)
    release_pause: timedelta = timedelta(minutes=2)
    undo_within: timedelta = timedelta(minutes=5)
    live_tickets_per_person: int = 2
    long_wait: timedelta = timedelta(minutes=45)
    usual_service: timedelta = timedelta(minutes=10)
    limits_start_after_days: int = 1
    days_to_supplement: int = 20
    days_to_deliver: int = 10
    days_to_archive: int = 30
    days_to_remind: int = 3
    days_to_contact: int = 1
    days_to_put_right: int = 5
    days_to_put_right_complex: int = 15
    days_to_appeal: int = 5
    days_to_review: int = 5
    reconsideration_days: int = 60
    suit_months: int = 6
    exception_days_instant: int = 0
    exception_days_simple: int = 1
    exception_days_ordinary: int = 5
    exception_days_complex: int = 10
    exception_days_extension: int = 5
    exception_days_to_contact: int = 0
    exception_days_to_follow_up: int = 2
    exception_days_to_plan: int = 5
    exception_days_to_review: int = 3
    exception_days_to_warn: int = 1
    exception_days_to_escalate: int = 3
    exception_categories: tuple[Category, ...] = ()
    attachment_megabytes: int = 10
    attachments_in_folder: int = 0

    @property
    def largest_head_start(self) -> timedelta:
        """A of the bound: nobody gains more than this over a ticket that came earlier."""
        return max(self.head_starts.values(), default=timedelta())
