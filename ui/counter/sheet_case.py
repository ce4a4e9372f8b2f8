"""The sheet of a further trip: which case it is for, and what came of what was missing."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from app.domain.case_table import CaseState
from app.domain.paper_code import is_paper
from app.ports.rows import CasePage
from ui.counter.sheet import NumberedList, SheetCard, hint
from ui.counter.state import CounterState
from ui.verified_card import VerifiedCard
from ui.widgets.entry import Entry
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.search_box import SearchBox
from ui.widgets.tick_list import TickList
from ui.words import Words


class CaseSheet(SheetCard):
    """``searched(text)`` as one types or scans, ``taken(number, materials)`` with what was ticked off."""

    searched = Signal(str)
    taken = Signal(str, object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        title, action = words("counter.sheet.case.title"), words("counter.sheet.case.action")
        super().__init__(words, title, action, parent=parent)
        self._pages: tuple[CasePage, ...] | None = None
        self._ticked: frozenset[int] = frozenset()
        self.search = SearchBox(words, words("counter.sheet.case.search"), dense=True)
        self.search.toggle.hide()
        self.list = NumberedList()
        self.list.setAccessibleName(title)
        self.ticks = TickList(words)
        self._hint = hint("")
        self.verified = VerifiedCard(words)
        self.inside.put(self.search, self.verified)
        self.inside.addWidget(self.list, 1)
        self.inside.put(self._hint)
        page = ScrollPage(self.ticks)
        page.setMinimumHeight(1)  # on the smallest screen it scrolls rather than widen the window
        self.inside.addWidget(page, 2)
        self.search.searched.connect(self.searched)
        self.search.moved.connect(self.list.move)
        self.search.picked.connect(self.confirm)
        self.list.selected.connect(lambda _: self._show_chosen())
        self.ticks.ticked.connect(self._tick)

    def begin(self, state: CounterState) -> None:
        self.set_title(self.words("counter.sheet.case.title"), state.ticket.number if state.ticket else "")
        self._pages, self._ticked = None, frozenset()
        blocker = QSignalBlocker(self.search)
        self.search.clear()
        blocker.unblock()
        self._show_found(())

    def focus_start(self) -> None:
        self.search.edit.setFocus()

    def show_state(self, state: CounterState) -> None:
        found = state.cases
        if found is not None and found.pages != self._pages:
            self._pages = found.pages
            self._show_found(found.pages)
            by_paper = not found.asked or is_paper(found.asked)
            if by_paper and found.pages and found.pages[0].outstanding:
                self.ticks.focus_first()  # known by an earlier slip or the one in hand: nothing to search for
            else:
                self.focus_start()  # what the keyboard was in may be gone
        self.verified.show_paper(found.verified if found else None, state.zone)
        super().show_state(state)

    def scan(self, code: str) -> None:
        """A reader has read a paper: what it belongs to."""
        self.search.edit.setText(code)
        self.focus_start()

    def is_complete(self) -> bool:
        return self._chosen() is not None

    def confirm(self) -> None:
        page = self._chosen()
        if page is not None and self.action.isEnabled():
            self.taken.emit(page.row.number, self._ticked)

    def _show_found(self, pages: tuple[CasePage, ...]) -> None:
        self.list.show_entries([self._entry(page) for page in pages])
        if pages:
            self.list.select(pages[0].row.number)
        self._show_chosen()

    def _entry(self, page: CasePage) -> Entry:
        row = page.row
        state = self.words(f"case_state.{row.state.value}")
        who = row.applicant or self.words("counter.person.unknown")
        return Entry(row.number, f"{who}  {row.number}", row.situation or "", lead=state)

    def _chosen(self) -> CasePage | None:
        number = self.list.chosen()
        return next((page for page in self._pages or () if page.row.number == number), None)

    def _show_chosen(self) -> None:
        page = self._chosen()
        outstanding = [(o.material, o.name) for o in page.outstanding] if page else []
        self._ticked &= frozenset(number for number, _ in outstanding)
        self.ticks.show_list(outstanding, self._ticked)
        if page is None:
            code = "counter.sheet.case.none" if self._pages is not None else "counter.sheet.case.looking"
        elif outstanding:
            code = "counter.sheet.case.tick"
        elif page.row.state is CaseState.DECIDED:
            code = "counter.sheet.case.collect"
        else:
            code = "counter.sheet.case.whole"
        self._hint.setText(self.words(code))
        self.action.setEnabled(page is not None)

    def _tick(self, number: int, on: bool) -> None:
        self._ticked = self._ticked | {number} if on else self._ticked - {number}
        self._show_chosen()
