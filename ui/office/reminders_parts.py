"""The parts of the presenter of reminders: what is listed, what is typed, which steps are taken."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from app.domain.calendar import add_working_days
from app.domain.exception_table import UNANSWERED
from app.domain.reminder import DAYS, ReminderAction
from app.domain.worklist import last_soon_day
from app.ports.documents import AboutKind
from app.ports.queries import CaseQuery, ExceptionQuery, ReminderQuery
from app.ports.rows import CaseRow, ExceptionRow, ReminderRow
from app.services import reminders
from app.services.limits import office_calendar
from app.services.policy import hall_policy
from app.services.use_case import Command
from ui.office import reminders_rules as rules
from ui.office.reminders_state import (
    NOTHING_NEW,
    Late,
    NewReminder,
    Pane,
    ReminderDraft,
    ReminderPage,
    RemindersState,
    Scope,
)
from ui.worklist.acting import Acting
from ui.worklist.listing import LIMIT, Listing, working_days_from
from ui.worklist.typed import Typed

_FURTHEST = 30
"""Days until which a new reminder can ask."""


class ReminderListing(Listing[RemindersState, ReminderPage]):
    """Lists reminders, and knows what can be reminded of."""

    async def refresh_choices(self) -> None:
        """Read who can be reminded, of what, and until when.

        Raises:
            DatabaseAway: out of touch.
        """
        ports = self._desk.ports
        readers, calendar = ports.readers, await office_calendar(ports)
        today, policy = (await readers.hall()).day, await hall_policy(ports)
        soon = last_soon_day(today, policy.days_to_remind, calendar)
        cases = await readers.cases(CaseQuery(due_by=soon, limit=LIMIT))
        exceptions = await readers.exceptions(ExceptionQuery(limit=LIMIT))
        issued = self._issued_on(await readers.reminders(ReminderQuery(limit=LIMIT)))
        late = (*_late_cases(cases), *_late_exceptions(exceptions))
        usual = add_working_days(today, DAYS, calendar).day
        days = working_days_from(today, today + timedelta(days=_FURTHEST), calendar)
        self._desk.change(
            departments=tuple(await readers.departments()),
            late=tuple(replace(one, reminded=issued.get(one.number)) for one in late),
            by_days=(usual, *(day for day in days if day != usual)),
        )

    def _issued_on(self, rows: Sequence[ReminderRow]) -> dict[str, date]:
        """What open reminders are about, each with the day of the last one."""
        zone = self._desk.state.zone
        ordered = sorted(rows, key=lambda row: row.issued_at)
        return {row.about: row.issued_at.astimezone(zone).date() for row in ordered if row.about}

    def open(self, number: str) -> None:
        """Look at a reminder; what was typed in the form waits."""
        if self._desk.state.pane is Pane.NEW:
            self._desk.change(pane=Pane.ONE, problem=None)
        super().open(number)

    async def _rows(self) -> Sequence[ReminderRow]:
        state = self._desk.state
        text = state.searched.strip() or None
        query = ReminderQuery(open_only=state.scope is Scope.OPEN, text=text, limit=LIMIT)
        return await self._desk.ports.readers.reminders(query)

    async def _page(self, number: str) -> tuple[ReminderPage, dict[str, Any]]:
        return ReminderPage(await self._desk.ports.readers.reminder(number)), {}

    def _computed(self, page: ReminderPage) -> dict[str, Any]:
        last = page.row.put_right_by
        return {"days_left": self._days_left(self._today or last, last)}

    def _first(self) -> str | None:
        if self._desk.state.pane is Pane.NEW:
            return None
        return next((members[0].number for _, members in rules.groups(self._desk.state)), None)


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file holds: words about reminders by number, and the new one; as they may be kept."""

    drafts: Mapping[str, ReminderDraft] = field(default_factory=dict)
    new: NewReminder = NOTHING_NEW


class TypedReminders(Typed[RemindersState, Kept]):
    """The words about reminders, and a new one."""

    def write_new(self, new: NewReminder) -> None:
        """Something was typed or chosen for the new one."""
        self._desk.change(new=new, problem=None)
        self._changed.set()

    def _brought_back(self, kept: Kept) -> dict[str, Any]:
        return {"drafts": kept.drafts, "new": kept.new}

    def _to_keep(self) -> Kept:
        state = self._desk.state
        drafts = {number: draft.to_keep() for number, draft in state.drafts.items()}
        return Kept(drafts, state.new.to_keep())


class ReminderActing(Acting[RemindersState]):
    """Takes the steps of reminders."""

    def act(self) -> None:
        """Take the step whose form is open; what is lacking for it is said."""
        state, action = self._desk.state, rules.action_of(self._desk.state)
        if state.page is None or action is None or state.busy:
            return
        number, text = state.page.row.number, state.draft.text
        if self._lacks(rules.lacking(action, text)):
            return
        step = reminders.void_reminder if action is ReminderAction.VOID else reminders.answer_reminder

        async def steps(command: Command) -> ReminderPage:
            return ReminderPage(await step(self._desk.ports, command, number, text))

        self._commands.give((action, number, text), steps, lambda page: self._done(action, page))


def _late_cases(rows: Sequence[CaseRow]) -> Iterator[Late]:
    for row in rows:
        if row.watch is not None and row.days_left is not None:
            yield Late(
                AboutKind.CASE,
                row.number,
                row.item_name,
                row.watch.due.day,
                row.days_left,
                row.watch.kind,
                row.regime,
            )


def _late_exceptions(rows: Sequence[ExceptionRow]) -> Iterator[Late]:
    for row in rows:
        if row.days_left < 0 and row.state in UNANSWERED:
            yield Late(AboutKind.EXCEPTION, row.number, row.summary, row.due.day, row.days_left)


def latest(day: date | None, days: Sequence[date]) -> date | None:
    """The day to ask for: the one that was chosen while it can be, else the usual one."""
    return day if day in days else next(iter(days), None)
