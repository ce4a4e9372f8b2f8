"""What the person comes for today (本次来办): one number for several errands, in their order."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.guide_desk.phrases import errand_text, wait_text
from ui.guide_desk.state import GuideDeskState
from ui.shell.facts import Fact, FactLabel
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Panel
from ui.widgets.layouts import row
from ui.widgets.row_stack import ListRow, RowStack
from ui.widgets.step_badge import StepBadge
from ui.widgets.text import ElidedText, Text
from ui.words import Words


@dataclass(frozen=True, slots=True)
class ErrandLine:
    """One errand as the list shows it."""

    code: str
    place: int
    text: str
    wait: str
    shown: bool


class ErrandList(Panel):
    """``add_another``, and by code ``shown``, ``removed``, ``moved_up``."""

    add_another = Signal()
    shown = Signal(str)
    removed = Signal(str)
    moved_up = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(16, 8, 16, 8), gap=4, top=True)
        self._words = words
        self._title = Text("", bold=True)
        self._add = ActionButton(
            words("guide_desk.errands.add"), icon="plus", key="F4", kind=Kind.QUIET, size=Size.INLINE
        )
        self.rows: RowStack[ErrandLine] = RowStack(self._row, lambda line: line.code)
        self._note = FactLabel(Fact(words("guide_desk.errands.note"), "info"), Type.CAPTION, 14)
        self._adding = FactLabel(
            Fact(words("guide_desk.errands.adding"), "arrow-left", "accent", "accent"), Type.DETAIL, 16
        )
        self.body.addLayout(row().put(self._title, None, self._add))
        self.rows.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.body.addWidget(self.rows, 1)
        for fact in (self._adding, self._note):
            self.body.addWidget(fact, 0, Qt.AlignmentFlag.AlignLeft)
        self._add.clicked.connect(self.add_another)

    def _row(self, line: ErrandLine) -> "ErrandRow":
        made = ErrandRow(self._words, line.code)
        made.shown.connect(self.shown)
        made.removed.connect(self.removed)
        made.moved_up.connect(self.moved_up)
        return made

    def show_state(self, state: GuideDeskState) -> None:
        """Show the draft's errands."""
        draft = state.draft
        count = len(draft.errands)
        self._title.setText(self._words("guide_desk.errands.title", count=count))
        self._add.setVisible(bool(count))
        self._adding.setVisible(draft.adding)
        self._note.setVisible(count > 1 and not draft.adding)
        self.rows.show_rows(_lines(self._words, state))


def _lines(words: Words, state: GuideDeskState) -> list[ErrandLine]:
    lines = []
    for at, errand in enumerate(state.draft.errands):
        line = state.line(errand.row.line)
        wait = words("guide_desk.errands.wait", line=line.prefix, wait=wait_text(words, line)) if line else ""
        text = errand_text(words, errand.row.name, errand.situation)
        lines.append(ErrandLine(errand.code, at + 1, text, wait, at == state.draft.at))
    return lines


class ErrandRow(ListRow[ErrandLine]):
    """Number, item, wait; a click shows it, the buttons put it earlier or leave it out."""

    shown = Signal(str)
    removed = Signal(str)
    moved_up = Signal(str)

    def __init__(self, words: Words, code: str) -> None:
        super().__init__(36)
        self._code = code
        self._badge = StepBadge()
        self._text = ElidedText()
        self._wait = Text("", Type.CAPTION, "text2")
        self.up = _button("arrow-up", words("guide_desk.errands.up"), lambda: self.moved_up.emit(code))
        self.remove = _button("x", words("guide_desk.errands.remove"), lambda: self.removed.emit(code))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row(self, gap=8).put(self._badge, self._text, self._wait, self.up, self.remove)

    def show_row(self, row: ErrandLine) -> None:
        self._badge.show_number(row.place, current=row.shown)
        self._text.setText(row.text)
        self._text.set_bold(row.shown)
        self._wait.setText(row.wait)
        self.up.setVisible(row.place > 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.shown.emit(self._code)


def _button(icon: str, name: str, act: Callable[[], None]) -> ActionButton:
    button = ActionButton(icon=icon, kind=Kind.TEXT, size=Size.INLINE)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(act)
    return button
