"""The next action with its form, and the other actions that the case's state has."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.exception_table import ExceptionAction
from ui.exceptions import rules
from ui.exceptions.rules import Offer
from ui.exceptions.state import ExceptionsState
from ui.exceptions.view_forms import FORMS
from ui.exceptions.wording import ACTION_ICONS
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import CardFoot
from ui.widgets.fields import WordsBox
from ui.widgets.layouts import FlowLayout, column, row
from ui.widgets.progress import ProgressHint
from ui.widgets.remark import Remark
from ui.words import Words


class ActionArea(CardFoot):
    """``chosen(action)`` for another action, ``acted`` for the one in front, ``written(draft)`` as one types.

    ``given_up`` when a person no longer waits for an answer that is outstanding.
    """

    chosen = Signal(str)
    acted = Signal()
    written = Signal(object)
    given_up = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._state = ExceptionsState()
        self.forms = {action: form(words) for action, form in FORMS.items()}
        self.text = WordsBox()
        self.text.setAccessibleName(words("exceptions.form.text"))
        self.barred = Remark("info", "text2")
        self.problem = Remark("warning-octagon-fill", "danger")
        self.others = {
            action: ActionButton(words(f"exceptions.do.{action.value}"), icon=ACTION_ICONS[action])
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
            button.clicked.connect(lambda _=False, action=action: self.chosen.emit(action.value))
        self.text.edited.connect(lambda text: self.written.emit(replace(self._state.draft, text=text)))
        self.button.clicked.connect(self.acted)
        self.progress.cancelled.connect(self.given_up)

    def show_state(self, state: ExceptionsState) -> None:
        """Show what can be done with the case on the page."""
        before, self._state = self._state, state
        if state.page is None:
            return
        words, action = self._words, rules.action_of(state)
        offers = rules.offers(state.page, state.actor)
        self._show_form(state, action)
        self._show_others(offers, action)
        self.barred.say(words(offers[0].barred) if offers and offers[0].barred else "")
        self.problem.say(words(state.problem) if state.problem else "")
        self._show_progress(before, state)

    def focus_form(self) -> None:
        """Bring the keyboard to the first thing to fill in."""
        action = rules.action_of(self._state)
        form = self.forms.get(action) if action else None
        (form or self.text).setFocus()

    def _show_form(self, state: ExceptionsState, action: ExceptionAction | None) -> None:
        assert state.page is not None
        for own, form in self.forms.items():
            form.show_state(state)
            form.setVisible(own is action)
        self.text.setVisible(action is not None)
        self.button.setVisible(action is not None)
        if action is not None:
            self.text.setPlaceholderText(self._words(f"exceptions.hint.{action.value}"))
            self.text.show_text(state.draft.text, state.page.row.number)
            self.button.show_action(
                self._words(f"exceptions.do.{action.value}"), icon=ACTION_ICONS[action], key="Ctrl Enter"
            )

    def _show_others(self, offers: tuple[Offer, ...], action: ExceptionAction | None) -> None:
        barred = {offer.action: offer.barred for offer in offers}
        for other, button in self.others.items():
            button.setVisible(other in barred and other is not action)
            reason = barred.get(other)
            button.setEnabled(reason is None)
            button.setToolTip(self._words(reason) if reason else "")
            button.setAccessibleDescription(button.toolTip())

    def _show_progress(self, before: ExceptionsState, state: ExceptionsState) -> None:
        if (before.busy, before.unconfirmed) == (state.busy, state.unconfirmed):
            return
        self.text.setReadOnly(state.busy)
        for form in self.forms.values():
            form.setEnabled(not state.unconfirmed)
        if state.unconfirmed:
            self.progress.begin(self._words("exceptions.unconfirmed"))
        elif state.busy:
            self.progress.begin(cancellable=False)
        else:
            self.progress.end()
