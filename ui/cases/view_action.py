"""The next step with its form, and the other steps that the case's state has."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.case_table import CaseAction
from ui.cases import rules
from ui.cases.acting import NOBODY, Countersign
from ui.cases.rules import Offer
from ui.cases.state import CasesState
from ui.cases.view_forms import DecideForm, DeliverForm, ExtendForm, Form, SuspendForm
from ui.cases.view_material_forms import AcceptForm, NotifyForm, PapersForm
from ui.cases.wording import ACTION_ICONS
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import CardFoot
from ui.widgets.fields import WordsBox
from ui.widgets.layouts import FlowLayout, column, row
from ui.widgets.progress import ProgressHint
from ui.widgets.remark import Remark
from ui.words import Words

_A = CaseAction
_SAYING = frozenset({_A.NOTIFY_AGAIN, _A.REFUSE, _A.EXTEND, _A.DECIDE, _A.WITHDRAW, _A.END})
"""Steps that take words."""


def _forms(words: Words) -> dict[CaseAction, Form]:
    """What has to be chosen for each step; the others need words at most."""
    return {
        _A.SUPPLEMENT: PapersForm(words, _A.SUPPLEMENT),
        _A.TAKE_PAPERS: PapersForm(words, _A.TAKE_PAPERS),
        _A.ACCEPT: AcceptForm(words),
        _A.NOTIFY: NotifyForm(words, _A.NOTIFY),
        _A.NOTIFY_AGAIN: NotifyForm(words, _A.NOTIFY_AGAIN),
        _A.SUSPEND: SuspendForm(words),
        _A.EXTEND: ExtendForm(words),
        _A.DECIDE: DecideForm(words),
        _A.DELIVER: DeliverForm(words),
    }


class ActionArea(CardFoot):
    """``chosen(action)`` for another step, ``acted`` for the one in front, ``written(draft)`` as one types.

    ``given_up`` when a person no longer waits for an answer that is outstanding.
    """

    chosen = Signal(str)
    acted = Signal()
    written = Signal(object)
    given_up = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._state = CasesState()
        self.forms = _forms(words)
        self.text = WordsBox()
        self.text.setAccessibleName(words("cases.form.text"))
        self.barred = Remark("info", "text2")
        self.problem = Remark("warning-octagon-fill", "danger")
        self.others = {
            action: ActionButton(words(f"cases.do.{action.value}"), icon=ACTION_ICONS[action])
            for action in rules.ORDER
        }
        self.button = ActionButton(size=Size.LARGE, kind=Kind.PRIMARY)
        self.progress = ProgressHint(words)
        self._build()
        self._listen()

    def _build(self) -> None:
        box = column(gap=8)
        box.put(self.barred, *self.forms.values(), self.text, self.problem)
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        for button in self.others.values():
            flow.addWidget(button)
        line = row(gap=8)
        line.addWidget(holder, 1, Qt.AlignmentFlag.AlignVCenter)
        box.addLayout(line.put(self.progress, self.button))
        self.body.addLayout(box, 1)

    def _listen(self) -> None:
        for form in self.forms.values():
            form.edited.connect(self.written)
            form.hide()
        for action, button in self.others.items():
            button.clicked.connect(self._chooser(action))
        self.text.edited.connect(lambda text: self.written.emit(replace(self._state.draft, text=text)))
        self.button.clicked.connect(self.acted)
        self.progress.cancelled.connect(self.given_up)

    def _chooser(self, action: CaseAction) -> Callable[[], None]:
        return lambda: self.chosen.emit(action.value)

    def show_state(self, state: CasesState) -> None:
        """Show what can be done with the case on the page."""
        before, self._state = self._state, state
        if state.page is None:
            return
        offers, action = rules.offers(state), rules.action_of(state)
        self.setVisible(bool(offers))
        self._show_form(state, action)
        self._show_others(offers, action)
        self.barred.say(self._words(offers[0].barred) if offers and offers[0].barred else "")
        self.problem.say(self._words(state.problem) if state.problem else "")
        self._show_progress(before, state)

    def focus_form(self) -> None:
        """Bring the keyboard to the first thing to fill in."""
        action = rules.action_of(self._state)
        form = self.forms.get(action) if action else None
        if form is not None:
            form.focus_first()
        else:
            (self.text if self.text.isVisible() else self.button).setFocus()

    def countersign(self) -> Countersign:
        """Who agrees to a further notice."""
        form = self.forms[_A.NOTIFY_AGAIN]
        return form.countersign() if isinstance(form, NotifyForm) and form.isVisible() else NOBODY

    def _show_form(self, state: CasesState, action: CaseAction | None) -> None:
        for own, form in self.forms.items():
            if own is action:
                form.show_state(state)
            form.setVisible(own is action)
        self.text.setVisible(action in _SAYING)
        self.button.setVisible(action is not None)
        if action is not None:
            self.text.setPlaceholderText(
                self._words(f"cases.hint.{action.value}") if action in _SAYING else ""
            )
            self.text.show_text(state.draft.text)
            self.button.show_action(
                self._words(f"cases.do.{action.value}"), icon=ACTION_ICONS[action], key="Ctrl Enter"
            )

    def _show_others(self, offers: tuple[Offer, ...], action: CaseAction | None) -> None:
        barred = {offer.action: offer.barred for offer in offers}
        for other, button in self.others.items():
            button.setVisible(other in barred and other is not action)
            reason = barred.get(other)
            button.setEnabled(reason is None)
            button.setToolTip(self._words(reason) if reason else "")
            button.setAccessibleDescription(button.toolTip())

    def _show_progress(self, before: CasesState, state: CasesState) -> None:
        if (before.busy, before.unconfirmed) == (state.busy, state.unconfirmed):
            return
        self.text.setReadOnly(state.busy)
        for form in self.forms.values():
            form.setEnabled(not state.unconfirmed)
        if state.unconfirmed:
            self.progress.begin(self._words("cases.unconfirmed"))
        elif state.busy:
            self.progress.begin(cancellable=False)
        else:
            self.progress.end()
