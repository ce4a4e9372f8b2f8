"""The slip that grows under the material list."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.judgement import ShortcomingKind
from ui.counter import rules
from ui.counter.intents import Intent
from ui.counter.state import CounterState, Paper, Phase
from ui.theme import STATUS_LOOKS, Status, Type, look_of
from ui.widgets.button import ActionButton
from ui.widgets.card import CardFoot
from ui.widgets.icon import Icon
from ui.widgets.layouts import column, row
from ui.widgets.paint import rounded
from ui.widgets.text import ElidedText, Text
from ui.words import Words

_LINES = 3
COPIES = 2
_GAP = 16


class SlipPanel(CardFoot):
    """``asked(intent)`` to preview, reprint, or print again what did not come out.

    Where large print leaves little room the picture of the sheet goes first.
    """

    asked = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(16, 12, 16, 12), gap=_GAP)
        self._words = words
        self._title = ElidedText(words("counter.slip.title"), Type.BODY, bold=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._count = ElidedText("", Type.BODY, "text2")
        self._lines = [_SlipLine() for _ in range(_LINES)]
        self._more = Text("", Type.DETAIL, "text2")
        self._note = Text(words("counter.slip.once"), Type.CAPTION, "text2", wrap=True)
        self._picture = _SlipPicture()
        self._preview = ActionButton(words("counter.slip.preview"), icon="eye")
        self._again = ActionButton(words("counter.slip.print_again"), icon="printer")
        self._again_means = Intent.REPRINT
        self._build()
        self._preview.clicked.connect(lambda: self.asked.emit(Intent.PREVIEW))
        self._again.clicked.connect(lambda: self.asked.emit(self._again_means))

    def _build(self) -> None:
        facts = column(gap=4)
        facts.addLayout(row(gap=10).put(self._title, self._count))
        facts.put(*self._lines, self._more, self._note)
        buttons = column(gap=8).put(None, self._preview, self._again, None)
        self.body.put(self._picture)
        self.body.addLayout(facts, 1)
        self.body.addLayout(buttons)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        beside = 0 if self._picture.isHidden() else self._picture_room()
        return QSize(least.width() - beside, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = self.minimumSizeHint().width()
        self._picture.setVisible(self.width() >= least + self._picture_room())

    def _picture_room(self) -> int:
        return self._picture.sizeHint().width() + look_of(self).px(_GAP)

    def show_state(self, state: CounterState) -> None:
        """Show what the slip would say, or the slip that was issued."""
        told = _told(state)
        self.setVisible(state.phase is Phase.SERVING and bool(told or state.issued))
        self._title.setText(state.issued.number if state.issued else self._words("counter.slip.title"))
        self._count.setText(self._words("counter.slip.count", count=len(told), copies=COPIES))
        for line, entry in zip(self._lines, (*told, *[None] * _LINES), strict=False):
            line.show_entry(entry, self._words)
        more = len(told) - _LINES
        self._more.setVisible(more > 0)
        self._more.setText(self._words("counter.slip.more", count=max(more, 0)))
        self._picture.show_lines(len(told))
        self._show_paper(state)
        able = rules.enabled(state)
        self._preview.setEnabled(Intent.PREVIEW in able)
        self._again.setVisible(state.issued is not None)
        self._again.setEnabled(self._again_means in able)

    def _show_paper(self, state: CounterState) -> None:
        paper, problem = state.paper, state.print.problem
        failed = paper is Paper.FAILED
        self._again_means = Intent.NOTICE if failed else Intent.REPRINT
        text = self._words("counter.slip.print_again" if failed else "counter.slip.reprint")
        self._again.show_action(text, icon="printer")
        code = "counter.slip.once" if state.issued is None else f"counter.slip.{paper}"
        reason = self._words(problem) if problem else ""
        self._note.setText(self._words(code, reason=reason))
        self._note.set_tone("danger" if failed else "text2")


_Told = tuple[str, str, ShortcomingKind, str]
_BEYOND = "+"
"""Stands in the number's place where a material is beyond the list."""


def _told(state: CounterState) -> list[_Told]:
    """Running number, name, kind and words of everything the slip tells."""
    at = {m.number: str(i) for i, m in enumerate(state.materials, 1)}
    if state.issued is not None:
        return [
            (_BEYOND if p.basis else at.get(p.material, str(p.material)), p.name, p.kind, p.text)
            for p in state.issued.problems
        ]
    found = state.judged.findings.shortcomings
    return [(at.get(s.material.number, _BEYOND), s.material.name, s.kind, s.text) for s in found]


class _SlipLine(QWidget):
    """One shortcoming in a line."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("minus-circle-fill", "warn", 16)
        self._number = Text("", Type.BODY)
        self._name = ElidedText("", Type.BODY)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._kind = ElidedText("", Type.DETAIL, "text2", growing=False)
        line = row(self, gap=10).put(self._icon, self._number)
        line.addWidget(self._name, 3)  # what one leaves of its share the other takes
        line.addWidget(self._kind, 4)
        line.addStretch()

    def show_entry(self, entry: _Told | None, words: Words) -> None:
        """Show a shortcoming; None hides the line."""
        self.setVisible(entry is not None)
        if entry is None:
            return
        number, name, kind, text = entry
        status = Status.MISSING if kind is ShortcomingKind.MISSING else Status.WRONG
        look = STATUS_LOOKS[status]
        self._icon.show_icon(look.icon, look.tone.value)
        self._number.setText(number)
        self._name.setText(name)
        word = words(f"shortcoming.{kind}")
        self._kind.setText(words("counter.slip.kind_and_text", kind=word, text=text) if text else word)


class _SlipPicture(QWidget):
    """A small sheet that fills as the slip does."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_lines(self, count: int) -> None:
        """Draw this many rows in the sheet's table."""
        if count != self._count:
            self._count = count
            self.update()

    def sizeHint(self) -> QSize:
        look = look_of(self)
        return QSize(look.px(80), look.px(104))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        rounded(painter, self.rect(), 0, look.colour("surface"), look.colour("control_border"))
        line, rule = look.colour("neutral"), look.colour("border")
        side, height = look.px(10), look.px(3)
        painter.fillRect(QRect(self.width() // 2 - look.px(18), side, look.px(36), look.px(4)), line)
        painter.fillRect(QRect(side, look.px(22), self.width() - 2 * side, height), rule)
        for at in range(min(self._count, 6)):
            top = look.px(32) + at * look.px(9)
            painter.fillRect(QRect(side, top, look.px(6), height), line)
            width = self.width() - 2 * side - look.px(10)
            painter.fillRect(QRect(side + look.px(10), top, width, height), line)
        painter.fillRect(QRect(side, self.height() - look.px(14), look.px(28), height), rule)
