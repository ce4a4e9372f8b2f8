"""Rows of a material list that are judged, one choice for each material."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QSizePolicy, QWidget

from ui.theme import ROW_TINTS, STATUS_LOOKS, Status, Type, look_of
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.inputs import Picker, write_unless_focused
from ui.widgets.layouts import column, row
from ui.widgets.row_parts import NUMBER_WIDTH, NumberCell, Tag, chips_of, tint_row
from ui.widgets.text import NameText, Text
from ui.words import Words

JUDGEMENTS = (Status.COMPLETE, Status.MISSING, Status.WRONG, Status.NOT_APPLICABLE)
_MARGINS = (16, 5, 16, 5)


def _judgement_options(words: Words) -> tuple[Option, ...]:
    looks = ((status, STATUS_LOOKS[status]) for status in JUDGEMENTS)
    return tuple(Option(status.value, words(look.code), look.tone, look.icon) for status, look in looks)


class MaterialRow(QFrame):
    """One material to judge: complete, missing, wrong or not applicable.

    A wrong one asks for a kind and a remark below it. Where print is too large for the width, the choice goes below
    what is judged, and tags below the name.

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
        self.choice = SegmentedChoice(_judgement_options(words), segment_width=80, wraps=True)
        self.choice.setAccessibleName(name)
        self.kind = Picker(dense=True)
        self.remark = QLineEdit()
        self.remark.setProperty("dense", True)
        self.remark.setPlaceholderText(words("shell.material.remark"))
        for key, text in kinds:
            self.kind.addItem(text, key)
        self._below = QWidget()
        row(self._below, margins=(32, 0, 0, 6), gap=8).put(self.kind, self.remark)
        self._chips = chips_of(tags)
        self._title = row(gap=8).put(self.name, *self._chips, None)
        for part in (self.name, *self._chips):
            self._title.setAlignment(part, Qt.AlignmentFlag.AlignLeft)  # where they stand below each other
        self._line = row(gap=12)
        self._build(number, detail)
        self._connect()
        self.show_judgement(None)

    def _build(self, number: int, detail: str) -> None:
        facts = column(gap=0)
        facts.addStretch(1)
        facts.addLayout(self._title)
        if detail:
            facts.put(Text(detail, Type.CAPTION, "text2", wrap=True))
        facts.addStretch(1)
        said = row(gap=0).put(NumberCell(str(number)))
        said.addLayout(facts, 1)
        self._line.addLayout(said, 1)
        self._line.put(self.choice)
        column(self, margins=_MARGINS, gap=4).put(self._line, self._below)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the choice in two rows: all else goes above it."""
        return QSize(self._beside_nothing(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.width() >= self._side_by_side()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        for box in (self._line, self._title):
            box.setDirection(direction)

    def _side_by_side(self) -> int:
        """The width for name, tags and choice in one line."""
        look, gaps = look_of(self), 8 * len(self._chips) + 12
        tags = sum(chip.sizeHint().width() for chip in self._chips)
        choice = self.choice.one_row_width()
        name = self.name.minimumSizeHint().width()
        return self._frame(NUMBER_WIDTH) + name + tags + look.px(gaps) + choice

    def _beside_nothing(self) -> int:
        words = (self.name.minimumSizeHint().width(), *(chip.sizeHint().width() for chip in self._chips))
        return max(
            self._frame(NUMBER_WIDTH) + max(words), self._frame() + self.choice.minimumSizeHint().width()
        )

    def _frame(self, beside: int = 0) -> int:
        left, _, right, _ = _MARGINS
        return look_of(self).px(left + right + beside)

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
