"""Rows of a material list: judged at the counter, ticked at the guide desk."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QWidget

from ui.theme import ROW_TINTS, STATUS_LOOKS, Status, Tone, Type, look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.chip import Chip, StatusChip
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.inputs import Picker, Tick, write_unless_focused
from ui.widgets.layouts import column, row
from ui.widgets.paint import text_width
from ui.widgets.text import ElidedText, NameText, Text, restyle
from ui.words import Words

JUDGEMENTS = (Status.COMPLETE, Status.MISSING, Status.WRONG, Status.NOT_APPLICABLE)
TICK_STATES = (Status.BROUGHT, Status.MISSING, Status.NOT_NEEDED)
_NOT_NEEDED = STATUS_LOOKS[Status.NOT_NEEDED].code
_ICON_ROOM = 18


@dataclass(frozen=True, slots=True)
class Tag:
    """A short word beside a name, such as “may be late”."""

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: str = ""


def _judgement_options(words: Words) -> tuple[Option, ...]:
    looks = ((status, STATUS_LOOKS[status]) for status in JUDGEMENTS)
    return tuple(Option(status.value, words(look.code), look.tone, look.icon) for status, look in looks)


def _chips(tags: Sequence[Tag]) -> list[Chip]:
    return [Chip(tag.text, tag.tone, tag.icon, outlined=tag.tone is not Tone.NEUTRAL) for tag in tags]


def tint_row(frame: QWidget, status: Status | None) -> None:
    """Tint the whole row where the state asks for it."""
    tone = ROW_TINTS.get(status) if status is not None else None
    if frame.property("tint") != (tone.value if tone else ""):
        frame.setProperty("tint", tone.value if tone else "")
        restyle(frame)


class MaterialRow(QFrame):
    """One material to judge: complete, missing, wrong or not applicable.

    A wrong one asks for a kind and a remark below it.

    ``judged(status)``, ``kind_chosen(key)`` and ``remark_edited(text)`` tell what a person did.
    """

    judged = Signal(str)
    kind_chosen = Signal(str)
    remark_edited = Signal(str)

    def __init__(
        self,
        words: Words,
        number: int,
        name: str,
        detail: str,
        *,
        tags: Sequence[Tag] = (),
        kinds: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.name = NameText(name)
        self.choice = SegmentedChoice(_judgement_options(words), segment_width=80)
        self.choice.setAccessibleName(name)
        self.kind = Picker(dense=True)
        self.remark = QLineEdit()
        self.remark.setProperty("dense", True)
        self.remark.setPlaceholderText(words("shell.material.remark"))
        for key, text in kinds:
            self.kind.addItem(text, key)
        self._below = QWidget()
        row(self._below, margins=(32, 0, 0, 6), gap=8).put(self.kind, self.remark)
        self._build(number, detail, tags)
        self._connect()
        self.show_judgement(None)

    def _build(self, number: int, detail: str, tags: Sequence[Tag]) -> None:
        count = _NumberCell(str(number))
        title = row(gap=8).put(self.name, *_chips(tags), None)
        facts = column(gap=0).put(None, title)
        if detail:
            facts.put(Text(detail, Type.CAPTION, "text2", wrap=True))
        facts.put(None)
        line = row(gap=0).put(count)
        line.addLayout(facts, 1)
        line.put(12, self.choice)
        column(self, margins=(16, 5, 16, 5), gap=4).put(line, self._below)

    def _connect(self) -> None:
        self.choice.chosen.connect(self.judged)
        self.kind.activated.connect(lambda _: self.kind_chosen.emit(self.kind.currentData()))
        self.remark.textEdited.connect(self.remark_edited)

    def show_judgement(self, status: Status | None, kind: str = "", remark: str = "") -> None:
        """Show what was judged; a remark being written is left alone."""
        self.choice.show_value(status.value if status else None)
        self.name.set_bold(status in ROW_TINTS)
        self.name.set_tone("text2" if status is Status.NOT_APPLICABLE else "text1")
        tint_row(self, status)
        self._below.setVisible(status is Status.WRONG)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        write_unless_focused(self.remark, remark)


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
        line.put(self.tick, 14, _NumberCell(str(number), 24), self.name, 8, *_chips(tags), None)
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


class _NumberCell(Text):
    """A running number in a column of its own."""

    def __init__(self, text: str, width: int = 32) -> None:
        super().__init__(text, Type.BODY, "text2")
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(look_of(self).px(self._width), super().sizeHint().height())


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
