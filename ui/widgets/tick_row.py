"""Rows of a material list that are ticked: what a person holds, and what has come."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.theme import ROW_TINTS, STATUS_LOOKS, Status, Type, look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.chip import StatusChip
from ui.widgets.inputs import Tick
from ui.widgets.layouts import row
from ui.widgets.paint import text_width
from ui.widgets.row_parts import NumberCell, Tag, chips_of, tint_row
from ui.widgets.text import ElidedText, NameText
from ui.words import Words

TICK_STATES = (Status.BROUGHT, Status.MISSING, Status.NOT_NEEDED)
_NOT_NEEDED = STATUS_LOOKS[Status.NOT_NEEDED].code
_ICON_ROOM = 18


class TickRow(QFrame):
    """One material that the person holds or not; columns of short facts and the state at the right.

    ``ticked(held)``, and ``set_aside(aside)`` for one that the person does not need: the button for it stands in the
    state's place while the mouse is on the row or the keyboard in it.
    """

    ticked = Signal(bool)
    set_aside = Signal(bool)

    def __init__(
        self,
        words: Words,
        number: int,
        name: str,
        facts: Sequence[tuple[str, int]] = (),
        *,
        tags: Sequence[Tag] = (),
        may_be_needless: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._may_be_needless = may_be_needless
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.tick = Tick()
        self.tick.setAccessibleName(name)
        self.name = NameText(name)
        self._words, self._held, self._hovered = words, False, False
        self._shown: Status | None = None
        self._state = StatusChip(Status.MISSING, words, boxed=False, size=Type.DETAIL)
        self.aside = ActionButton(kind=Kind.QUIET, size=Size.INLINE)
        self.aside.setAccessibleDescription(name)
        self.aside.setFocusPolicy(
            Qt.FocusPolicy.TabFocus
        )  # Enter stays with the one next action after a click
        line = row(self, margins=(12, 3, 16, 3), gap=0)
        line.put(self.tick, 14, NumberCell(str(number), 24), self.name, 8, *chips_of(tags), None)
        for text, width in facts:
            line.put(_FactCell(text, width))
        self.state_cell = _StateCell(words, self._state, self.aside)
        line.put(8, self.state_cell)
        self.tick.clicked.connect(self.ticked)
        self.aside.clicked.connect(lambda: self.set_aside.emit(self._shown is not Status.NOT_NEEDED))
        for control in (self.tick, self.aside):
            control.installEventFilter(self)
        self.show_held(False)

    def show_held(self, held: bool, status: Status | None = None) -> None:
        """Show whether the person holds it; without ``status`` nothing is said of a material not held."""
        shown = Status.BROUGHT if held else status
        self._shown, self._held = shown, held
        self.tick.setChecked(held)
        if shown is not None:
            self._state.show_status(shown)
        needless = shown is Status.NOT_NEEDED
        self.aside.show_action(self._words("shell.material.needed" if needless else _NOT_NEEDED))
        self._offer()
        self.name.set_bold(shown in ROW_TINTS)
        self.name.set_tone("text2" if needless else "text1")
        tint_row(self, shown)

    def _offer(self) -> None:
        """The button or the state, in one place; what is held is needed."""
        focused = self.tick.hasFocus() or self.aside.hasFocus()
        offered = self._may_be_needless and (self._hovered or focused) and not self._held
        if self.aside.hasFocus() and not offered:
            self.tick.setFocus()
        self.aside.setVisible(offered)
        self._state.setVisible(self._shown is not None and not offered)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._offer()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self._offer()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self._offer()

    def heightForWidth(self, width: int) -> int:
        return max(look_of(self).px(34), super().heightForWidth(width))


class _FactCell(ElidedText):
    """A short fact in a column of fixed width."""

    def __init__(self, text: str, width: int) -> None:
        super().__init__(text, Type.DETAIL, "text2")
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(look_of(self).px(self._width), super().sizeHint().height())


class _StateCell(QWidget):
    """A column as wide as its widest word, so that rows stand in line and do not move when the button comes."""

    def __init__(self, words: Words, *widgets: QWidget) -> None:
        super().__init__()
        self._texts = [words(STATUS_LOOKS[status].code) for status in TICK_STATES]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        line = row(self, gap=0)
        for widget in widgets:
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        look = look_of(self)
        words = max(text_width(look.font(Type.DETAIL), text) for text in self._texts)
        return QSize(words + look.px(_ICON_ROOM) + 1, look.px(Size.INLINE.value.height))
