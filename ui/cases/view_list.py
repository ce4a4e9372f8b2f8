"""The list at the left: which case waits for what, until when."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.case_parts import WatchKind
from app.ports.rows import CaseRow
from ui.cases import rules
from ui.cases.rules import Urgency
from ui.cases.state import CasesState, Scope
from ui.cases.wording import URGENCY_LOOKS, applicant_text, due_text
from ui.theme import Tone, Type
from ui.widgets.card import Card, Panel
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry import Entry
from ui.widgets.entry_list import EntryList
from ui.widgets.fields import KeyPicker
from ui.widgets.layouts import row
from ui.widgets.search_box import SearchBox
from ui.widgets.text import ElidedText, Text
from ui.words import Words

_GAP = "\u2003"
"""Parts the facts of a second line; an em wide."""
_URGENT = (Urgency.OVERDUE, Urgency.TODAY)
_ANY = "any"


class ListPane(Card):
    """``searched(text)``, ``scope_chosen(scope)``, ``watch_chosen(kind)``; empty for any.

    ``selected(number)`` as one moves, ``picked`` with Enter.
    """

    searched = Signal(str)
    scope_chosen = Signal(str)
    watch_chosen = Signal(str)
    selected = Signal(str)
    picked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title = ElidedText(words("cases.list.title"), Type.EMPHASIS, bold=True, growing=False)
        self._count = Text("", Type.EMPHASIS, "text2")
        self.search = SearchBox(words, words("cases.list.search"), dense=True)
        self.search.use_input_method(True)
        self.search.toggle.hide()
        self.scope, self.watch = KeyPicker(dense=True), KeyPicker(dense=True)
        self.scope.setAccessibleName(words("cases.list.scope"))
        self.watch.setAccessibleName(words("cases.list.watch"))
        self.scope.show_options([(scope, words(f"cases.scope.{scope}")) for scope in Scope])
        kinds = [(kind.value, words(f"cases.watch.{kind.value}")) for kind in WatchKind]
        self.watch.show_options([(_ANY, words("cases.watch.any")), *kinds])
        self.entries = EntryList()
        self.entries.setAccessibleName(words("cases.list.title"))
        self._empty = EmptyState("check-circle", "")
        self._stack = QStackedWidget()
        self._build()
        self._listen()

    def _build(self) -> None:
        head = Panel(margins=(14, 10, 14, 10), gap=8, bottom=True)
        head.body.put(row(gap=8).put(self._title, self._count, None))
        head.body.put(self.search)
        line = row(gap=8)
        for picker in (self.scope, self.watch):
            picker.setMinimumWidth(1)
            line.addWidget(picker, 1)
        head.body.put(line)
        self._stack.addWidget(self.entries)
        self._stack.addWidget(self._empty)
        self.body.put(head)
        self.body.addWidget(self._stack, 1)

    def _listen(self) -> None:
        self.search.searched.connect(self.searched)
        self.search.moved.connect(self.entries.move)
        self.search.picked.connect(self._pick)
        self.scope.chosen.connect(self.scope_chosen)
        self.watch.chosen.connect(lambda key: self.watch_chosen.emit("" if key == _ANY else key))
        self.entries.selected.connect(lambda key: self.selected.emit(str(key)))
        self.entries.picked.connect(lambda _: self._pick())

    def show_state(self, state: CasesState) -> None:
        """Show the list; what is selected stays selected while it is listed."""
        self._count.setText(str(len(state.rows)) if state.rows is not None else "")
        self.scope.show_key(state.scope)
        self.watch.show_key(state.watch.value if state.watch else _ANY)
        blocker = QSignalBlocker(self.entries)  # a row that goes away is no wish to see its neighbour
        self.entries.show_entries(list(self._entries(state)))
        self._select(state)
        blocker.unblock()
        empty = state.rows == ()
        if empty:
            kind = "search" if state.searched.strip() else "list"
            self._empty.show_words(
                self._words(f"cases.empty.{kind}"), self._words(f"cases.empty.{kind}.detail")
            )
        self._stack.setCurrentWidget(self._empty if empty else self.entries)

    def focus_list(self) -> None:
        """Bring the keyboard to the list, or to the search when nothing is listed."""
        (self.entries if self._stack.currentWidget() is self.entries else self.search).setFocus()

    def show_searched(self, text: str) -> None:
        """Show what a reader has read where a person would have typed it."""
        self.search.edit.setText(text)

    def _select(self, state: CasesState) -> None:
        if self.entries.current_key() == state.wanted:
            return
        self.entries.setCurrentIndex(QModelIndex())
        if state.wanted is not None:
            self.entries.select(state.wanted)

    def _pick(self) -> None:
        if self.entries.current_key() is None:
            self.entries.move(1)
        self.picked.emit()

    def _entries(self, state: CasesState) -> Iterator[Entry]:
        for urgency, members in rules.grouped(state):
            tone, icon = URGENCY_LOOKS[urgency]
            colour = "text2" if tone is Tone.NEUTRAL else tone.value
            title = self._words(f"cases.group.{urgency.value}", number=len(members))
            yield Entry(urgency, title, icon=icon, tone=colour, head=True)
            for member in members:
                yield self._entry(state, member, urgency)
        if state.full:
            yield Entry("full", self._words("cases.list.full"), head=True)

    def _entry(self, state: CasesState, member: CaseRow, urgency: Urgency) -> Entry:
        tone = URGENCY_LOOKS[urgency][0].value if urgency in _URGENT else "text2"
        detail = _GAP.join((applicant_text(self._words, member), member.number))
        lead = self._lead(state, member, urgency)
        return Entry(member.number, member.item_name, detail, lead=lead, lead_tone=tone)

    def _lead(self, state: CasesState, member: CaseRow, urgency: Urgency) -> str:
        words = self._words
        if member.watch is None:
            return words(f"case_state.{member.state.value}")
        owed = words(f"cases.watch.{member.watch.kind.value}")
        if urgency is Urgency.TODAY:
            return words("cases.list.today", owed=owed)
        return words("cases.list.by", day=due_text(words, state, member.watch.due), owed=owed)
