"""The middle: what the person comes for, on one page, from the item to the number."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from ui.guide_desk.errand_list import ErrandList
from ui.guide_desk.issue_bar import IssueBar
from ui.guide_desk.item_page import ItemPage
from ui.guide_desk.result_card import ResultCard
from ui.guide_desk.state import GuideDeskState
from ui.guide_desk.visitor_form import VisitorForm
from ui.theme import Tone
from ui.widgets.banner import Banner
from ui.widgets.card import Card, Rule
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import row
from ui.widgets.scroll_page import ScrollPage
from ui.words import Words


class TicketPane(Card):
    """``all_ticked`` also for Alt+A; a number key ticks the material of that number, with Ctrl sets it aside."""

    retried = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.item = ItemPage(words)
        self.result = ResultCard(words)
        self._empty = EmptyState("hand-waving", words("guide_desk.empty"), words("guide_desk.empty_help"))
        self.visitor = VisitorForm(words)
        self.errands = ErrandList(words)
        self.bar = IssueBar(words)
        self._problem = Banner()
        self._shown_item = ""
        self._pages = QStackedWidget()
        pages: tuple[QWidget, ...] = (self._empty, self.result, self.item)
        self._scrolls = {page: ScrollPage(page) for page in pages}
        for scroll in self._scrolls.values():
            self._pages.addWidget(scroll)
        self._build()

    def _build(self) -> None:
        people = row(gap=0)
        divider = Rule()
        divider.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        people.addWidget(self.visitor, 53)
        people.addWidget(divider)
        people.addWidget(self.errands, 47)
        self.body.addWidget(self._pages, 1)
        self.body.addLayout(people)
        self.body.put(self._problem, self.bar)
        self._problem.action.connect(self.retried)
        self.visitor.completed.connect(self.bar.issue_button.setFocus)

    def show_state(self, state: GuideDeskState) -> None:
        """Show the page of the errand, what was issued, or how to begin."""
        errand = state.draft.errand
        if errand is not None:
            self.item.show_state(errand, state)
            self._show(self.item)
            self._begin_at_top(errand.code)
        elif state.issued is not None or state.told is not None:
            self.result.show_state(state)
            self._show(self.result)
        else:
            self._show(self._empty)
        self.visitor.show_state(state.draft.visitor, busy=state.busy)
        self.errands.show_state(state)
        self.bar.show_state(state)
        self._render_problem(state)

    def _begin_at_top(self, code: str) -> None:
        if code != self._shown_item:
            self._shown_item = code
            self._scrolls[self.item].verticalScrollBar().setValue(0)

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(self._scrolls[page])

    def _render_problem(self, state: GuideDeskState) -> None:
        if state.problem is None:
            self._problem.hide()
            return
        again = self._words("guide_desk.issue.again") if state.away else ""
        failed = self._words("guide_desk.issue.failed")
        self._problem.show_message(Tone.DANGER, failed, self._words(state.problem), action=again)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self._scrolls[self.item]
        on_item = self._pages.currentWidget() is page and not event.isAutoRepeat()
        ticked = self.item.materials.press(event) if on_item else None
        if ticked is not None:
            page.show_widget(ticked)
        else:
            super().keyPressEvent(event)
