"""Signing in at the counter: whoever sat here, and what the shift before has left behind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.person import mask_name
from ui.counter.state import CounterState, Phase
from ui.counter.wording import clock
from ui.signing import SigningIn
from ui.theme import STATUS_LOOKS, Status, Type
from ui.widgets.icon import Icon
from ui.widgets.layouts import column, row
from ui.widgets.sign_in_page import SignInPage
from ui.widgets.text import Text
from ui.words import Words


class CounterSignIn(SignInPage):
    """The page at which one signs in, told of the counter."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, "", "", parent)
        self._held = _HeldNote()
        self.card.foot.body.put(self._held)

    def show_counter(self, state: CounterState, *, asked: bool) -> None:
        """Say what signing in will do here; what went wrong stands at the password while that is ``asked`` for."""
        words = self._words
        title = words("counter.sign_in.title", counter=state.number)
        self.card.describe(title, _situation(state, words), words(f"counter.sign_in.{_action(state)}"))
        self.card.offer_way_back(state.phase is not Phase.SIGNED_OUT)
        self._held.show_state(state, words)
        self.card.foot.setVisible(not self._held.isHidden())
        problem = state.problem if asked and not state.signing_in else None
        self.show_state(SigningIn(state.signing_in, problem))


def _action(state: CounterState) -> str:
    if state.desk is None or state.desk.counter.clerk is None:
        return "open"
    return "take_over" if state.phase is not Phase.SIGNED_OUT else "go_on"


def _situation(state: CounterState, words: Words) -> str:
    desk = state.desk
    if desk is None:
        return ""
    names = words("counter.list.comma").join(line.name for line in state.lines) or desk.counter.name
    if desk.counter.clerk is None:
        return names
    clerk = mask_name(desk.counter.clerk_name) if desk.counter.clerk_name else desk.counter.clerk
    if desk.ticket is not None:
        return words("counter.sign_in.serves", clerk=clerk, number=desk.ticket.number)
    return words("counter.sign_in.sits", clerk=clerk)


class _HeldNote(QWidget):
    """What the shift before has left behind."""

    def __init__(self) -> None:
        super().__init__()
        look = STATUS_LOOKS[Status.HELD]
        self._title, self._text = Text("", Type.BODY, bold=True), Text("", Type.DETAIL, "text2", wrap=True)
        line = row(self, gap=10)
        line.addWidget(Icon(look.icon, look.tone.value, 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(gap=4).put(self._title, self._text), 1)

    def show_state(self, state: CounterState, words: Words) -> None:
        """Name the held tickets; without any there is nothing to say."""
        held = state.desk.held if state.desk else ()
        self.setVisible(bool(held))
        self._title.setText(words("counter.sign_in.held", count=len(held)))
        lines = [
            words("counter.sign_in.held_one", number=t.number, note=t.note or "", time=clock(state, t.since))
            for t in held
            if t.since is not None
        ]
        self._text.setText("\n".join(lines))
