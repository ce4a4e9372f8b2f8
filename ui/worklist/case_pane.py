"""The case in the middle: head, story, and what can be done next."""

from collections.abc import Callable
from typing import Generic

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.theme import look_of
from ui.widgets.card import Card, Panel
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import column
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.story import Story, StoryEntry
from ui.worklist.action_area import ActionArea
from ui.worklist.head import Head
from ui.worklist.state import S

_LEAST_STORY = 80


class CasePane(Card, Generic[S]):
    """Shows one case; another one begins at the end of its story, where the news is.

    From ``high_enough`` px at scale 1 the head stays in sight while the story scrolls.
    """

    def __init__(
        self,
        head: Head[S],
        story: Callable[[S], list[StoryEntry]],
        area: ActionArea[S],
        empty: EmptyState,
        high_enough: int,
    ) -> None:
        super().__init__()
        self._head, self._story_of, self.area = head, story, area
        self._high_enough = high_enough
        self._story = Story(when_width=92)
        told = Panel(margins=(12, 12, 16, 12))
        told.body.put(self._story, None)
        page = QWidget()
        self._page = column(page)
        self._page.addWidget(told, 1)
        self._scroll = ScrollPage(page)
        self._number, self._at_end = "", True
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._moved)
        bar.rangeChanged.connect(self._grown)
        case = QWidget()
        self._case = column(case)
        self._case.put(self._head)
        self._case.addWidget(self._scroll, 1)
        self._case.put(self.area)
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(case)
        self.body.put(self._stack)

    def show_state(self, state: S) -> None:
        """Show the case that is looked at."""
        self._stack.setCurrentIndex(0 if state.page is None else 1)
        if state.page is None:
            return
        if state.page.row.number != self._number:
            self._number, self._at_end = state.page.row.number, True
        self._head.show_state(state)
        self._story.show_entries(self._story_of(state))
        self.area.show_state(state)

    def minimumSizeHint(self) -> QSize:
        """The head needs no room of its own: it scrolls with the story where there is none."""
        height = self.area.minimumSizeHint().height() + look_of(self).px(_LEAST_STORY)
        return QSize(super().minimumSizeHint().width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        place = self._case if self.height() >= look_of(self).px(self._high_enough) else self._page
        if place.indexOf(self._head) < 0:
            place.insertWidget(0, self._head)

    def _moved(self, value: int) -> None:
        self._at_end = value >= self._scroll.verticalScrollBar().maximum()

    def _grown(self, _least: int, most: int) -> None:
        if self._at_end:  # whoever reads further up is left there
            self._scroll.verticalScrollBar().setValue(most)
