"""Sheets that end something: an errand with its outcome, or a ticket whose person has left."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.case_clock import has_limit
from app.domain.case_parts import NO_REFUSAL
from app.domain.errand import Outcome
from ui.counter import rules
from ui.counter.intents import Intent
from ui.counter.refusal_parts import RefusalParts
from ui.counter.sheet import NumberedList, SheetCard, hint
from ui.counter.state import CounterState
from ui.theme import Type
from ui.widgets.button_look import Kind
from ui.widgets.inputs import Field
from ui.widgets.text import Text
from ui.words import Words

LONGEST_LIMIT = 365
"""Working days that a clerk may say where the item's page names no limit."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """What can be chosen, the likely one first, and what of it asks for a limit."""

    outcomes: tuple[Outcome, ...] = ()
    usual: Outcome | None = None
    asks_limit: frozenset[Outcome] = frozenset()


class FinishSheet(SheetCard):
    """``chosen(outcome, refusal, days)``; only outcomes that fit what was done are offered, the likely one is chosen.
    That holds while the sheet stands open too: what comes of the case elsewhere changes what is offered.

    A refusal asks for its ground and reason, and an acceptance for a limit where the item's page names none;
    ``days`` is 0 where it was not asked.
    """

    chosen = Signal(str, object, int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(
            words, words("counter.sheet.finish.title"), words("counter.sheet.finish.action"), parent=parent
        )
        self._list = NumberedList()
        self._list.setAccessibleName(words("counter.sheet.finish.title"))
        self._hint, self._next = hint(""), hint("")
        self._refusal, self._days = RefusalParts(words), QLineEdit()
        self._days.setValidator(QIntValidator(1, LONGEST_LIMIT, self._days))
        self._limit = Field(words("counter.sheet.finish.days"), self._days)
        self._offer = _Offer()
        self.inside.put(self._hint)
        self.inside.addWidget(self._list, 1)
        self.inside.put(self._refusal, self._limit, self._next)
        self._refusal.hide()  # a field that is not asked for takes no room of the window either
        self._limit.hide()
        self._list.selected.connect(lambda _: self._ask())
        self._refusal.typed.connect(self.typed)
        self._refusal.typed.connect(lambda *_: self.action.setEnabled(self.is_complete()))
        self._days.textChanged.connect(lambda _: self.action.setEnabled(self.is_complete()))

    def begin(self, state: CounterState) -> None:
        self.set_title(self.words("counter.sheet.finish.title"), state.ticket.number if state.ticket else "")
        self._refusal.begin(state.typed)
        self._days.clear()
        self._show_offer(_offer_of(state), None)
        self._next.setText(self._following(state))
        self._next.setVisible(bool(self._next.text()))

    def show_state(self, state: CounterState) -> None:
        offer = _offer_of(state)
        if offer != self._offer and state.ticket is not None and state.busy is None:
            by_hand = self._chosen() if self._chosen() != self._offer.usual else None
            self._show_offer(offer, by_hand)
        super().show_state(state)

    def is_complete(self) -> bool:
        if self._refuses():
            return self._refusal.refusal() is not None
        return bool(self._list.chosen()) and (not self._needs_days() or self._days.hasAcceptableInput())

    def focus_start(self) -> None:
        self._list.setFocus()

    def confirm(self) -> None:
        if self.is_complete():
            refusal = self._refusal.refusal() if self._refuses() else NO_REFUSAL
            self.chosen.emit(
                self._list.chosen(), refusal, int(self._days.text()) if self._needs_days() else 0
            )

    def _show_offer(self, offer: _Offer, by_hand: Outcome | None) -> None:
        """What was chosen by hand stays where it still fits."""
        self._offer = offer
        chosen = by_hand if by_hand in offer.outcomes else offer.usual
        self._list.setCurrentIndex(
            QModelIndex()
        )  # else what was chosen before would be where nothing is usual
        self._list.show_choices([(o.value, self.words(f"outcome.{o}")) for o in offer.outcomes], chosen)
        code = "notice_first" if offer.usual is None else "hint"
        self._hint.setText(self.words(f"counter.sheet.finish.{code}"))
        self._ask()

    def _chosen(self) -> Outcome | None:
        chosen = self._list.chosen()
        return Outcome(chosen) if chosen else None

    def _ask(self) -> None:
        self._refusal.setVisible(self._refuses())
        self._limit.setVisible(self._needs_days())
        self.action.setEnabled(self.is_complete())

    def _refuses(self) -> bool:
        return self._chosen() is Outcome.REFUSED

    def _needs_days(self) -> bool:
        return self._chosen() in self._offer.asks_limit

    def _following(self, state: CounterState) -> str:
        still_open = [e for e in state.ticket.errands if e.outcome is None] if state.ticket else []
        if len(still_open) < 2:
            return ""
        return self.words("counter.sheet.finish.then", item=still_open[1].item_name, line=still_open[1].line)


def _offer_of(state: CounterState) -> _Offer:
    usual = rules.usual_outcome(state)
    fitting = [outcome for outcome, fits in rules.outcomes(state).items() if fits]
    if usual is not None:
        fitting.sort(key=lambda outcome: outcome is not usual)
    return _Offer(tuple(fitting), usual, _asking_limit(state))


def _asking_limit(state: CounterState) -> frozenset[Outcome]:
    """The outcomes that take an application on, where the item's page does not say how long that may take."""
    if state.item is None or has_limit(state.item, _situation(state)):
        return frozenset()
    return frozenset({Outcome.ACCEPTED, Outcome.COMPLETED} if rules.grants(state) else {Outcome.ACCEPTED})


def _situation(state: CounterState) -> str | None:
    """The errand's situation, where the item still knows it."""
    situation = state.ticket.errand.situation if state.ticket else None
    known = {s.name for s in state.item.situations} if state.item else set()
    return situation if situation in known else None


class AbandonSheet(SheetCard):
    """``confirmed`` that the person has left."""

    confirmed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        action = words("counter.sheet.abandon.action")
        super().__init__(words, words("counter.sheet.abandon.title"), action, kind=Kind.DANGER, parent=parent)
        self._text = Text("", Type.BODY, "text1", wrap=True)
        self.inside.put(self._text, None)

    def begin(self, state: CounterState) -> None:
        held = state.sheet.ticket if state.sheet and state.sheet.intent is Intent.ABANDON_HELD else None
        number = held or (state.ticket.number if state.ticket else "")
        self.set_title(self.words("counter.sheet.abandon.title"), number)
        self._text.setText(self.words("counter.sheet.abandon.text", number=number))

    def confirm(self) -> None:
        self.confirmed.emit()
