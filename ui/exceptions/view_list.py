"""The list at the left: what is to be done, by when."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ports.rows import ExceptionRow
from ui.exceptions import rules
from ui.exceptions.rules import Urgency
from ui.exceptions.state import ExceptionsState, Scope
from ui.exceptions.wording import URGENCY_LOOKS, due_text, owner_text
from ui.theme import Tone, Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind
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


class ListPane(Card):
    """``searched(text)``, ``scope_chosen(scope)``, ``selected(number)`` as one moves, ``picked`` with Enter."""

    searched = Signal(str)
    scope_chosen = Signal(str)
    selected = Signal(str)
    picked = Signal()
    new_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title = ElidedText(words("exceptions.list.title"), Type.EMPHASIS, bold=True, growing=False)
        self._count = Text("", Type.EMPHASIS, "text2")
        self.new_button = ActionButton(
            words("exceptions.new.open"), icon="plus", key="Ctrl N", kind=Kind.PRIMARY
        )
        self.search = SearchBox(words, words("exceptions.list.search"), dense=True)
        self.search.use_input_method(True)
        self.search.toggle.hide()
        self.scope = KeyPicker(dense=True)
        self.scope.show_options([(scope, words(f"exceptions.scope.{scope}")) for scope in Scope])
        self.entries = EntryList()
        self.entries.setAccessibleName(words("exceptions.list.title"))
        self._empty = EmptyState("check-circle", "")
        self._stack = QStackedWidget()
        self._build()
        self._listen()

    def _build(self) -> None:
        head = Panel(margins=(14, 8, 14, 10), gap=8, bottom=True)
        head.body.put(row(gap=8).put(self._title, self._count, None, self.new_button))
        line = row(gap=8)
        line.addWidget(self.search, 1)
        head.body.put(line.put(self.scope))
        self._stack.addWidget(self.entries)
        self._stack.addWidget(self._empty)
        self.body.put(head)
        self.body.addWidget(self._stack, 1)

    def _listen(self) -> None:
        self.search.searched.connect(self.searched)
        self.search.moved.connect(self.entries.move)
        self.search.picked.connect(self._pick)
        self.scope.chosen.connect(self.scope_chosen)
        self.entries.selected.connect(lambda key: self.selected.emit(str(key)))
        self.entries.picked.connect(lambda _: self._pick())
        self.new_button.clicked.connect(self.new_requested)

    def show_state(self, state: ExceptionsState) -> None:
        """Show the list; what is selected stays selected while it is listed."""
        rows = rules.listed(state)
        self._count.setText(str(len(rows)) if state.rows is not None else "")
        self.scope.show_key(state.scope)
        blocker = QSignalBlocker(self.entries)  # a row that goes away is no wish to see its neighbour
        self.entries.show_entries(list(self._entries(state, rows)))
        self._select(state)
        blocker.unblock()
        empty = not rows and state.rows is not None
        if empty:
            self._empty.show_words(*self._why_empty(state))
        self._stack.setCurrentWidget(self._empty if empty else self.entries)

    def focus_list(self) -> None:
        """Bring the keyboard to the list, or to the search when nothing is listed."""
        (self.entries if self._stack.currentWidget() is self.entries else self.search).setFocus()

    def _select(self, state: ExceptionsState) -> None:
        if self.entries.current_key() == state.wanted:
            return
        self.entries.setCurrentIndex(QModelIndex())
        if state.wanted is not None:
            self.entries.select(state.wanted)

    def _pick(self) -> None:
        if self.entries.current_key() is None:
            self.entries.move(1)
        self.picked.emit()

    def _entries(self, state: ExceptionsState, rows: tuple[ExceptionRow, ...]) -> Iterator[Entry]:
        this_year = state.hall.day.year if state.hall else 0
        for urgency, members in rules.grouped(rows):
            tone, icon = URGENCY_LOOKS[urgency]
            colour = "text2" if tone is Tone.NEUTRAL else tone.value
            title = self._words(f"exceptions.group.{urgency.value}", number=len(members))
            yield Entry(urgency, title, icon=icon, tone=colour, head=True)
            for member in members:
                yield self._entry(member, urgency, this_year)
        if state.full:
            yield Entry("full", self._words("exceptions.list.full"), head=True)

    def _entry(self, member: ExceptionRow, urgency: Urgency, this_year: int) -> Entry:
        words = self._words
        owed = words(f"exceptions.owed.{member.state.value}")
        match urgency:
            case Urgency.OVERDUE:
                lead = words("exceptions.list.overdue", count=-member.days_left, owed=owed)
            case Urgency.TODAY:
                lead = words("exceptions.list.today", owed=owed)
            case Urgency.CLOSED:
                lead = words(f"exception_category.{member.category.value}")
            case _:
                lead = words("exceptions.list.by", day=due_text(words, member.due, this_year), owed=owed)
        tone = URGENCY_LOOKS[urgency][0].value if urgency in _URGENT else "text2"
        owner = owner_text(words, member, _GAP)
        return Entry(member.number, member.summary.replace("\n", " "), owner, lead=lead, lead_tone=tone)

    def _why_empty(self, state: ExceptionsState) -> tuple[str, str]:
        listed = "mine" if state.scope is Scope.MINE else "open"
        kind = "search" if state.searched.strip() else listed
        return self._words(f"exceptions.empty.{kind}"), self._words(f"exceptions.empty.{kind}.detail")
