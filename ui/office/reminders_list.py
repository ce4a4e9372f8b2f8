"""The list of reminders, and what stands around the one that is looked at."""

from collections.abc import Iterator

from PySide6.QtCore import Signal

from app.domain.person import mask_name
from app.domain.reminder import ReminderAction, ReminderState
from app.domain.worklist import Urgency
from app.ports.rows import ReminderRow
from ui.office import reminders_rules as rules
from ui.office.reminders_state import RemindersState, Scope
from ui.office.reminders_wording import about_text, standing_text
from ui.theme import Tone
from ui.widgets.button import ActionButton
from ui.widgets.card import Card, Panel, SectionHead
from ui.widgets.entry import Entry
from ui.widgets.fact_card import FactCard
from ui.widgets.story import Moment, StoryEntry
from ui.words import Words
from ui.worklist.columns import Context
from ui.worklist.growing_list import GrowingList
from ui.worklist.head import Head
from ui.worklist.wording import day_text, moment_text, urgent_tone

ICONS = {ReminderAction.ISSUE: "file-text", ReminderAction.ANSWER: "check", ReminderAction.VOID: "x-circle"}


_WAY = (ReminderState.OPEN, ReminderState.PUT_RIGHT)
_VOIDED = (ReminderState.VOID,)


class ReminderList(GrowingList[RemindersState]):
    """``new_requested`` to write a reminder."""

    def __init__(self, words: Words) -> None:
        scopes = {scope: words(f"office.reminders.scope.{scope}") for scope in Scope}
        title, search = words("office.page.reminders"), words("office.reminders.search")
        super().__init__(words, title, search, scopes, rules.groups, words("office.reminders.new"))

    def _entry(self, state: RemindersState, member: ReminderRow, urgency: Urgency) -> Entry:
        return Entry(
            member.number,
            member.finding.replace("\n", " "),
            member.department_name,
            lead=standing_text(self._words, state, member),
            lead_tone=urgent_tone(urgency),
        )

    def _group_title(self, urgency: Urgency, number: int) -> str:
        if urgency is Urgency.CLOSED:
            return self._words("office.reminders.group.closed", number=number)
        return super()._group_title(urgency, number)

    def _why_empty(self, state: RemindersState) -> tuple[str, str]:
        words = self._words
        if state.searched.strip():
            return words("worklist.empty.search"), words("office.reminders.empty.search")
        return words(f"office.reminders.empty.{state.scope}"), words("office.reminders.empty.detail")


class ReminderHead(Head[RemindersState]):
    """Whom it reminds, how it stands, and how far it has come."""

    def show_state(self, state: RemindersState) -> None:
        """Show the head of the reminder on the page."""
        if state.page is None:
            return
        words, reminder = self._words, state.page.row
        facts = [reminder.number, about_text(words, reminder)]
        self._show_title(
            reminder.department_name,
            facts,
            rules.urgency(state, reminder),
            standing_text(words, state, reminder),
        )
        if reminder.state is ReminderState.VOID:
            self._urgency.show_chip(words("reminder_standing.void"), Tone.NEUTRAL, "x-circle-fill")
        way = _VOIDED if reminder.state is ReminderState.VOID else _WAY
        names = [words("office.reminders.way.issued"), *(words(f"reminder_state.{state}") for state in way)]
        self._way.show_steps(names, len(names) if reminder.state is way[-1] else 1)


class ReminderSide(Context[RemindersState]):
    """``reprint_wanted`` for the paper once more."""

    reprint_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._facts = FactCard(words("office.reminders.side"))
        self.reprint = ActionButton(words("office.reminders.reprint"), icon="printer")
        self.reprint.clicked.connect(self.reprint_wanted)
        paper, inside = Card(), Panel(gap=8)
        inside.body.put(self.reprint)
        paper.body.put(SectionHead(words("office.reminders.paper")), inside)
        self.cards.put(self._facts, paper, None)

    def show_state(self, state: RemindersState) -> None:
        """Show what stands around the reminder on the page."""
        if state.page is None:
            return
        words, reminder = self._words, state.page.row
        by = day_text(words, reminder.put_right_by, state.year)
        self._facts.show_facts(
            [
                (words("office.reminders.department"), reminder.department_name),
                (words("office.reminders.about"), about_text(words, reminder)),
                (words("office.reminders.rule"), reminder.rule),
                (words("office.reminders.by"), by),
            ],
            "",
        )
        self.reprint.setEnabled(not state.busy)


def story_of(words: Words, state: RemindersState) -> list[StoryEntry]:
    """What was found, what was done, and what is owed."""
    return list(_story(words, state, state.page.row)) if state.page else []


def _story(words: Words, state: RemindersState, row: ReminderRow) -> Iterator[StoryEntry]:
    is_open = row.state is ReminderState.OPEN
    yield StoryEntry(
        "issued",
        mask_name(row.issued_by_name),
        words("office.reminders.told.issued", department=row.department_name),
        row.finding,
        moment_text(words, state, row.issued_at),
        ICONS[ReminderAction.ISSUE],
        Moment.NOW if is_open else Moment.PAST,
    )
    if row.answered_on is not None:
        yield StoryEntry(
            "answered",
            mask_name(row.answered_by_name or ""),
            words("office.reminders.told.answered"),
            row.answer,
            day_text(words, row.answered_on, state.year),
            ICONS[ReminderAction.ANSWER],
        )
    if row.state is ReminderState.VOID:
        yield StoryEntry(
            "void", "", words("office.reminders.told.void"), row.void_reason, "", ICONS[ReminderAction.VOID]
        )
    if is_open:
        tone = urgent_tone(rules.urgency(state, row))
        by = words("worklist.due.by", day=day_text(words, row.put_right_by, state.year))
        owed = words("office.reminders.told.owed")
        yield StoryEntry("owed", row.department_name, owed, when=by, when_tone=tone, moment=Moment.NEXT)
