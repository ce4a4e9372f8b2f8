"""The case in the middle: head, story, and what can be done next."""

from collections.abc import Callable
from typing import Generic

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.theme import look_of
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import column
from ui.widgets.side_column import SideColumn
from ui.widgets.story import Story, StoryEntry
from ui.worklist.action_area import ActionArea
from ui.worklist.head import Head
from ui.worklist.state import S
from ui.worklist.story_page import StoryPage


class CasePane(Card, Generic[S]):
    """Shows one case; another one begins at the end of its story, where the news is.

    Below ``high_enough`` px at scale 1 title, limit, way and the row of steps stay in sight; the rest of head and
    form scrolls with the story. What stands beside the case may be taken in: it then lies behind the story.
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
        self._high_enough, self._is_low = high_enough, False
        self._story = Story(when_width=92)
        self.page = StoryPage(self._story)
        self._number = ""
        self._aside: SideColumn | None = None
        self._sheets = QStackedWidget()
        self._sheets.addWidget(self.page)
        self._sheets.setMinimumHeight(1)  # the steps below stay whole
        case = QWidget()
        box = column(case)
        box.put(head)
        box.addWidget(self._sheets, 1)
        box.put(area)
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(case)
        self.body.put(self._stack)
        head.aside.clicked.connect(self._turn)

    def show_state(self, state: S) -> None:
        """Show the case that is looked at."""
        self._stack.setCurrentIndex(0 if state.page is None else 1)
        if state.page is None:
            return
        if state.page.row.number != self._number:
            self._number = state.page.row.number
            self.page.go_to_end()
            self._turn_to(self.page)
        self._head.show_state(state)
        self._story.show_entries(self._story_of(state))
        self.area.show_state(state)

    def focus_form(self) -> bool:
        """Bring the keyboard to what is filled in next, in sight; whether there is a step to take."""
        self._turn_to(self.page)
        return self.area.focus_form() and self.page.follow_keyboard()

    def take_in(self, aside: SideColumn) -> None:
        """Let this lie behind the story: there is no room beside the case."""
        self._aside = aside
        aside.fold(folded=True)
        self._sheets.addWidget(aside)
        self._head.aside.show()
        self._turn_to(self.page)

    def give_back(self) -> None:
        """There is room beside the case again: whoever let something lie here takes it elsewhere."""
        if self._aside is not None:
            self._sheets.removeWidget(self._aside)
            self._aside.fold(folded=False)
            self._aside = None
        self._head.aside.hide()
        self._turn_to(self.page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.height() < look_of(self).px(self._high_enough)
        if is_low is not self._is_low:
            self._is_low = is_low
            held = QApplication.focusWidget()
            self._head.fold(self.page.before if is_low else None)
            self.area.fold(self.page.after if is_low else None)
            self.page.show_more(more=is_low)
            if held is not None and self.isAncestorOf(held):
                held.setFocus()  # what is put elsewhere loses the keyboard

    def _turn(self) -> None:
        self._turn_to(self.page if self._sheets.currentWidget() is self._aside else self._aside or self.page)

    def _turn_to(self, sheet: QWidget) -> None:
        self._sheets.setCurrentWidget(sheet)
        self._head.show_turned(turned=sheet is not self.page)
