"""How reminders are said: their standing, what they are about, and what is suggested to say of something late."""

from app.domain.case_parts import WatchKind
from app.domain.catalogue import Regime
from app.domain.worklist import Urgency
from app.ports.documents import AboutKind
from app.ports.rows import ReminderRow
from ui.office.reminders_rules import urgency
from ui.office.reminders_state import Late, NewReminder, RemindersState
from ui.words import Words
from ui.worklist.wording import day_text

_ARTICLES = (WatchKind.TELL, WatchKind.DECIDE, WatchKind.DELIVER)
"""Limits that the licensing law itself sets."""


def standing_text(words: Words, state: RemindersState, row: ReminderRow) -> str:
    """How it stands: a word for what is done with or owed today, else until when or for how long it is owed."""
    if urgency(state, row) in (Urgency.CLOSED, Urgency.TODAY, Urgency.OVERDUE):
        return words(f"reminder_standing.{row.standing}")
    return words("worklist.due.by", day=day_text(words, row.put_right_by, state.year))


def about_text(words: Words, row: ReminderRow) -> str:
    """What it is about; empty where it stands in the office's own words."""
    if row.case:
        return words("office.reminders.about.case", number=row.case)
    return words("office.reminders.about.exception", number=row.exception) if row.exception else ""


def late_text(words: Words, late: Late, this_year: int) -> str:
    """Something late, as it is chosen from a list, with the day on which it was reminded of already."""
    about = words(f"office.reminders.about.{late.kind}", number=late.number)
    title = late.title.replace("\n", " ")
    text = words("office.reminders.late", about=about, title=title, how=_how_late(words, late))
    if late.reminded is None:
        return text
    return words("office.reminders.again", late=text, day=day_text(words, late.reminded, this_year))


def suggested(words: Words, late: Late | None) -> tuple[str, str]:
    """What was found, and the rule, as they may be said of something late; nothing of nothing."""
    if late is None:
        return "", ""
    kind = "exception" if late.kind is AboutKind.EXCEPTION else f"case.{late.watch}"
    owed = words(f"office.reminders.owed.{kind}")
    finding = words(
        "office.reminders.suggested", title=late.title, owed=owed, due=late.due, how=_how_late(words, late)
    )
    return finding, words(f"office.reminders.rule.{_rule(late)}")


def with_suggestion(words: Words, new: NewReminder, before: Late | None, late: Late | None) -> NewReminder:
    """The form after another thing was chosen; what a person typed is never replaced."""
    old, fresh = suggested(words, before), suggested(words, late)
    return NewReminder(
        late.key if late else "",
        new.department,
        fresh[0] if new.finding.strip() in ("", old[0]) else new.finding,
        fresh[1] if new.rule.strip() in ("", old[1]) else new.rule,
        new.by,
    )


def _rule(late: Late) -> str:
    if late.kind is AboutKind.EXCEPTION:
        return "exception"
    return f"{late.watch}" if late.regime is Regime.LICENCE and late.watch in _ARTICLES else "guide"


def _how_late(words: Words, late: Late) -> str:
    if late.days_left < 0:
        return words("office.reminders.late_by", count=-late.days_left)
    if late.days_left == 0:
        return words("worklist.due.today")
    return words("office.reminders.near", count=late.days_left)
