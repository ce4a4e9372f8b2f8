"""What happened: the source of the audit entry and of the notification alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class Topic(StrEnum):
    """What kind of thing changed; screens subscribe by topic."""

    TICKETS = "tickets"
    COUNTERS = "counters"
    CASES = "cases"
    NOTICES = "notices"
    DOCUMENTS = "documents"
    EXCEPTIONS = "exceptions"
    RATINGS = "ratings"
    REMINDERS = "reminders"
    CATALOGUE = "catalogue"
    HALL = "hall"
    STAFF = "staff"
    PRINTING = "printing"


Fact = str | int | bool | None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to one subject. ``facts`` hold no personal values.

    Nor what was typed freely: an audit entry is never changed, while words on a row can be erased.
    """

    topic: Topic
    action: StrEnum
    subject: UUID
    facts: Mapping[str, Fact] = field(default_factory=dict)
