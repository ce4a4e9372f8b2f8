"""Registering what the ordinary path cannot settle (F10), from the desk."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.person import mask_name
from app.domain.policy import Policy
from ui.exception_words import category_options
from ui.files_row import FilesRow
from ui.guide_desk.state import NOTHING_WISHED, ExceptionForm, ExceptionWish
from ui.similar import told_of
from ui.similar_card import SimilarBeside
from ui.theme import Tone, Type
from ui.widgets.banner import Banner
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, CardFoot, Panel, SectionHead
from ui.widgets.chip_choice import ChipChoice
from ui.widgets.inputs import Field, Tick
from ui.widgets.layouts import Box, row
from ui.widgets.masked_field import MaskedField, masked_phone
from ui.widgets.text import Text
from ui.words import Words


class ExceptionPane(Card):
    """``registered(wish)`` when a person wants it kept; what was typed stays until it is.

    ``typed(wish)`` with every letter and choice of a person; ``told(text)`` with every letter of what went wrong:
    cases like it are shown beside it.
    """

    registered = Signal(object)
    typed = Signal(object)
    told = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._item: str | None = None
        self._files: tuple[Path, ...] = ()
        self.summary = QPlainTextEdit()
        self.summary.setTabChangesFocus(True)
        self._summary_field = self._field("summary", self.summary)
        self.wish = QLineEdit()
        self.category = ChipChoice()
        self._category_field = Field(words("exceptions.new.category"), self.category)
        self.ticket = QLineEdit()
        self.name = MaskedField(mask_name)
        self.phone = MaskedField(masked_phone)
        self.anonymous = Tick(words("exceptions.new.anonymous"))
        self.anonymous.setToolTip(words("exceptions.new.anonymous.detail"))
        self.files = FilesRow(words)
        self._about = Text("", Type.DETAIL, "text2", wrap=True)
        self._banner = Banner()
        self.button = ActionButton(
            words("guide_desk.exception.register"),
            icon="flag",
            key="Ctrl+Enter",
            kind=Kind.PRIMARY,
            size=Size.BIG,
        )
        self._build()

    def _build(self) -> None:
        form = Panel(gap=12)
        self.similar = SimilarBeside(self._words, self._summary_field)
        form.body.put(self._about, self.similar)
        self.category.tab_after(self.summary)
        form.body.put(self._category_field, self._field("wish", self.wish))
        form.body.addLayout(self._line(("ticket", self.ticket), ("name", self.name), ("phone", self.phone)))
        line = row(gap=12).put(self.anonymous)
        line.addWidget(self.files, 1)
        form.body.addLayout(line)
        form.body.put(self._banner)
        form.body.addStretch(1)
        foot = CardFoot()
        foot.body.put(Text(self._words("guide_desk.exception.note"), Type.DETAIL, "text2"), None, self.button)
        self.body.put(SectionHead(self._words("guide_desk.exception.title")))
        self.body.addWidget(form, 1)
        self.body.put(foot)
        self._tell_what_is_typed()
        self.files.take_drops_on(self)
        self.button.clicked.connect(self._register)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self._register)

    def _tell_what_is_typed(self) -> None:
        edited = [
            self.summary.textChanged,
            self.category.chosen,
            self.wish.textEdited,
            self.ticket.textEdited,
            self.anonymous.clicked,
        ]
        for signal in (*edited, self.name.edited, self.phone.edited):
            signal.connect(lambda *_: self.typed.emit(self._wish()))
        self.category.chosen.connect(lambda _: self._category_field.show_problem(""))
        self.summary.textChanged.connect(lambda: self._summary_field.show_problem(""))
        self.files.changed.connect(lambda paths: self.typed.emit(replace(self._wish(), files=paths)))
        self.summary.textChanged.connect(
            lambda: self.told.emit(told_of(self.summary.toPlainText(), self._item))
        )

    def _field(self, name: str, field: QWidget) -> Field:
        return Field(self._words(f"guide_desk.exception.{name}"), field)

    def _line(self, *fields: tuple[str, QWidget]) -> Box:
        line = row(gap=12)
        for name, field in fields:
            line.addWidget(self._field(name, field), 1)
        return line

    def show_state(self, form: ExceptionForm, policy: Policy) -> None:
        """Show what it is about, which categories the hall offers, and what became of it."""
        words = self._words
        self.category.show_options(category_options(words, policy), form.wish.category)
        self._item = form.item.name if form.item else None
        self._about.setText(words("guide_desk.exception.about", item=form.item.name) if form.item else "")
        self._about.setVisible(form.item is not None)
        self._files = form.wish.files
        self.files.show_files(form.wish.files)
        self._follow_anonymous()
        self.button.setEnabled(not form.busy)
        if form.problem is not None:
            self._banner.show_message(Tone.DANGER, words(form.problem))
        elif form.registered is not None:
            self._banner.show_message(
                Tone.OK, words("guide_desk.exception.registered", number=form.registered)
            )
        else:
            self._banner.hide()

    def clear(self) -> None:
        """It is registered: begin anew."""
        self._category_field.show_problem("")
        self.summary.setFocus()
        self.fill(NOTHING_WISHED)

    def fill(self, wish: ExceptionWish) -> None:
        """Write this into the form, whatever stands in it."""
        self.summary.blockSignals(True)
        self.summary.setPlainText(wish.summary)
        self.summary.blockSignals(False)
        self.told.emit(told_of(wish.summary, self._item))
        self.wish.setText(wish.wish)
        self.ticket.setText(wish.ticket)
        self.name.show_value(wish.name)
        self.phone.show_value(wish.phone)
        self.anonymous.setChecked(wish.anonymous)
        self._follow_anonymous()

    def _follow_anonymous(self) -> None:
        for field in (self.ticket, self.name, self.phone):
            field.setEnabled(not self.anonymous.isChecked())

    def _register(self) -> None:
        if not self.button.isEnabled():
            return
        wish = self._wish()
        if not wish.summary.strip():
            self._summary_field.show_problem(self._words("exception.rule.summary"))
            self.summary.setFocus()
        elif wish.category is None:
            self._category_field.show_problem(self._words("exceptions.lacking.category"))
            self.category.take_focus()
        else:
            self.registered.emit(wish)

    def _wish(self) -> ExceptionWish:
        return ExceptionWish(
            summary=self.summary.toPlainText(),
            category=self.category.value(),
            wish=self.wish.text(),
            name=self.name.value(),
            phone=self.phone.value(),
            ticket=self.ticket.text(),
            anonymous=self.anonymous.isChecked(),
            files=self._files,
        )
