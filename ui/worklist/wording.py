"""How worklists write days, limits and urgency."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from app.domain.calendar import Due
from app.domain.person import mask_name
from app.domain.worklist import Urgency
from app.ports.rows import StaffRow
from ui.theme import Tone
from ui.words import Words
from ui.worklist.state import WorklistState

URGENCY_LOOKS: dict[Urgency, tuple[Tone, str]] = {
    Urgency.OVERDUE: (Tone.DANGER, "warning-octagon-fill"),
    Urgency.TODAY: (Tone.WARN, "clock-fill"),
    Urgency.SOON: (Tone.NEUTRAL, "calendar-blank-fill"),
    Urgency.LATER: (Tone.NEUTRAL, "circle-dashed"),
    Urgency.CLOSED: (Tone.OK, "check-circle-fill"),
}
"""Colour and shape of each urgency; the word comes with it."""

_URGENT = (Urgency.OVERDUE, Urgency.TODAY)


def urgent_tone(urgency: Urgency, otherwise: str = "text2") -> str:
    """The colour of words about a limit: a strong one only for what must be done now."""
    return URGENCY_LOOKS[urgency][0].value if urgency in _URGENT else otherwise


def day_text(words: Words, day: date, this_year: int) -> str:
    """Month and day; the year only when it is another one."""
    pattern = "worklist.day" if day.year == this_year else "worklist.day_of_year"
    locale = QLocale(words("shell.locale"))
    return locale.toString(QDate(day.year, day.month, day.day), words(pattern))


def due_text(words: Words, state: WorklistState, due: Due) -> str:
    """The last day of a limit, with its hour where it has one, marked while its year is not published."""
    day = day_text(words, due.day, state.year)
    if due.at is not None:
        day = f"{day} {due.at.astimezone(state.zone):%H:%M}"
    return words("worklist.due.provisional", day=day) if due.provisional else day


def by_text(words: Words, state: WorklistState, due: Due) -> str:
    """Until when something is owed."""
    return words("worklist.due.by", day=due_text(words, state, due))


def urgency_text(words: Words, state: WorklistState, urgency: Urgency, due: Due | None, closed: str) -> str:
    """How urgent the page's case is, in a few words; over are the working days that have passed."""
    match urgency:
        case Urgency.OVERDUE if state.days_left < 0:
            return words("worklist.due.overdue_by", count=-state.days_left)
        case Urgency.OVERDUE:
            return words("worklist.due.overdue")
        case Urgency.TODAY:
            return words("worklist.due.today")
        case _:
            return closed if due is None or urgency is Urgency.CLOSED else by_text(words, state, due)


def staff_text(member: StaffRow) -> str:
    """A member of staff in a list to choose from: masked name and number tell two of a name apart."""
    parts = (mask_name(member.name), member.number, member.department)
    return "  ".join(part for part in parts if part)


def by_options(words: Words, state: WorklistState, days: tuple[date, ...]) -> list[tuple[str, str]]:
    """Last days to choose from, by their ISO date."""
    return [(day.isoformat(), words("worklist.due.by", day=day_text(words, day, state.year))) for day in days]


def owed_until_text(words: Words, state: WorklistState, urgency: Urgency, due: Due, owed: str) -> str:
    """What is owed and until when, as the list says it: a day that has passed is named, not counted from."""
    if urgency is Urgency.TODAY:
        return words("worklist.list.today", owed=owed)
    return words("worklist.list.by", day=due_text(words, state, due), owed=owed)


def moment_text(words: Words, state: WorklistState, at: datetime) -> str:
    """Day and time in the hall's zone; today by its word."""
    local = at.astimezone(state.zone)
    if state.hall is not None and local.date() == state.hall.day:
        return words("worklist.today_at", time=f"{local:%H:%M}")
    return f"{day_text(words, local.date(), state.year)} {local:%H:%M}"
