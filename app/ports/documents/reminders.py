"""What a reminder to a department says."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.ports.documents.letters import DueDay


class AboutKind(StrEnum):
    """What a reminder can be about besides the office's own words: 办件, 例外事项."""

    CASE = "case"
    EXCEPTION = "exception"


@dataclass(frozen=True, kw_only=True)
class ReminderAbout:
    """The case or exception, and the limit that it is late for or near to."""

    kind: AboutKind
    number: str
    item: str | None = None
    due: DueDay


@dataclass(frozen=True, kw_only=True)
class ReminderForm:
    """政务服务催办单."""

    number: str
    hall: str
    issued_at: datetime  # aware, in the hall's time zone
    department: str  # in full
    about: ReminderAbout | None = None
    finding: str
    rule: str
    put_right_by: date
    phone: str | None = None  # of the hall, for questions
    handled_by: str  # masked
    staff_number: str
    qr: str
