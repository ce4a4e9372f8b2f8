"""How this room writes days, owners and what is owed next."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from app.domain.calendar import Due
from app.domain.exception_case import WORKING_DAYS
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.person import mask_name
from app.ports.rows import ExceptionPage, ExceptionRow, StaffRow
from ui.exceptions.rules import Urgency, is_with_office, urgency
from ui.exceptions.state import ExceptionsState
from ui.theme import Tone
from ui.words import Words

URGENCY_LOOKS: dict[Urgency, tuple[Tone, str]] = {
    Urgency.OVERDUE: (Tone.DANGER, "warning-octagon-fill"),
    Urgency.TODAY: (Tone.WARN, "clock-fill"),
    Urgency.SOON: (Tone.NEUTRAL, "calendar-blank-fill"),
    Urgency.LATER: (Tone.NEUTRAL, "circle-dashed"),
    Urgency.CLOSED: (Tone.OK, "check-circle-fill"),
}
"""Colour and shape of each urgency; the word comes with it."""

ACTION_ICONS: dict[ExceptionAction, str] = {
    ExceptionAction.OPEN: "flag",
    ExceptionAction.TRIAGE: "git-branch",
    ExceptionAction.ASSIGN: "paper-plane-tilt",
    ExceptionAction.TAKE: "hand-grabbing",
    ExceptionAction.ANSWER: "chat-circle-text",
    ExceptionAction.FOLLOW_UP: "phone",
    ExceptionAction.REWORK: "arrow-clockwise",
    ExceptionAction.CLOSE: "archive",
    ExceptionAction.REOPEN: "folder-open",
    ExceptionAction.RETURN: "arrow-u-up-left",
    ExceptionAction.NOTE: "pencil-simple",
}


def day_text(words: Words, day: date, this_year: int) -> str:
    """Month and day; the year only when it is another one."""
    pattern = "exceptions.day" if day.year == this_year else "exceptions.day_of_year"
    locale = QLocale(words("shell.locale"))
    return locale.toString(QDate(day.year, day.month, day.day), words(pattern))


def due_text(words: Words, due: Due, this_year: int) -> str:
    """The due day, marked while its year's working days are not published."""
    day = day_text(words, due.day, this_year)
    return words("exceptions.due.provisional", day=day) if due.provisional else day


def moment_text(words: Words, state: ExceptionsState, at: datetime) -> str:
    """Day and time in the hall's zone; today by its word."""
    local = at.astimezone(state.zone)
    today = state.hall.day if state.hall else None
    if local.date() == today:
        return words("exceptions.today_at", time=f"{local:%H:%M}")
    return f"{day_text(words, local.date(), today.year if today else local.year)} {local:%H:%M}"


def urgency_text(words: Words, row: ExceptionRow, this_year: int) -> str:
    """How urgent a case is, in a few words."""
    match urgency(row):
        case Urgency.OVERDUE:
            return words("exceptions.due.overdue", count=-row.days_left)
        case Urgency.TODAY:
            return words("exceptions.due.today")
        case Urgency.CLOSED:
            return words("exceptions.owed.closed")
        case _:
            return words("exceptions.due.by", day=due_text(words, row.due, this_year))


def owner_text(words: Words, row: ExceptionRow, gap: str = " ") -> str:
    """Whose turn it is: the handler while it is assigned, else the office."""
    if row.owner_name is None or is_with_office(row.state):
        return words("exceptions.office")
    name = mask_name(row.owner_name)
    return f"{row.department}{gap}{name}" if row.department else name


def level_text(words: Words, row: ExceptionRow) -> str:
    """The level with its limit."""
    days = WORKING_DAYS[row.level]
    if days == 0:
        return words("exceptions.level.same_day", level=row.level)
    return words("exceptions.level", level=row.level, count=days)


def owed_text(words: Words, page: ExceptionPage) -> str:
    """What has to be done next, in a sentence."""
    state = page.row.state
    if state is ExceptionState.ANSWERED and ExceptionAction.FOLLOW_UP not in page.actions:
        return words("exceptions.owes.close_anonymous")
    if state is ExceptionState.FOLLOWED_UP and page.satisfied is False:
        return words("exceptions.owes.rework")
    return words(f"exceptions.owes.{state.value}")


def person_text(words: Words, page: ExceptionPage) -> str:
    """Who reported it, masked; anonymous when nobody is known."""
    return page.name or (
        words("exceptions.person.by_phone") if page.phone else words("exceptions.person.none")
    )


def staff_text(member: StaffRow) -> str:
    """A member of staff in a list to choose from: masked name and number tell two of a name apart."""
    parts = (mask_name(member.name), member.number, member.department)
    return "  ".join(part for part in parts if part)
