"""A slip laid out as it will be printed: a picture of its pages, never the paper itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.counter import rules
from ui.counter.intents import Intent
from ui.counter.sheet import SheetCard
from ui.counter.state import CounterState, Shown
from ui.theme import Type
from ui.widgets.pdf_pages import PdfPages
from ui.widgets.text import Text
from ui.words import Words


class SlipSheet(SheetCard):
    """``asked(intent)`` to issue what is previewed, or to print an issued slip once more."""

    asked = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, words("counter.sheet.preview.title"), "", parent=parent)
        self._shown: Shown | None = None
        self._means = Intent.NOTICE
        self._waiting = Text(words("counter.sheet.preview.working"), Type.BODY, "text2")
        self.area = PdfPages()
        self.inside.put(self._waiting)
        self.inside.addWidget(self.area, 1)

    def begin(self, state: CounterState) -> None:
        self._shown = None
        self.area.clear()

    def show_state(self, state: CounterState) -> None:
        self._waiting.setVisible(state.shown is None and state.problem is None)
        if state.shown is not None and state.shown is not self._shown:
            self._shown = state.shown
            self.area.show_pdf(state.shown.pdf)
        self._show_action(state)
        super().show_state(state)
        able = rules.enabled(state)
        ours = state.shown is not None and (
            state.shown.notice is None or state.shown.notice.number == _own(state)
        )
        self.action.setVisible(ours)
        self.action.setEnabled(ours and self._means in able)

    def focus_start(self) -> None:
        self.area.setFocus()

    def confirm(self) -> None:
        if self.action.isVisible() and self.action.isEnabled():
            self.asked.emit(self._means)

    def _show_action(self, state: CounterState) -> None:
        notice = state.shown.notice if state.shown else None
        self._means = Intent.REPRINT if notice else Intent.NOTICE
        self.set_title(self.words("counter.sheet.preview.title"), notice.number if notice else "")
        code = "counter.slip.reprint" if notice else "counter.next.notice"
        self.action.show_action(self.words(code), key="Enter")


def _own(state: CounterState) -> str:
    return state.issued.number if state.issued else ""
