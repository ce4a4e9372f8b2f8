"""The next step with its form, and the other steps that the case's state has."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Generic, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import CardFoot
from ui.widgets.fields import WordsBox
from ui.widgets.layouts import FlowLayout, column, row
from ui.widgets.progress import ProgressHint
from ui.widgets.remark import Remark
from ui.words import Words
from ui.worklist.forms import Form
from ui.worklist.state import S, S_contra
from ui.worklist.urgency import Offer


@dataclass(frozen=True, slots=True)
class Deed:
    """How a step is offered; ``hint`` says what its words are for, None where it takes none."""

    name: str
    icon: str
    hint: str | None = None


class Rules(Protocol[S_contra]):
    """What a room's rules tell of a state."""

    def offers(self, state: S_contra, /) -> tuple[Offer[Any], ...]:
        """The steps of the page's case, the sensible one first."""

    def action_of(self, state: S_contra, /) -> StrEnum | None:
        """The step whose form stands open."""


class ActionArea(CardFoot, Generic[S]):
    """``chosen(action)`` for another step, ``acted`` for the one in front, ``written(draft)`` as one types.

    ``given_up`` when a person no longer waits for an answer that is outstanding. Steps without a form need words
    at most. ``previewed`` to look at what the step in front puts on paper, where ``previews`` says that it does.
    """

    chosen = Signal(object)
    acted = Signal()
    written = Signal(object)
    given_up = Signal()
    previewed = Signal()

    def __init__(
        self,
        words: Words,
        rules: Rules[S],
        deeds: Mapping[Any, Deed],
        forms: Mapping[Any, Form[S]],
        previews: Callable[[S], bool] = lambda _: False,
    ) -> None:
        super().__init__()
        self._previews = previews
        self._words, self._rules, self._deeds, self.forms = words, rules, deeds, forms
        self._state: S | None = None
        self.text = WordsBox()
        self.text.setAccessibleName(words("worklist.form.text"))
        self.barred = Remark("info", "text2")
        self.problem = Remark("warning-octagon-fill", "danger")
        self.others = {action: ActionButton(deed.name, icon=deed.icon) for action, deed in deeds.items()}
        self.button = ActionButton(size=Size.LARGE, kind=Kind.PRIMARY)
        self.preview = ActionButton(words("worklist.preview"), icon="eye", size=Size.LARGE)
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
        box.addLayout(line.put(self.progress, self.preview, self.button))
        self.body.addLayout(box, 1)

    def _listen(self) -> None:
        for form in self.forms.values():
            form.edited.connect(self.written)
            form.hide()
        for action, button in self.others.items():
            button.clicked.connect(lambda _=False, action=action: self.chosen.emit(action))
        self.text.edited.connect(self._write)
        self.button.clicked.connect(self.acted)
        self.preview.clicked.connect(self.previewed)
        self.progress.cancelled.connect(self.given_up)

    def show_state(self, state: S) -> None:
        """Show what can be done with the case on the page."""
        before, self._state = self._state, state
        if state.page is None:
            return
        offers, action = self._rules.offers(state), self._rules.action_of(state)
        self.setVisible(bool(offers))
        self._show_form(state, action)
        self._show_others(offers, action)
        self.barred.say(self._words(offers[0].barred) if offers and offers[0].barred else "")
        self.problem.say(self._words(state.problem) if state.problem else "")
        if before is None or (before.busy, before.unconfirmed) != (state.busy, state.unconfirmed):
            self._show_progress(state)

    def focus_form(self) -> bool:
        """Bring the keyboard to the first thing to fill in; whether there is a step to take."""
        action = self._rules.action_of(self._state) if self._state is not None else None
        if action is None or not self.isVisible():
            return False
        if action in self.forms:
            self.forms[action].focus_first()
        else:
            (self.text if self.text.isVisible() else self.button).setFocus()
        return True

    def _write(self, text: str) -> None:
        if self._state is not None:
            draft: Any = self._state.draft
            self.written.emit(replace(draft, text=text))

    def _show_form(self, state: S, action: StrEnum | None) -> None:
        for own, form in self.forms.items():
            if own is action:
                form.show_state(state)
            form.setVisible(own is action)
        deed = self._deeds[action] if action is not None else None
        hint = deed.hint if deed is not None else None
        self.text.setVisible(hint is not None)
        self.text.setPlaceholderText(hint or "")
        self.text.show_text(state.draft.text, state.page.row.number if state.page else "")
        self.button.setVisible(deed is not None)
        self.preview.setVisible(deed is not None and self._previews(state))
        if deed is not None:
            self.button.show_action(deed.name, icon=deed.icon, key="Ctrl Enter")

    def _show_others(self, offers: tuple[Offer[Any], ...], action: StrEnum | None) -> None:
        barred = {offer.action: offer.barred for offer in offers}
        for other, button in self.others.items():
            button.setVisible(other in barred and other is not action)
            reason = barred.get(other)
            button.setEnabled(reason is None)
            button.setToolTip(self._words(reason) if reason else "")
            button.setAccessibleDescription(button.toolTip())

    def _show_progress(self, state: S) -> None:
        self.text.setReadOnly(state.busy)
        for form in self.forms.values():
            form.setEnabled(not state.unconfirmed)
        show_progress(self.progress, self._words, state)


def show_progress(progress: ProgressHint, words: Words, state: S) -> None:
    """Show that a command is under way, and offer to give up one whose answer is outstanding."""
    if state.unconfirmed:
        progress.begin(words("worklist.unconfirmed"))
    elif state.busy:
        progress.begin(cancellable=False)
    else:
        progress.end()
