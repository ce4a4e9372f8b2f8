"""The three columns: the list, the case, and what stands around it."""

from typing import Generic

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.theme import look_of
from ui.widgets.layouts import row
from ui.widgets.side_column import SideColumn
from ui.words import Words
from ui.worklist.case_pane import CasePane
from ui.worklist.list_pane import ListPane
from ui.worklist.state import S

_WIDE_ENOUGH = 1040
"""Px at scale 1 from which there is room for what stands around the case."""


class Context(SideColumn, Generic[S]):
    """The cards at the side of a case."""

    def __init__(self, words: Words) -> None:
        super().__init__(288, 200)
        self._words = words

    def show_state(self, state: S) -> None:
        """Show what stands around the case on the page."""
        raise NotImplementedError


class Work(QWidget, Generic[S]):
    """The side column gives way where the window is narrow or the print is large.

    ``middle`` holds the case; a room may put something else in its place, and ``beside`` that.
    """

    def __init__(
        self,
        list_: ListPane[S],
        case: CasePane[S],
        context: Context[S],
        beside: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.list, self.case, self.context = list_, case, context
        self.middle = QStackedWidget()
        self.middle.addWidget(case)
        self._has_context = False
        left = SideColumn(332, 240)
        left.body.addWidget(list_, 1)
        line = row(self, gap=12)
        line.put(left)
        line.addWidget(self.middle, 1)
        line.put(context)
        self._beside = beside
        if beside is not None:
            line.put(beside)

    def show_state(self, state: S) -> None:
        """Show everything."""
        self.list.show_state(state)
        self.case.show_state(state)
        self.context.show_state(state)
        self._has_context = state.page is not None and self.middle.currentWidget() is self.case
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        wide = self.width() >= look_of(self).px(_WIDE_ENOUGH)
        self.context.setVisible(wide and self._has_context)
        if self._beside is not None:
            self._beside.setVisible(wide and self.middle.currentWidget() is not self.case)
