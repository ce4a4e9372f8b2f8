"""The steps of a case as they are offered, each with its form."""

from app.domain.case_table import CaseAction
from ui.cases import rules
from ui.cases.state import CasesState
from ui.cases.view_forms import DecideForm, DeliverForm, ExtendForm, RefuseForm, SuspendForm
from ui.cases.view_material_forms import AcceptForm, NotifyForm, PapersForm
from ui.cases.wording import ACTION_ICONS
from ui.words import Words
from ui.worklist.action_area import ActionArea, Deed
from ui.worklist.forms import Form

_A = CaseAction
_SAYING = frozenset({_A.NOTIFY_AGAIN, _A.REFUSE, _A.EXTEND, _A.DECIDE, _A.WITHDRAW, _A.END})
"""Steps that take words."""


def action_area(words: Words) -> ActionArea[CasesState]:
    """The foot of a case."""
    deeds = {action: _deed(words, action) for action in rules.ORDER}
    return ActionArea(words, rules, deeds, _forms(words), previews=rules.issues_paper)


def _deed(words: Words, action: CaseAction) -> Deed:
    hint = words(f"cases.hint.{action.value}") if action in _SAYING else None
    return Deed(words(f"cases.do.{action.value}"), ACTION_ICONS[action], hint)


def _forms(words: Words) -> dict[CaseAction, Form[CasesState]]:
    """What has to be chosen for each step; the others need words at most."""
    return {
        _A.SUPPLEMENT: PapersForm(words, _A.SUPPLEMENT),
        _A.TAKE_PAPERS: PapersForm(words, _A.TAKE_PAPERS),
        _A.ACCEPT: AcceptForm(words),
        _A.NOTIFY: NotifyForm(words, _A.NOTIFY),
        _A.NOTIFY_AGAIN: NotifyForm(words, _A.NOTIFY_AGAIN),
        _A.REFUSE: RefuseForm(words),
        _A.SUSPEND: SuspendForm(words),
        _A.EXTEND: ExtendForm(words),
        _A.DECIDE: DecideForm(words),
        _A.DELIVER: DeliverForm(words),
    }
