"""A sheet: a question that stands in the room (not a box over it) until it is answered or put away."""

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.counter.state import CounterState
from ui.theme import Tone, Type, look_of
from ui.widgets.banner import Banner
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card, CardFoot, Panel, SectionHead
from ui.widgets.entry import Entry
from ui.widgets.entry_list import EntryList
from ui.widgets.keys import ENTER
from ui.widgets.layouts import Box, column
from ui.widgets.scroll_page import TightPage
from ui.widgets.text import Text
from ui.words import Words


class SheetCard(Card):
    """Title, what went wrong, ``inside``, and at the foot the way back (Esc) and the one action (``key``).

    ``typed(field, text)`` tells of every letter that is to outlive the sheet.
    """

    cancelled = Signal()
    typed = Signal(str, str)

    def __init__(
        self,
        words: Words,
        title: str,
        action: str,
        *,
        kind: Kind = Kind.PRIMARY,
        key: str = "Enter",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self._head = SectionHead(title)
        self._problem = Banner()
        self.inside: Box = column(gap=10)
        self.action = ActionButton(action, key=key, kind=kind, size=Size.LARGE)
        self._cancel = ActionButton(words("shell.dialog.cancel"), key="Esc", size=Size.LARGE)
        panel = Panel(margins=(16, 14, 16, 14), gap=10)
        panel.body.put(self._problem)
        panel.body.addLayout(self.inside, 1)
        self.foot = CardFoot(gap=8)
        self.foot.body.put(None, self._cancel, self.action)
        self.body.put(self._head)
        self.page = TightPage(panel)
        self.body.addWidget(self.page, 1)
        self.body.put(self.foot)
        self.action.clicked.connect(self.confirm)
        self._cancel.clicked.connect(self.cancelled)

    def begin(self, state: CounterState) -> None:
        """The sheet has just been opened."""

    def order_tabs(self) -> None:
        """Let Tab lead from what is asked to the buttons: those were made first, and came before it."""
        buttons: list[QWidget] = [self._cancel, self.action]
        inside: list[QWidget] = []
        stop = self.nextInFocusChain()
        while stop is not None and stop is not self:
            if (
                self.isAncestorOf(stop)
                and stop not in buttons
                and stop.focusPolicy() & Qt.FocusPolicy.TabFocus
            ):
                inside.append(stop)
            stop = stop.nextInFocusChain()
        for before, after in pairwise([*inside, *buttons]):
            QWidget.setTabOrder(before, after)

    def focus_start(self) -> None:
        """Put the keyboard where one starts."""
        self.action.setFocus()

    def keyboard_home(self) -> QWidget:
        """The sheet itself: Enter and Esc still mean what its foot says."""
        return self

    def confirm(self) -> None:
        """The one action was taken."""

    def show_state(self, state: CounterState) -> None:
        """Follow the state: what went wrong, whether it is under way."""
        if state.problem is not None:
            self._problem.show_message(Tone.DANGER, self.words(state.problem))
        else:
            self._problem.hide()
        self.action.setEnabled(state.in_touch and self.is_complete())

    def is_complete(self) -> bool:
        """Whether the action can be taken."""
        return True

    def set_title(self, title: str, count: str = "") -> None:
        """Name what the sheet is about."""
        self._head.title.setText(title)
        self._head.count.setText(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in ENTER and self.action.isEnabled():
            self.confirm()


class NumberedList(EntryList):
    """A list whose rows answer to their digit; Enter is left to the sheet."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = int(event.text()) if event.text().isdigit() else -1
        rows = self.model().rowCount()
        if digit >= 0 and (digit or 10) <= rows:
            self.setCurrentIndex(self.model().index((digit or 10) - 1, 0))
        elif event.key() in ENTER or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, look_of(self).px(38))

    def show_choices(self, choices: list[tuple[str, str]], chosen: str | None = None) -> None:
        """Offer (key, words); the digit stands at the right."""
        entries = [
            Entry(key, text, trailing=str(at % 10) if at <= 10 else "")
            for at, (key, text) in enumerate(choices, 1)
        ]
        self.show_entries(entries)
        if chosen is not None:
            self.select(chosen)

    def chosen(self) -> str:
        """The key of the chosen row, empty for none."""
        key = self.current_key()
        return str(key) if key is not None else ""


def hint(text: str) -> Text:
    """A quiet sentence in a sheet."""
    return Text(text, Type.DETAIL, "text2", wrap=True)
