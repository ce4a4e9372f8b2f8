"""Registering a new case (登记)."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.exception_terms import ExceptionLevel
from app.domain.person import mask_name
from app.domain.policy import Policy
from ui.exception_words import category_options
from ui.exceptions.drafts import NOTHING_NEW, NewCase
from ui.exceptions.state import ExceptionsState
from ui.exceptions.view_forms import level_options, level_texts
from ui.exceptions.view_side import about_new
from ui.files_row import FilesRow
from ui.similar_card import SimilarCard
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.chip_choice import ChipChoice
from ui.widgets.choice import SegmentedChoice
from ui.widgets.fields import WordsBox
from ui.widgets.inputs import Field, Tick, write_unless_focused
from ui.widgets.layouts import row
from ui.widgets.masked_field import MaskedField, masked_phone
from ui.widgets.side_by_side import SideBySide
from ui.widgets.text import Text
from ui.words import Words
from ui.worklist.form_pane import FormPane, main_action
from ui.worklist.item_field import ItemField

_SIDE_BY_SIDE = 480
"""Px at scale 1 from which ticket, name and phone stand in a row."""


class NewCasePane(FormPane[ExceptionsState]):
    """``written(new)`` with every letter and choice, ``started_over``."""

    written = Signal(object)
    started_over = Signal()

    def __init__(self, words: Words) -> None:
        clear = ActionButton(words("exceptions.new.clear"), icon="eraser", kind=Kind.TEXT, size=Size.INLINE)
        register = main_action(words("exceptions.new.register"), "flag")
        super().__init__(words, words("exceptions.new.title"), words("exceptions.new.back"), register, clear)
        clear.clicked.connect(self.started_over)
        self._new = NOTHING_NEW
        self.summary = WordsBox(2, 6)
        self.wish = QLineEdit()
        self.category = ChipChoice()
        self.level = SegmentedChoice(level_options(words, Policy()), wraps=True)
        self.item = ItemField(words, words("exceptions.new.item.clear"))
        self.ticket = QLineEdit()
        self.name = MaskedField(mask_name)
        self.phone = MaskedField(masked_phone)
        self.anonymous = Tick(words("exceptions.new.anonymous"))
        self.anonymous.setToolTip(words("exceptions.new.anonymous.detail"))
        self.files = FilesRow(words)
        self._similar = SimilarCard(words, "")
        self._build()
        self._listen()

    def _build(self) -> None:
        words, body = self._words, self.page.body
        body.put(self._field("summary", self.summary), self._similar, self._field("wish", self.wish))
        self.category.tab_after(self.wish)
        body.put(self._field("category", self.category), self._field("level", self.level))
        body.put(self._field("item", self.item))
        who = Text(words("exceptions.new.who"), bold=True)
        body.put(row(gap=8).put(who, 8, self.anonymous, None))
        body.put(self._person())
        body.put(Text(words("exceptions.new.who.detail"), Type.CAPTION, "text2", wrap=True))
        body.put(self.files, None)
        self.files.take_drops_on(self)

    def _person(self) -> QWidget:
        fields = (("ticket", self.ticket), ("name", self.name), ("phone", self.phone))
        parts = [(self._field(name, field), 1) for name, field in fields]
        return SideBySide(*parts, wide=_SIDE_BY_SIDE, gap=12)

    def _field(self, name: str, field: QWidget) -> Field:
        return Field(self._words(f"exceptions.new.{name}"), field)

    def _listen(self) -> None:
        self.summary.edited.connect(lambda text: self._write(summary=text))
        self.wish.textEdited.connect(lambda text: self._write(wish=text))
        self.category.chosen.connect(lambda key: self._write(category=key))
        self.level.chosen.connect(lambda key: self._write(level=ExceptionLevel(key)))
        self.ticket.textEdited.connect(lambda text: self._write(ticket=text))
        self.name.edited.connect(lambda text: self._write(name=text))
        self.phone.edited.connect(lambda text: self._write(phone=text))
        self.files.changed.connect(lambda paths: self._write(files=paths))
        self.anonymous.clicked.connect(lambda ticked: self._write(anonymous=ticked))

    def _write(self, **typed: object) -> None:
        self.written.emit(replace(self._new, **typed))  # type: ignore[arg-type]

    def show_state(self, state: ExceptionsState) -> None:
        """Show the form; a field being written is left alone."""
        new = self._new = state.new
        self.summary.show_text(new.summary)
        write_unless_focused(self.wish, new.wish)
        self.category.show_options(category_options(self._words, state.policy), new.category)
        self.level.show_texts(level_texts(self._words, state.policy))
        self.level.show_value(new.level)
        self.item.show_item(new.item, state.found)
        self._similar.show_cases(state.similar, about_new(new))
        self._show_person(new)
        self.files.show_files(new.files)
        self.show_outcome(state)

    def keep_similar(self, *, here: bool) -> None:
        """Whether similar cases stand in the form, for there is no room beside it; nothing where none was found."""
        self._similar.setVisible(here and self._similar.has_cases)

    def focus_form(self) -> None:
        """Bring the keyboard to where the form begins."""
        self.summary.setFocus()

    def _show_person(self, new: NewCase) -> None:
        write_unless_focused(self.ticket, new.ticket)
        self.name.show_value(new.name)
        self.phone.show_value(new.phone)
        self.anonymous.setChecked(new.anonymous)
        for field in (self.ticket, self.name, self.phone):
            field.setEnabled(not new.anonymous)
