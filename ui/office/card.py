"""The card below the tiles: the parts of the figure that is chosen, or the list behind it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.ports.drawn import DrawnPart
from ui.office.bars import PartBars
from ui.office.columns import TimeColumns
from ui.theme import Type, active
from ui.widgets.button import ActionButton
from ui.widgets.card import Card, Panel, SectionHead
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import KeyPicker
from ui.widgets.function_keys import FunctionKeys
from ui.widgets.layouts import FlowLayout
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text
from ui.words import Words

_LEAST_HEIGHT = 320


class FigureCard(Card):
    """``list_wanted(row or None)``, ``list_left``. A page brings what else can be chosen, and its list.

    The first thing that takes the keyboard in the list is its ``table``.
    """

    list_wanted = Signal(object)
    list_left = Signal()

    def __init__(
        self, words: Words, choices: Sequence[QWidget], list_: QWidget, table: QWidget, nothing: EmptyState
    ) -> None:
        super().__init__()
        self._words, self._list, self._table, self._nothing = words, list_, table, nothing
        self.setMinimumHeight(active.look.px(_LEAST_HEIGHT))
        self._head = SectionHead("")
        self._meaning = Text("", Type.DETAIL, "text2", wrap=True)
        self.grouping = KeyPicker(dense=True)
        self.grouping.setAccessibleName(words("office.grouping"))
        self.open_list = ActionButton(words("office.list.open"), icon="list-bullets")
        self.bars, self.columns = PartBars(words), TimeColumns(words)
        self._scroll = ScrollPage(self.bars)
        self._stack = QStackedWidget()
        self._choices = QWidget()
        flow = FlowLayout(self._choices, gap=12)
        for part in (self.grouping, *choices, self.open_list):
            flow.addWidget(part)
        said = Panel(margins=(16, 8, 16, 8), gap=8)
        said.body.put(self._meaning, self._choices)
        for page in (self._scroll, self.columns, list_, nothing):
            self._stack.addWidget(page)
        self.body.put(self._head, said)
        self.body.addWidget(self._stack, 1)
        self._listen()

    def _listen(self) -> None:
        self.open_list.clicked.connect(lambda: self.list_wanted.emit(None))
        for chart in (self.bars, self.columns):
            chart.picked.connect(self.list_wanted)
        self.bars.moved.connect(self._scroll_to)
        # Only while a list is there to be left: the keys of a hidden widget are nobody's.
        FunctionKeys(self._list, ("Esc",)).pressed.connect(lambda _: self.list_left.emit())

    def show_figure(self, title: str, meaning: str, *, has_any: bool, lists: bool) -> None:
        """Show what the card is about; ``lists`` when the list stands in place of the parts."""
        self._head.title.setText(title)
        self._meaning.setText(meaning)
        self.open_list.setEnabled(has_any)
        self._choices.setVisible(not lists)

    def show_page(
        self,
        parts: Sequence[DrawnPart[Any]] | None,
        subject: object,
        *,
        over_time: bool,
        lists: bool,
        has_any: bool,
    ) -> None:
        """Show the parts (None: those that stand there), or the list, or that there is nothing."""
        chart = self.columns if over_time else self.bars
        if parts is not None:
            chart.show_parts(parts, subject)
        shown: QWidget = chart if has_any else self._nothing
        page = self._list if lists else self._scroll if shown is self.bars else shown
        if page is self._stack.currentWidget():
            return
        focus = QApplication.focusWidget()
        had_keys = focus is not None and self._stack.isAncestorOf(focus)
        self._stack.setCurrentWidget(page)
        if page is self._list:
            self._table.setFocus()
        elif had_keys:
            (shown if shown is not self._nothing else self.grouping).setFocus()

    def _scroll_to(self, box: QRect) -> None:
        self._scroll.ensureVisible(box.left(), box.center().y(), 0, box.height())
