"""The case in the middle: head, story, and what can be done next."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.exceptions.state import ExceptionsState
from ui.exceptions.view_action import ActionArea
from ui.exceptions.view_head import CaseHead
from ui.exceptions.view_story import story_of
from ui.widgets.card import Card, Panel
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import column
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.story import Story
from ui.words import Words


class CasePane(Card):
    """Shows one case; another one begins at the end of its story, where the news is."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._number = ""
        self._head = CaseHead(words)
        self._story = Story(when_width=92)
        page = Panel(margins=(12, 12, 16, 12))
        page.body.put(self._story, None)
        self._scroll = ScrollPage(page)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._show_end)
        self._follow = True
        self.area = ActionArea(words)
        self._empty = EmptyState(
            "flag", words("exceptions.empty.page"), words("exceptions.empty.page.detail")
        )
        case = QWidget()
        box = column(case)
        box.put(self._head)
        box.addWidget(self._scroll, 1)
        box.put(self.area)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(case)
        self.body.put(self._stack)

    def show_state(self, state: ExceptionsState) -> None:
        """Show the case that is looked at."""
        self._stack.setCurrentIndex(0 if state.page is None else 1)
        if state.page is None:
            return
        if state.page.row.number != self._number:
            self._number, self._follow = state.page.row.number, True
        self._head.show_page(state, state.page)
        self._story.show_entries(story_of(self._words, state, state.page))
        self.area.show_state(state)

    def _show_end(self, _least: int, most: int) -> None:
        if self._follow:
            self._scroll.verticalScrollBar().setValue(most)
