"""The words of one department on one kind of paper, to be typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.office_text import FormKind, TextPart
from ui.office.texts_state import EVERY_KIND, TextsState, key_of
from ui.theme import Tone, Type
from ui.widgets.banner import Banner
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind
from ui.widgets.card import Card, CardFoot, Panel, SectionHead
from ui.widgets.fields import KeyPicker, WordsBox
from ui.widgets.inputs import Field, write_unless_focused
from ui.widgets.layouts import column
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text
from ui.words import Words

_LONG = {TextPart.BASIS: (2, 4), TextPart.REMEDIES: (3, 6)}


class TextsForm(Card):
    """``typed(part, text)``, ``kind_chosen(key)``, and what the buttons ask for."""

    typed = Signal(object, str)
    kind_chosen = Signal(str)
    save_wanted = Signal()
    undo_wanted = Signal()
    given_up = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._head = SectionHead("")
        self.kind = KeyPicker()
        self.kind.show_options(
            [
                (EVERY_KIND, words("office.texts.every_kind")),
                *((kind.value, words(f"document_kind.{kind}")) for kind in FormKind),
            ]
        )
        self.boxes: dict[TextPart, WordsBox | QLineEdit] = {part: self._box(part) for part in TextPart}
        self._fields = {part: Field(words(f"text_part.{part}"), box) for part, box in self.boxes.items()}
        self._absent = Text("", Type.DETAIL, "text2", wrap=True)
        self._problem = Banner()
        self.give_up = ActionButton(words("office.texts.give_up"))
        self.undo = ActionButton(words("office.texts.undo"), icon="arrow-counter-clockwise")
        self.save = ActionButton(words("office.texts.save"), icon="check", key="Ctrl S", kind=Kind.PRIMARY)
        self._build()
        self._listen()

    def _box(self, part: TextPart) -> WordsBox | QLineEdit:
        if part in _LONG:
            box = WordsBox(*_LONG[part])
            box.edited.connect(lambda text: self.typed.emit(part, text))
            return box
        line = QLineEdit()
        line.textEdited.connect(lambda text: self.typed.emit(part, text))
        return line

    def _build(self) -> None:
        page = QWidget()
        inside = column(page, margins=(16, 12, 16, 16), gap=14)
        inside.put(Field(self._words("office.texts.kind"), self.kind), *self._fields.values())
        inside.put(self._absent, Text(self._words("office.texts.note"), Type.CAPTION, "text3", wrap=True))
        inside.put(None)
        said = Panel(margins=(16, 0, 16, 8))
        said.body.put(self._problem, self.give_up)
        foot = CardFoot(gap=8)
        foot.body.put(self.undo, None, self.save)
        self.body.put(self._head)
        self.body.addWidget(ScrollPage(page), 1)
        self.body.put(said, foot)
        self._said = said

    def _listen(self) -> None:
        self.kind.chosen.connect(self.kind_chosen)
        self.undo.clicked.connect(self.undo_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.give_up.clicked.connect(self.given_up)

    def show_state(self, state: TextsState) -> None:
        """Show what is set or typed; a field that a person is writing in is left alone."""
        chosen = next((d for d in state.departments if d.code == state.department), None)
        self._head.title.setText(chosen.name if chosen else "")
        self.kind.show_key(key_of(state.kind))
        for part, box in self.boxes.items():
            self._fields[part].setVisible(part in state.parts)
            box.setPlaceholderText(self._otherwise(state, part))
            box.setEnabled(chosen is not None)
            if isinstance(box, WordsBox):
                box.show_text(state.shown(part), about=state.place)
            else:
                write_unless_focused(box, state.shown(part))
        self._show_absent(state)
        self._show_problem(state)
        self.undo.setEnabled(bool(state.draft) and not state.busy)
        self.save.setEnabled(bool(state.changed) and not state.busy)

    def _otherwise(self, state: TextsState, part: TextPart) -> str:
        """What is said when the field stays empty."""
        general = state.kept(part, None) if state.kind is not None else ""
        if general:
            return self._words("office.texts.as_every_kind", text=general)
        return self._words("office.texts.program")

    def _show_absent(self, state: TextsState) -> None:
        absent = [self._words(f"text_part.{part}") for part in TextPart if part not in state.parts]
        self._absent.setVisible(bool(absent))
        code = "office.texts.basis_of_kind" if state.kind is None else "office.texts.no_place"
        parts = self._words("office.texts.separator").join(absent)
        self._absent.setText(self._words(code, parts=parts))

    def _show_problem(self, state: TextsState) -> None:
        said = self._words(state.problem) if state.problem else ""
        if state.unconfirmed:
            said = self._words("office.texts.unconfirmed")
        if said:
            self._problem.show_message(Tone.DANGER, said)
        else:
            self._problem.hide()
        self.give_up.setVisible(state.unconfirmed)
        self._said.setVisible(bool(said))
