"""Rows of a material list: judged at the counter, ticked at the guide desk."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QWidget

from ui.theme import ROW_TINTS, STATUS_LOOKS, Status, Tone, Type, look_of
from ui.widgets.chip import Chip, StatusChip
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.inputs import Picker, Tick, write_unless_focused
from ui.widgets.layouts import column, row
from ui.widgets.text import ElidedText, NameText, Text, restyle
from ui.words import Words

JUDGEMENTS = (Status.COMPLETE, Status.MISSING, Status.WRONG)


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
    """One material to judge: complete, missing or wrong; a wrong one asks for a kind and a remark below it.

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
        self.choice = SegmentedChoice(_judgement_options(words), segment_width=86)
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
        tint_row(self, status)
        self._below.setVisible(status is Status.WRONG)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        write_unless_focused(self.remark, remark)


class TickRow(QFrame):
    """One material that the person holds or not; columns of short facts and the state at the right."""

    ticked = Signal(bool)

    def __init__(
        self,
        words: Words,
        number: int,
        name: str,
        facts: Sequence[tuple[str, int]] = (),
        *,
        tags: Sequence[Tag] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.tick = Tick()
        self.tick.setAccessibleName(name)
        self.name = NameText(name)
        self._state = StatusChip(Status.MISSING, words, boxed=False, size=Type.DETAIL)
        line = row(self, margins=(12, 4, 16, 4), gap=0)
        line.put(self.tick, 14, _NumberCell(str(number), 24), self.name, 8, *_chips(tags), None)
        for text, width in facts:
            line.put(_FactCell(text, width))
        line.put(8, _Cell(self._state, 64))
        self.tick.clicked.connect(self.ticked)
        self.show_held(False)

    def show_held(self, held: bool, status: Status | None = None) -> None:
        """Show whether the person holds it; without ``status`` nothing is said of a material not held."""
        shown = Status.BROUGHT if held else status
        self.tick.setChecked(held)
        self._state.setVisible(shown is not None)
        if shown is not None:
            self._state.show_status(shown)
        self.name.set_bold(shown in ROW_TINTS)
        tint_row(self, shown)

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


class _Cell(QWidget):
    """Gives a widget a column of fixed width."""

    def __init__(self, widget: QWidget, width: int) -> None:
        super().__init__()
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row(self, gap=0).addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        return QSize(look_of(self).px(self._width), super().sizeHint().height())
