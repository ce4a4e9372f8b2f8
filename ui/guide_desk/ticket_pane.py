"""The middle: what the person comes for, on one page, from the item to the number."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.ports.rows import NoticeRow
from ui.guide_desk.errand_list import ErrandList
from ui.guide_desk.issue_bar import IssueBar
from ui.guide_desk.item_page import ItemPage
from ui.guide_desk.online_card import UNDO
from ui.guide_desk.result_card import ResultCard
from ui.guide_desk.state import NOTHING_YET, GuideDeskState, Print
from ui.guide_desk.visitor_form import VisitorForm
from ui.theme import Tone
from ui.widgets.banner import Banner
from ui.widgets.card import Card, Rule
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import row
from ui.widgets.scroll_page import ScrollPage
from ui.words import Words


class TicketPane(Card):
    """``retried`` for the last order again, ``undone`` when nobody was sent online after all.

    ``all_ticked`` also for Alt+A; a number key ticks the material of that number, with Ctrl sets it aside.
    """

    retried = Signal()
    undone = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.item = ItemPage(words)
        self.result = ResultCard(words)
        self._empty = EmptyState("hand-waving", words("guide_desk.empty"), words("guide_desk.empty_help"))
        self.visitor = VisitorForm(words)
        self.errands = ErrandList(words)
        self.bar = IssueBar(words)
        self._message = Banner()
        self._shown_item = ""
        self._state = NOTHING_YET
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
        self.body.put(self._message, self.bar)
        self._message.action.connect(self._act)
        self.result.undo.connect(self.undone)
        self.visitor.completed.connect(self.bar.issue_button.setFocus)

    def show_state(self, state: GuideDeskState) -> None:
        """Show the page of the errand, what was issued, or how to begin."""
        self._state = state
        errand = state.draft.errand
        if errand is not None:
            self.item.show_state(errand, state)
            self._show(self.item)
            self._begin_at_top(errand.code)
        elif state.issued or state.told or state.sent:
            self.result.show_state(state)
            self._show(self.result)
        else:
            self._show(self._empty)
        self.visitor.show_state(state.draft.visitor, busy=state.busy)
        self.errands.show_state(state)
        self.bar.show_state(state)
        self._render_message(state)

    def show_code(self) -> None:
        """Open the code of the item on the page, if there is one and it can be done online."""
        if self._pages.currentWidget() is self._scrolls[self.item] and self.isVisible():
            self.item.head.show_code()

    def _begin_at_top(self, code: str) -> None:
        if code != self._shown_item:
            self._shown_item = code
            self._scrolls[self.item].verticalScrollBar().setValue(0)

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(self._scrolls[page])

    def _render_message(self, state: GuideDeskState) -> None:
        """What went wrong; else, with errands left, what was done about another of them."""
        if state.problem is not None:
            again = self._words("guide_desk.issue.again") if state.away else ""
            failed = self._words("guide_desk.issue.failed")
            self._message.show_message(Tone.DANGER, failed, self._words(state.problem), action=again)
        elif state.told is not None and state.draft.errands:
            self._render_told(state.told, state.prints.get(state.told.number))
        elif state.sent is not None and state.draft.errands:
            title, undo = self._words("guide_desk.result.sent"), self._words("guide_desk.online.undo")
            self._message.show_message(Tone.OK, title, state.sent.errand.row.name, action=undo, key=UNDO)
        else:
            self._message.hide()

    def _render_told(self, told: NoticeRow, printed: Print | None) -> None:
        words = self._words
        tone, title = Tone.OK, words("guide_desk.result.notice", count=len(told.problems))
        facts = [told.number, told.item_name]
        if printed is not None and printed.problem is not None:
            tone, title = Tone.DANGER, words("guide_desk.print.failed")
            facts.append(words(printed.problem))
        detail = words("guide_desk.fact_gap").join(facts)
        self._message.show_message(tone, title, detail, action=words("guide_desk.print.again"))

    def _act(self) -> None:
        """The button of the message: the order again, the slip's print, or that nobody was sent online."""
        state = self._state
        if state.problem is not None:
            self.retried.emit()
        elif state.told is not None:
            self.result.reprint.emit(state.told.number)
        else:
            self.undone.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self._scrolls[self.item]
        on_item = self._pages.currentWidget() is page and not event.isAutoRepeat()
        ticked = self.item.materials.press(event) if on_item else None
        if ticked is not None:
            page.show_widget(ticked)
        else:
            super().keyPressEvent(event)
