"""Signing in at the counter: number, password, Enter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from app.domain.person import mask_name
from ui.counter.state import CounterState, Phase
from ui.counter.wording import clock
from ui.theme import STATUS_LOOKS, Status, Type, active, look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, Panel
from ui.widgets.icon import Icon
from ui.widgets.inputs import Field, IconField
from ui.widgets.layouts import column, row
from ui.widgets.password_field import PasswordField
from ui.widgets.text import Text
from ui.words import Words

_WIDTH = 380


class SignInCard(Card):
    """``submitted(number, password)`` by Enter or the button; ``cancelled`` while somebody else is still here."""

    submitted = Signal(str, str)
    cancelled = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title = Text("", Type.TITLE, bold=True, wrap=True)
        self._place = Text("", Type.BODY, "text2", wrap=True)
        self.number = IconField("identification-badge", tall=True)
        self.password = PasswordField(words("counter.sign_in.show_password"))
        self._number_field = Field(words("counter.sign_in.number"), self.number)
        self._password_field = Field(words("counter.sign_in.password"), self.password)
        self._caps = QWidget()
        warning = Text(words("counter.sign_in.caps_lock"), Type.DETAIL, "warn")
        row(self._caps, gap=8).put(Icon("arrow-fat-up", "warn", 16), warning, None)
        self._caps.hide()
        self.button = ActionButton(key="Enter", kind=Kind.PRIMARY, size=Size.BIG)
        self._back = ActionButton(words("shell.dialog.cancel"), key="Esc", size=Size.NORMAL)
        self._held = _HeldNote()
        self._build()
        self._connect()
        self._measure()
        active.changed.connect(self._measure)

    def _build(self) -> None:
        panel = Panel(margins=(28, 24, 28, 24), gap=12)
        panel.body.put(self._title, self._place, 4, self._number_field, self._password_field)
        panel.body.put(self._caps, 4, self.button, self._back)
        self.body.put(panel, self._held)

    def _connect(self) -> None:
        self.number.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._submit)
        self.password.capitals_locked.connect(self._caps.setVisible)
        self.button.clicked.connect(self._submit)
        self._back.clicked.connect(self.cancelled)

    def _measure(self) -> None:
        self.setFixedWidth(look_of(self).px(_WIDTH))

    def show_state(self, state: CounterState) -> None:
        """Say what signing in will do here; what went wrong stands at the password."""
        words = self._words
        self._title.setText(words("counter.sign_in.title", counter=state.number))
        self._place.setText(_situation(state, words))
        self._place.setVisible(bool(self._place.text()))
        self.button.show_action(words(f"counter.sign_in.{_action(state)}"), key="Enter")
        waits = state.signing_in or state.desk is None or not state.in_touch
        self.button.setEnabled(not waits)
        self._back.setVisible(state.phase is not Phase.SIGNED_OUT)
        self._password_field.show_problem(
            words(state.problem) if state.problem and not state.signing_in else ""
        )
        self._held.show_state(state, words)

    def begin(self) -> None:
        """Ready for the next person: nothing typed, the keyboard on the number."""
        self.password.clear()
        self.number.setFocus()
        self.number.selectAll()

    def _submit(self) -> None:
        if self.number.text().strip() and self.button.isEnabled():
            self.submitted.emit(self.number.text().strip(), self.password.text())
            self.password.selectAll()


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


class _HeldNote(Panel):
    """What the shift before has left behind."""

    def __init__(self) -> None:
        super().__init__(margins=(28, 16, 28, 16), top=True)
        look = STATUS_LOOKS[Status.HELD]
        self._title, self._text = Text("", Type.BODY, bold=True), Text("", Type.DETAIL, "text2", wrap=True)
        line = row(gap=10)
        line.addWidget(Icon(look.icon, look.tone.value, 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(gap=4).put(self._title, self._text), 1)
        self.body.addLayout(line)

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


class SignInPage(QScrollArea):
    """The card in the middle of an otherwise empty room; it scrolls where the window is low."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = SignInCard(words)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self.setWidget(inside)
        box = column(inside)
        box.addStretch(1)
        box.addLayout(
            row().put(None, self.card, None)
        )  # a row: wrapped words are measured at the card's width
        box.addStretch(2)
