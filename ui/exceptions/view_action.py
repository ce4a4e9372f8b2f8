"""The actions of a case as they are offered, each with its form."""

from app.domain.exception_table import ExceptionAction
from ui.exceptions import rules
from ui.exceptions.state import ExceptionsState
from ui.exceptions.view_forms import (
    AssignForm,
    DenyForm,
    ExtendForm,
    FollowUpForm,
    JoinForm,
    ReleaseForm,
    TriageForm,
)
from ui.exceptions.wording import ACTION_ICONS
from ui.words import Words
from ui.worklist.action_area import ActionArea, Deed
from ui.worklist.forms import Form

_A = ExceptionAction


def action_area(words: Words) -> ActionArea[ExceptionsState]:
    """The foot of a case: every action takes words, some ask for more."""
    deeds = {
        action: Deed(
            words(f"exceptions.do.{action.value}"),
            ACTION_ICONS[action],
            words(f"exceptions.hint.{action.value}"),
        )
        for action in rules.ORDER
    }
    forms: dict[ExceptionAction, Form[ExceptionsState]] = {
        _A.TRIAGE: TriageForm(words),
        _A.ASSIGN: AssignForm(words),
        _A.FOLLOW_UP: FollowUpForm(words),
        _A.EXTEND: ExtendForm(words),
        _A.JOIN: JoinForm(words),
        _A.RELEASE: ReleaseForm(words),
        _A.DENY: DenyForm(words),
    }
    return ActionArea(words, rules, deeds, forms)
