"""Registering what cannot be settled at the counter (例外事项), with the ticket's context filled in."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.person import mask_name
from ui.counter.sheet import SheetCard
from ui.counter.state import CounterState
from ui.counter.telling import Telling
from ui.counter.wording import errand_text
from ui.exception_words import category_options
from ui.files_row import FilesRow
from ui.similar import told_of
from ui.similar_card import SimilarBeside
from ui.theme import Type
from ui.widgets.chip_choice import ChipChoice
from ui.widgets.inputs import Field, Tick
from ui.widgets.layouts import row
from ui.widgets.masked_field import MaskedField, masked_phone
from ui.widgets.side_by_side import SideBySide
from ui.widgets.text import Text
from ui.words import Words

_SUMMARY, _WISH, _CATEGORY, _ANONYMOUS = "summary", "wish", "category", "anonymous"
_NAME, _PHONE, _FILES = "name", "phone", "files"
"""``draft_file`` knows these by name: they never go to a file."""

_SIDE_BY_SIDE = 440
"""Px at scale 1 from which wish, name and phone stand in a row."""


class ExceptionSheet(SheetCard):
    """``opened(telling)``. What is written about a ticket stays until it is registered.

    ``told(text)`` while one types: cases like it are shown beside the words.
    """

    opened = Signal(object)
    told = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        title, action = words("counter.sheet.exception.title"), words("counter.sheet.exception.action")
        super().__init__(words, title, action, key="Ctrl+Enter", parent=parent)
        self._context = Text("", Type.DETAIL, "text2", wrap=True)
        self.category = ChipChoice()
        self._category_field = Field(words("exceptions.new.category"), self.category)
        self.summary = QPlainTextEdit()
        self.summary.setTabChangesFocus(True)
        self._summary_field = Field(words("counter.sheet.exception.summary"), self.summary)
        self.wish = QLineEdit()
        self.name, self.phone = MaskedField(mask_name), MaskedField(masked_phone)
        self.anonymous = Tick(words("exceptions.new.anonymous"))
        self.anonymous.setToolTip(words("exceptions.new.anonymous.detail"))
        self.files = FilesRow(words)
        self._picked: tuple[Path, ...] = ()
        self._item: str | None = None
        self.similar = SimilarBeside(words, self._summary_field)
        self._build()
        self._listen()

    def _build(self) -> None:
        words = self.words
        person = SideBySide(
            (Field(words("counter.sheet.exception.wish"), self.wish), 3),
            (Field(words("exceptions.new.name"), self.name), 2),
            (Field(words("exceptions.new.phone"), self.phone), 2),
            wide=_SIDE_BY_SIDE,
            gap=12,
        )
        beside = row(gap=12).put(self.anonymous)
        beside.addWidget(self.files, 1)
        self.category.tab_after(self.summary)
        self.inside.put(self._context)
        self.inside.addWidget(self.similar, 1)
        self.inside.put(self._category_field, person)
        self.inside.addLayout(beside)
        self.files.take_drops_on(self)

    def _listen(self) -> None:
        self.summary.textChanged.connect(self._summary_changed)
        self.category.chosen.connect(self._category_chosen)
        self.wish.textEdited.connect(lambda text: self.typed.emit(_WISH, text))
        self.name.edited.connect(lambda text: self.typed.emit(_NAME, text))
        self.phone.edited.connect(lambda text: self.typed.emit(_PHONE, text))
        self.anonymous.clicked.connect(self._anonymous_clicked)
        self.files.changed.connect(self._files_changed)

    def begin(self, state: CounterState) -> None:
        ticket, typed = state.ticket, state.typed
        about = ticket.number if ticket else ""
        self._item = ticket.errand.item_name if ticket else None
        self.summary.setPlainText(typed.get(_SUMMARY, ""))
        self.wish.setText(typed.get(_WISH, ""))
        self.name.show_value(typed.get(_NAME, ""))
        self.phone.show_value(typed.get(_PHONE, ""))
        self._show_anonymous(_ANONYMOUS in typed)
        self._show_files(tuple(Path(line) for line in typed.get(_FILES, "").splitlines()))
        self.set_title(self.words("counter.sheet.exception.title"), about)
        self.category.show_options(category_options(self.words, state.policy), typed.get(_CATEGORY))
        self._context.setText(self._context_of(state))
        self._summary_field.show_problem("")
        self._category_field.show_problem("")

    def focus_start(self) -> None:
        self.summary.setFocus()

    def confirm(self) -> None:
        summary, category = self.summary.toPlainText().strip(), self.category.value()
        if not summary:
            self._summary_field.show_problem(self.words("counter.sheet.exception.say"))
            self.summary.setFocus()
        elif category is None:
            self._category_field.show_problem(self.words("exceptions.lacking.category"))
            self.category.take_focus()
            self.page.show_widget(self._category_field)  # in large print it may be out of sight
        else:
            self.opened.emit(self._telling(summary, category))

    def _telling(self, summary: str, category: str) -> Telling:
        return Telling(
            summary,
            category,
            wish=self.wish.text().strip(),
            name=self.name.value().strip(),
            phone=self.phone.value().strip(),
            anonymous=self.anonymous.isChecked(),
            files=self._picked,
        )

    def _category_chosen(self, key: str) -> None:
        self.typed.emit(_CATEGORY, key)
        self._category_field.show_problem("")

    def _summary_changed(self) -> None:
        self.typed.emit(_SUMMARY, self.summary.toPlainText())
        self.told.emit(told_of(self.summary.toPlainText(), self._item))
        if self.summary.toPlainText().strip():
            self._summary_field.show_problem("")

    def _anonymous_clicked(self, ticked: bool) -> None:
        self.typed.emit(_ANONYMOUS, "1" if ticked else "")
        self._show_anonymous(ticked)

    def _show_anonymous(self, ticked: bool) -> None:
        self.anonymous.setChecked(ticked)
        for field in (self.name, self.phone):
            field.setEnabled(not ticked)

    def _files_changed(self, paths: tuple[Path, ...]) -> None:
        self.typed.emit(_FILES, "\n".join(str(path) for path in paths))
        self._show_files(paths)

    def _show_files(self, paths: tuple[Path, ...]) -> None:
        self._picked = paths
        self.files.show_files(paths)

    def _context_of(self, state: CounterState) -> str:
        ticket = state.ticket
        if ticket is None:
            return self.words("counter.sheet.exception.no_ticket", counter=state.number)
        trips = len(state.desk.visits) + 1 if state.desk else 1
        item = errand_text(self.words, ticket.errand)
        slips = "、".join(notice.number for notice in state.desk.notices) if state.desk else ""
        code = "counter.sheet.exception.context_slip" if slips else "counter.sheet.exception.context"
        return self.words(
            code, number=ticket.number, item=item, counter=state.number, count=trips, slip=slips
        )
