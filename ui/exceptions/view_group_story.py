"""A group as a story: its cases, what is done about the cause, who else was asked; and how it reads in the list."""

from collections.abc import Iterator
from datetime import datetime

from app.domain.exception_group import GroupAction, GroupState
from app.domain.person import mask_name
from app.domain.worklist import Urgency
from app.ports.rows import CheckPage, GroupPage, GroupRow, GroupStepRow
from ui.exceptions.group_rules import urgency
from ui.exceptions.group_state import GroupsState
from ui.exceptions.state import ExceptionsState
from ui.widgets.entry import Entry
from ui.widgets.story import Moment, StoryEntry
from ui.words import Words
from ui.worklist.state import WorklistState
from ui.worklist.wording import by_text, day_text, moment_text, owed_until_text, urgent_tone

_ICONS: dict[GroupAction, str] = {
    GroupAction.CREATE: "flag",
    GroupAction.ADD: "plus",
    GroupAction.REMOVE: "minus",
    GroupAction.PLAN: "note-pencil",
    GroupAction.PROVE: "check-circle",
    GroupAction.REJECT: "arrow-u-up-left",
    GroupAction.CLOSE: "archive",
    GroupAction.REOPEN: "folder-open",
    GroupAction.WARN: "bell",
    GroupAction.OVERDUE: "arrow-fat-up",
}
_Dated = tuple[datetime, StoryEntry]


def group_story(words: Words, state: GroupsState) -> list[StoryEntry]:
    """Everything in the order in which it happened, and what is owed next."""
    page = state.page
    if page is None:
        return []
    told = [
        *_steps(words, state, page),
        *(one for check in state.checks for one in _check(words, state, check)),
    ]
    entries = [entry for _, entry in sorted(told, key=lambda dated: dated[0])]
    return [*entries, *_owed(words, state, page)]


def group_entry(words: Words, state: ExceptionsState, row: GroupRow, how_urgent: Urgency) -> Entry:
    """A group in the list: its cause, what it waits for, and how many of its cases are settled."""
    detail = words("groups.settled", done=row.cases - row.open_cases, count=row.cases)
    owed = words(f"groups.owed.{row.state}")
    lead = owed
    if row.due is not None and how_urgent is not Urgency.CLOSED:
        lead = owed_until_text(words, state, how_urgent, row.due, owed)
    return Entry(
        row.number, row.cause.replace("\n", " "), detail, lead=lead, lead_tone=urgent_tone(how_urgent)
    )


def owner_of(words: Words, row: GroupRow) -> str:
    """Whose turn it is: the unit that rectifies, else the office."""
    is_with_unit = row.state is GroupState.RECTIFYING and row.unit is not None
    return str(row.unit) if is_with_unit else words("exceptions.office")


def _steps(words: Words, state: WorklistState, page: GroupPage) -> Iterator[_Dated]:
    for at, step in enumerate(page.steps):
        what = words(f"groups.told.{step.action}", case=step.case or "", due=_day(words, state, step))
        when = moment_text(words, state, step.at)
        who = mask_name(step.by_name) if step.by_name else words("exception.by_rule")
        yield step.at, StoryEntry(f"step-{at}", who, what, step.text, when, _ICONS[step.action])


def _day(words: Words, state: WorklistState, step: GroupStepRow) -> str:
    return day_text(words, step.due, state.year) if step.due is not None else ""


def _check(words: Words, state: WorklistState, check: CheckPage) -> Iterator[_Dated]:
    begun = moment_text(words, state, check.started_at)
    due = day_text(words, check.due.day, state.year)
    asked = words("groups.told.ask", count=len(check.entries), number=check.number, due=due)
    who = mask_name(check.by_name)
    yield check.started_at, StoryEntry(check.number, who, asked, check.question, begun, "chat-text")
    for what, at in (("warn", check.warned_at), ("overdue", check.overdue_at)):
        if at is not None:
            told, key = (
                words(f"groups.told.check_{what}", number=check.number, due=due),
                f"{check.number}-{what}",
            )
            when = moment_text(words, state, at)
            yield at, StoryEntry(key, words("exception.by_rule"), told, "", when, _ICONS[GroupAction(what)])
    for entry in check.entries:
        if entry.at is None or entry.by_name is None:
            continue
        said = words("groups.told.found" if entry.found else "groups.told.not_found", department=entry.name)
        key, by = f"{check.number}-{entry.department}", mask_name(entry.by_name)
        icon = "warning-circle-fill" if entry.found else "check-circle"
        yield entry.at, StoryEntry(key, by, said, entry.text, moment_text(words, state, entry.at), icon)


def _owed(words: Words, state: GroupsState, page: GroupPage) -> Iterator[StoryEntry]:
    row = page.row
    if row.state is GroupState.CLOSED:
        return
    how_urgent = urgency(state, row)
    when = by_text(words, state, row.due) if row.due is not None else ""
    yield StoryEntry(
        "owed",
        owner_of(words, row),
        words(f"groups.owes.{row.state}"),
        when=when,
        when_tone=urgent_tone(how_urgent),
        moment=Moment.NEXT,
    )
