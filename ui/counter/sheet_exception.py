"""Registering what cannot be settled at the counter (例外事项), with the ticket's context filled in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.exception_case import ExceptionCategory
from ui.counter.sheet import SheetCard
from ui.counter.state import CounterState
from ui.counter.wording import errand_text
from ui.theme import Type
from ui.widgets.chip_choice import ChipChoice
from ui.widgets.choice import Option
from ui.widgets.inputs import Field
from ui.widgets.text import ElidedText, Text
from ui.words import Words


class ExceptionSheet(SheetCard):
    """``opened(category, summary, wish)``. What is written stays until it is registered or emptied by hand."""

    opened = Signal(str, str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        title, action = words("counter.sheet.exception.title"), words("counter.sheet.exception.action")
        super().__init__(words, title, action, key="Ctrl+Enter", parent=parent)
        self._about: str | None = None
        self._context = Text("", Type.DETAIL, "text2", wrap=True)
        self._category = ChipChoice()
        self.summary = QPlainTextEdit()
        self.summary.setTabChangesFocus(True)
        self._summary_field = Field(words("counter.sheet.exception.summary"), self.summary)
        self.wish = QLineEdit()
        wish = Field(words("counter.sheet.exception.wish"), self.wish)
        self.inside.put(self._context, self._category)
        keys = ElidedText(words("counter.sheet.exception.keys"), Type.DETAIL, "text2")
        self.foot.body.insertWidget(
            0, keys, 1
        )  # at the foot: a line of its own is one too many for low screens
        self.inside.addWidget(self._summary_field, 1)
        self.inside.put(wish)
        self.summary.textChanged.connect(self._summary_changed)

    def begin(self, state: CounterState) -> None:
        ticket = state.ticket
        about = ticket.number if ticket else ""
        if about != self._about:
            self._about = about
            self.summary.clear()
            self.wish.clear()
        self.set_title(self.words("counter.sheet.exception.title"), about)
        options = [Option(c.value, self.words(f"exception_category.{c}")) for c in ExceptionCategory]
        self._category.show_options(options, self._category.value() or ExceptionCategory.SYSTEM_FAILURE.value)
        self._context.setText(self._context_of(state))
        self._summary_field.show_problem("")

    def focus_start(self) -> None:
        self.summary.setFocus()

    def forget(self) -> None:
        """It was registered: the next one starts empty."""
        self._about = None

    def confirm(self) -> None:
        if not self.summary.toPlainText().strip():
            self._summary_field.show_problem(self.words("counter.sheet.exception.say"))
            self.summary.setFocus()
            return
        category = self._category.value() or ExceptionCategory.OTHER.value
        self.opened.emit(category, self.summary.toPlainText().strip(), self.wish.text().strip())

    def _summary_changed(self) -> None:
        if self.summary.toPlainText().strip():
            self._summary_field.show_problem("")

    def _context_of(self, state: CounterState) -> str:
        ticket = state.ticket
        if ticket is None:
            return self.words("counter.sheet.exception.no_ticket", counter=state.number)
        trips = len(state.desk.visits) + 1 if state.desk else 1
        item = errand_text(self.words, ticket.errand)
        slip = state.issued.number if state.issued else ""
        code = "counter.sheet.exception.context_slip" if slip else "counter.sheet.exception.context"
        return self.words(code, number=ticket.number, item=item, counter=state.number, count=trips, slip=slip)
