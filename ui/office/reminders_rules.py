"""What can be done with a reminder, and how urgent it is."""

from collections.abc import Mapping

from app.domain.message import Message
from app.domain.reminder import REMINDER_TABLE, ReminderAction, ReminderState
from app.domain.staff import PERMISSIONS, Permission
from app.domain.transitions import allowed
from app.domain.worklist import Urgency
from app.ports.rows import ReminderRow
from ui.office.reminders_state import RemindersState
from ui.worklist.urgency import Offer, grouped, urgency_until

_A = ReminderAction
ORDER = (_A.ANSWER, _A.VOID)
"""Steps as they are offered; a reminder is made void only by who chooses so."""

PERMISSION_FOR: Mapping[ReminderAction, Permission] = {
    _A.ANSWER: Permission.REMINDER_ANSWER,
    _A.VOID: Permission.REMIND,
}
_LACKING = {_A.ANSWER: Message("reminder.rule.say_what"), _A.VOID: Message("reminder.rule.say_why")}


def urgency(state: RemindersState, row: ReminderRow) -> Urgency:
    """How urgent a reminder is."""
    if row.state is not ReminderState.OPEN:
        return Urgency.CLOSED
    return urgency_until(state, row.put_right_by, row.days_left)


def groups(state: RemindersState) -> list[tuple[Urgency, list[ReminderRow]]]:
    """What is listed, by urgency."""
    return grouped(state.rows or (), lambda row: urgency(state, row))


def offers(state: RemindersState) -> tuple[Offer[ReminderAction], ...]:
    """The steps of the reminder on the page, each with why it is barred."""
    if state.page is None:
        return ()
    able = allowed(REMINDER_TABLE, state.page.row.state)
    return tuple(Offer(action, _barred(action, state)) for action in ORDER if action in able)


def action_of(state: RemindersState) -> ReminderAction | None:
    """The step whose form stands open: the chosen one, else saying what was done."""
    able = [offer.action for offer in offers(state) if offer.barred is None]
    return next((action for action in (state.chosen, _A.ANSWER) if action in able), None)


def lacking(action: ReminderAction, text: str) -> Message | None:
    """What still has to be said before the step can be taken."""
    return None if text.strip() else _LACKING[action]


def _barred(action: ReminderAction, state: RemindersState) -> Message | None:
    if state.actor is None:
        return Message("setup.rule.nobody_signed_in")
    role, permission = state.actor.role, PERMISSION_FOR[action]
    if permission in PERMISSIONS[role]:
        return None
    return Message("staff.rule.not_permitted", {"role": role, "permission": permission})
