"""Registering what cannot be settled at the counter (例外事项), with the ticket's context filled in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.exception_category import ExceptionCategory
from ui.counter.sheet import SheetCard
from ui.counter.state import CounterState
from ui.counter.wording import errand_text
from ui.exception_words import category_options, usual_category
from ui.similar import told_of
from ui.similar_card import SimilarBeside
from ui.theme import Type
from ui.widgets.chip_choice import ChipChoice
from ui.widgets.inputs import Field
from ui.widgets.text import ElidedText, Text
from ui.words import Words

_SUMMARY, _WISH, _CATEGORY = "summary", "wish", "category"
_USUAL = ExceptionCategory.SYSTEM_FAILURE.value


class ExceptionSheet(SheetCard):
    """``opened(category, summary, wish)``. What is written about a ticket stays until it is registered.

    ``told(text)`` while one types: cases like it are shown beside the words.
    """

    opened = Signal(str, str, str)
    told = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        title, action = words("counter.sheet.exception.title"), words("counter.sheet.exception.action")
        super().__init__(words, title, action, key="Ctrl+Enter", parent=parent)
        self._context = Text("", Type.DETAIL, "text2", wrap=True)
        self._category = ChipChoice()
        self.summary = QPlainTextEdit()
        self.summary.setTabChangesFocus(True)
        self._summary_field = Field(words("counter.sheet.exception.summary"), self.summary)
        self.wish = QLineEdit()
        wish = Field(words("counter.sheet.exception.wish"), self.wish)
        self.inside.put(self._context, self._category)
        keys = ElidedText(words("counter.sheet.exception.keys"), Type.DETAIL, "text2")
        keys.setMinimumWidth(1)  # in large print the buttons need all the room there is
        self.foot.body.insertWidget(
            0, keys, 1
        )  # at the foot: a line of its own is one too many for low screens
        self.similar = SimilarBeside(words, self._summary_field)
        self._item: str | None = None
        self.inside.addWidget(self.similar, 1)
        self.inside.put(wish)
        self.summary.textChanged.connect(self._summary_changed)
        self.wish.textEdited.connect(lambda text: self.typed.emit(_WISH, text))
        self._category.chosen.connect(lambda key: self.typed.emit(_CATEGORY, key))

    def begin(self, state: CounterState) -> None:
        ticket = state.ticket
        about = ticket.number if ticket else ""
        self._item = ticket.errand.item_name if ticket else None
        self.summary.setPlainText(state.typed.get(_SUMMARY, ""))
        self.wish.setText(state.typed.get(_WISH, ""))
        self.set_title(self.words("counter.sheet.exception.title"), about)
        options = category_options(self.words, state.policy)
        typed = state.typed.get(_CATEGORY, _USUAL)
        self._category.show_options(options, usual_category(typed, options))
        self._context.setText(self._context_of(state))
        self._summary_field.show_problem("")

    def focus_start(self) -> None:
        self.summary.setFocus()

    def confirm(self) -> None:
        if not self.summary.toPlainText().strip():
            self._summary_field.show_problem(self.words("counter.sheet.exception.say"))
            self.summary.setFocus()
            return
        category = self._category.value() or ExceptionCategory.OTHER.value
        self.opened.emit(category, self.summary.toPlainText().strip(), self.wish.text().strip())

    def _summary_changed(self) -> None:
        self.typed.emit(_SUMMARY, self.summary.toPlainText())
        self.told.emit(told_of(self.summary.toPlainText(), self._item))
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
