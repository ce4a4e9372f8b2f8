"""Who comes (来办人): class, name, identity number, phone; all of it may stay empty."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.person import Personal, mask_identity, mask_name, mask_phone
from app.domain.policy import Priority
from ui.guide_desk.draft import Check, VisitorDraft
from ui.shell.facts import Fact, FactLabel
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Panel
from ui.widgets.choice import Option, Segment, SegmentedChoice
from ui.widgets.inputs import Field
from ui.widgets.keycap import KeyCap
from ui.widgets.keys import ENTER
from ui.widgets.layouts import Box, row
from ui.widgets.masked_field import MaskedField
from ui.widgets.text import Text, restyle
from ui.words import Words

_SHORTEST_MASKED = 5


def _mask_part(mask: Callable[[str], str]) -> Callable[[str], str]:
    """Half-typed numbers are masked as a whole: the masks are made for whole ones."""
    return lambda value: mask(value) if len(value) >= _SHORTEST_MASKED else "*" * len(value)


_MASKS: Mapping[Personal, Callable[[str], str]] = {
    Personal.NAME: mask_name,
    Personal.IDENTITY: _mask_part(mask_identity),
    Personal.PHONE: _mask_part(mask_phone),
}
_WIDTHS = {Personal.NAME: 8, Personal.IDENTITY: 20, Personal.PHONE: 15}


class VisitorForm(Panel):
    """``written(part, text)`` with every letter, ``left(part)``, ``priority_chosen(class)``, ``start_over``.

    ``completed`` by Enter in the last field, or on a class.
    """

    written = Signal(str, str)
    left = Signal(str)
    priority_chosen = Signal(str)
    start_over = Signal()
    completed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(16, 8, 16, 10), gap=8, top=True)
        self._words = words
        options = [Option(p.value, words(f"guide_desk.priority.{p.value}")) for p in Priority]
        self.priority = SegmentedChoice(options)
        self.priority.setAccessibleName(words("guide_desk.visitor.priority"))
        for segment in self.priority.findChildren(Segment):
            segment.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves Enter to the one next action
        self.inputs = {part: MaskedField(mask) for part, mask in _MASKS.items()}
        self._fields = {
            part: Field(words(f"guide_desk.visitor.{part.value}"), self.inputs[part]) for part in Personal
        }
        self.suggested = Text("", Type.CAPTION, "accent", wrap=True)
        self._problem = Text("", Type.CAPTION, "danger", wrap=True)
        self._clear = ActionButton(
            words("guide_desk.visitor.start_over"), icon="eraser", kind=Kind.TEXT, size=Size.INLINE
        )
        self.body.addLayout(self._head())
        self.body.put(self.priority, self.suggested)
        self.body.addLayout(self._line())
        self.body.put(self._problem, None)
        self._connect()

    def _head(self) -> Box:
        title = Text(self._words("guide_desk.visitor.title"), bold=True)
        card = FactLabel(
            Fact(self._words("guide_desk.visitor.card_reader"), "identification-card"), Type.CAPTION, 16
        )
        return row(gap=10).put(title, KeyCap("F6"), None, card, self._clear)

    def _line(self) -> Box:
        line = row(gap=8)
        for part, width in _WIDTHS.items():
            line.addWidget(self._fields[part], width, Qt.AlignmentFlag.AlignTop)
        return line

    def _connect(self) -> None:
        self.priority.chosen.connect(self.priority_chosen)
        self._clear.clicked.connect(self.start_over)
        order = list(Personal)
        for part, field in self.inputs.items():
            field.edited.connect(lambda text, part=part: self.written.emit(part.value, text))
            field.left.connect(lambda part=part: self.left.emit(part.value))
            following = order.index(part) + 1
            if following < len(order):
                field.returnPressed.connect(self.inputs[order[following]].setFocus)
            else:
                field.returnPressed.connect(self.completed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_class = isinstance(self.focusWidget(), Segment)  # fields answer Enter themselves, and let it pass
        if on_class and event.key() in ENTER and not event.isAutoRepeat():
            self.completed.emit()
        else:
            super().keyPressEvent(event)

    def show_state(self, visitor: VisitorDraft, *, busy: bool) -> None:
        """Show what is known; a field being written is left alone."""
        self.setEnabled(not busy)
        self.priority.show_value(visitor.priority.value)
        suggested = visitor.priority if visitor.is_suggested else None
        words = self._words
        named = words(f"guide_desk.priority.{suggested.value}") if suggested else ""
        self.suggested.setText(words("guide_desk.visitor.suggested", priority=named) if named else "")
        self.suggested.setVisible(suggested is not None)
        for part, field in self.inputs.items():
            check = visitor.checks.get(part)
            field.show_value(visitor.text(part))
            self._mark(part, check)
        wrong = visitor.checks[visitor.problem].problem if visitor.problem else None
        self._problem.setText(self._words(wrong) if wrong else "")
        self._problem.setVisible(wrong is not None)

    def _mark(self, part: Personal, check: Check | None) -> None:
        """A tick beside the label of what is in order, a red border around what is not."""
        field, label = self.inputs[part], self._fields[part].label
        words = self._words(f"guide_desk.visitor.{part.value}")
        label.setText(f"{words} ✓" if check and check.ok else words)
        label.set_tone("ok" if check and check.ok else "text2")
        problem = check.problem if check else None
        field.setAccessibleDescription(self._words(problem) if problem else "")
        if field.property("invalid") != bool(problem):
            field.setProperty("invalid", bool(problem))
            restyle(field)
