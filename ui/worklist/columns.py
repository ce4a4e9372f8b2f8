"""The three columns: the list, the case, and what stands around it."""

from typing import Generic

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.theme import look_of
from ui.widgets.layouts import Box, column, row
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_column import SideColumn
from ui.words import Words
from ui.worklist.case_pane import CasePane
from ui.worklist.list_pane import ListPane
from ui.worklist.state import S

_WIDE_ENOUGH = 1040
"""Px at scale 1 from which there is room for what stands around the case."""
_LEAST, _MIDDLE_LEAST = (620, 150), (390, 120)
"""Px at scale 1 that do: less than the smallest screen holds in the largest print."""


class Context(SideColumn, Generic[S]):
    """The cards at the side of a case, in the column ``cards``, which scrolls."""

    def __init__(self, words: Words) -> None:
        super().__init__(288, 200)
        self._words = words
        page = QWidget()
        self.cards: Box = column(page, gap=12)
        self.body.addWidget(ScrollPage(page), 1)

    def show_state(self, state: S) -> None:
        """Show what stands around the case on the page."""
        raise NotImplementedError


class _Middle(QStackedWidget):
    """What has no room here folds or scrolls: no page makes the window grow."""

    def minimumSizeHint(self) -> QSize:
        return QSize(*(look_of(self).px(side) for side in _MIDDLE_LEAST))


class Work(QWidget, Generic[S]):
    """The side column gives way where the window is narrow or the print is large: behind the case's story.

    ``middle`` holds the case; a room may put something else in its place, and with ``stand_beside`` beside that.
    """

    def __init__(self, list_: ListPane[S], case: CasePane[S], context: Context[S]) -> None:
        super().__init__()
        self.list, self.case, self.context = list_, case, context
        self.middle = _Middle()
        self.middle.addWidget(case)
        self._asides: dict[QWidget, SideColumn] = {}
        self._has_context = False
        self._is_wide: bool | None = None
        left = SideColumn(332, 240)
        left.body.addWidget(list_, 1)
        self._line = row(self, gap=12)
        self._line.put(left)
        self._line.addWidget(self.middle, 1)
        self.stand_beside(case, context)

    def stand_beside(self, pane: QWidget, aside: SideColumn) -> None:
        """Let this stand beside whatever is in the middle."""
        self._asides[pane] = aside
        self._line.put(aside)

    def show_state(self, state: S) -> None:
        """Show everything."""
        self.list.show_state(state)
        self.case.show_state(state)
        self.context.show_state(state)
        self._has_context = state.page is not None
        self._give_way()

    def hasHeightForWidth(self) -> bool:
        """Whatever wraps in it: what gets too high scrolls."""
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(*(look_of(self).px(side) for side in _LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    @property
    def is_wide(self) -> bool:
        """Whether there is room beside what is in the middle."""
        return self.width() >= look_of(self).px(_WIDE_ENOUGH)

    def _give_way(self) -> None:
        if self.is_wide is not self._is_wide:
            self._is_wide = self.is_wide
            for pane, aside in self._asides.items():
                if isinstance(pane, CasePane):
                    self._move(pane, aside)
        shown = self.middle.currentWidget()
        here = None
        if shown is not None and (shown is not self.case or self._has_context):
            here = self._asides.get(shown)
        for aside in self._asides.values():
            if aside.parent() is self:
                aside.setVisible(self.is_wide and aside is here)

    def _move(self, pane: CasePane[S], aside: SideColumn) -> None:
        if self.is_wide:
            pane.give_back()
            self._line.put(aside)
        else:
            pane.take_in(aside)
