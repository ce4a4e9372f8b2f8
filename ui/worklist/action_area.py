"""The next step with its form, and the other steps that the case's state has."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Generic, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.card import CardFoot
from ui.widgets.fields import WordsBox
from ui.widgets.layouts import Box, column
from ui.widgets.progress import ProgressHint
from ui.widgets.remark import Remark
from ui.words import Words
from ui.worklist.action_line import ActionLine
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
    at most; ``otherwise`` offers some in another way, as a state has them. ``previewed`` to look at what the step
    in front puts on paper, where ``previews`` says that it does.
    ``fields`` is all that is filled in: where there is no height for it here, it stands elsewhere.
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
        otherwise: Callable[[S], Mapping[Any, Deed]] = lambda _: {},
    ) -> None:
        super().__init__()
        self._previews, self._otherwise = previews, otherwise
        self._words, self._rules, self._deeds, self.forms = words, rules, deeds, forms
        self._state: S | None = None
        self.text = WordsBox()
        self.text.setAccessibleName(words("worklist.form.text"))
        self.barred = Remark("info", "text2")
        self.problem = Remark("warning-octagon-fill", "danger")
        self.line = ActionLine(words, ((action, deed.name, deed.icon) for action, deed in deeds.items()))
        self.others, self.button, self.preview = self.line.others, self.line.button, self.line.preview
        self.progress = ProgressHint(words)
        self.fields = QWidget()
        self._build()
        self._listen()

    def _build(self) -> None:
        column(self.fields, gap=8).put(self.barred, *self.forms.values(), self.text, self.problem)
        self._box = column(gap=8)
        self.body.addLayout(self._box.put(self.fields, self.progress, self.line), 1)

    def fold(self, elsewhere: Box | None) -> None:
        """Put what is filled in ``elsewhere`` and keep one row; None brings it back."""
        if elsewhere is None:
            self._box.insertWidget(0, self.fields)
        else:
            elsewhere.put(self.fields)
        self.line.fold(folded=elsewhere is not None)

    def _listen(self) -> None:
        for form in self.forms.values():
            form.edited.connect(self.written)
            form.hide()
        self.line.chosen.connect(self.chosen)
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
        filled_in = (self.barred, *self.forms.values(), self.text, self.problem)
        self.fields.setVisible(bool(offers) and not all(part.isHidden() for part in filled_in))
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
        deeds = {**self._deeds, **self._otherwise(state)}
        deed = deeds[action] if action is not None else None
        hint = deed.hint if deed is not None else None
        self.text.setVisible(hint is not None)
        self.text.setPlaceholderText(hint or "")
        self.text.show_text(state.draft.text, state.page.row.number if state.page else "")
        self.button.setVisible(deed is not None)
        self.preview.setVisible(deed is not None and self._previews(state))
        if deed is not None:
            self.line.show_button(deed.name, deed.icon)

    def _show_others(self, offers: tuple[Offer[Any], ...], action: StrEnum | None) -> None:
        barred = {offer.action: offer.barred for offer in offers}
        for other, button in self.others.items():
            button.setVisible(other in barred and other is not action)
            reason = barred.get(other)
            button.setEnabled(reason is None)
            button.setToolTip(self._words(reason) if reason else "")
            button.setAccessibleDescription(button.toolTip())
        self.line.fit()

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
