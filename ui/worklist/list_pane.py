"""The list at the left: what is to be done, by when."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from app.domain.worklist import Urgency
from ui.theme import Tone, Type, look_of
from ui.widgets.button import ActionButton
from ui.widgets.card import Card, Panel
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry import Entry
from ui.widgets.entry_list import EntryList
from ui.widgets.fields import KeyPicker
from ui.widgets.layouts import row
from ui.widgets.search_box import SearchBox
from ui.widgets.text import ElidedText, Text
from ui.words import Words
from ui.worklist.state import S
from ui.worklist.wording import URGENCY_LOOKS

GAP = "\u2003"
"""Parts the facts of a second line; an em wide."""
_AROUND_TITLE = 56


class ListPane(Card, Generic[S]):
    """``searched(text)``, ``scope_chosen(scope)``, ``selected(number)`` as one moves, ``picked`` with Enter.

    A room fills ``head`` below the title and says how its rows read.
    """

    searched = Signal(str)
    scope_chosen = Signal(object)
    selected = Signal(str)
    picked = Signal()

    def __init__(
        self,
        words: Words,
        title: str,
        search: str,
        scopes: Mapping[Any, str],
        groups: Callable[[S], Sequence[tuple[Urgency, Sequence[Any]]]],
    ) -> None:
        super().__init__()
        self._words, self._scopes, self._groups = words, scopes, groups
        self._count = Text("", Type.EMPHASIS, "text2")
        self.search = SearchBox(words, search, dense=True)
        self.search.use_input_method(True)
        self.search.toggle.hide()
        self.scope = KeyPicker(dense=True)
        self.scope.show_options(list(scopes.items()))
        self.entries = EntryList()
        self.entries.setAccessibleName(title)
        self._empty = EmptyState("check-circle", "")
        self._stack = QStackedWidget()
        self._button: ActionButton | None = None
        self._title = ElidedText(title, Type.EMPHASIS, bold=True, growing=False)
        self.title = row(gap=8).put(self._title, self._count, None)
        self.head = Panel(margins=(14, 8, 14, 10), gap=8, bottom=True)
        self.head.body.put(self.title)
        self._stack.setMinimumHeight(1)  # head and search stay whole
        self._stack.addWidget(self.entries)
        self._stack.addWidget(self._empty)
        self.body.put(self.head)
        self.body.addWidget(self._stack, 1)
        self._listen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The key of what is beside the title gives way before the title does."""
        super().resizeEvent(event)
        self._fit()

    def _put_button(self, button: ActionButton) -> None:
        """Beside the title."""
        self._button = button
        self.title.put(button)

    def _fit(self) -> None:
        if self._button is None:
            return
        self._button.show_cap(shown=True)
        parts = (self._title, self._count, self._button)
        wanted = sum(part.sizeHint().width() for part in parts) + look_of(self).px(_AROUND_TITLE)
        self._button.show_cap(shown=wanted <= self.width())

    def _put_search(self) -> None:
        """The search and what is listed side by side; the choice is shortened before the window grows."""
        self.scope.setMinimumWidth(1)
        line = row(gap=8)
        line.addWidget(self.search, 1)
        self.head.body.put(line.put(self.scope))

    def _listen(self) -> None:
        self.search.searched.connect(self.searched)
        self.search.moved.connect(self.entries.move)
        self.search.picked.connect(self._pick)
        self.scope.chosen.connect(self._choose_scope)
        self.entries.selected.connect(lambda key: self.selected.emit(str(key)))
        self.entries.picked.connect(lambda _: self._pick())

    def show_state(self, state: S) -> None:
        """Show the list; what is selected stays selected while it is listed."""
        groups = [
            (urgency, [self._entry(state, member, urgency) for member in members])
            for urgency, members in self._groups(state)
        ]
        listed = sum(len(members) for _, members in groups)
        self._count.setText(str(listed) if state.rows is not None else "")
        self._fit()
        self.scope.show_key(state.scope)
        blocker = QSignalBlocker(self.entries)  # a row that goes away is no wish to see its neighbour
        self.entries.show_entries(list(self._entries(groups, is_full=state.full)))
        self._select(self._wanted(state))
        blocker.unblock()
        empty = not listed and state.rows is not None
        if empty:
            self._empty.show_words(*self._why_empty(state))
        held = self.entries.hasFocus()
        self._stack.setCurrentWidget(self._empty if empty else self.entries)
        if held:
            self.focus_list()  # what is hidden loses the keyboard

    def focus_list(self) -> None:
        """Bring the keyboard to the list, or to the search when nothing is listed."""
        (self.entries if self._stack.currentWidget() is self.entries else self.search).setFocus()

    def focus_search(self) -> None:
        """Bring the keyboard to the search; what is typed replaces what it says."""
        self.search.edit.setFocus()
        self.search.edit.selectAll()

    def _entry(self, state: S, member: Any, urgency: Urgency) -> Entry:
        """How a row reads."""
        raise NotImplementedError

    def _group_title(self, urgency: Urgency, number: int) -> str:
        return self._words(f"worklist.group.{urgency.value}", number=number)

    def _why_empty(self, state: S) -> tuple[str, str]:
        """Why nothing is listed, and what to do."""
        raise NotImplementedError

    def _wanted(self, state: S) -> str | None:
        """What is looked at, and selected where it is listed."""
        return state.wanted

    def _select(self, wanted: str | None) -> None:
        if self.entries.current_key() == wanted:
            return
        self.entries.setCurrentIndex(QModelIndex())
        if wanted is not None:
            self.entries.select(wanted)

    def _pick(self) -> None:
        if self.entries.current_key() is None:
            self.entries.move(1)
        self.picked.emit()

    def _choose_scope(self, key: str) -> None:
        self.scope_chosen.emit(next(scope for scope in self._scopes if scope == key))

    def _entries(self, groups: list[tuple[Urgency, list[Entry]]], *, is_full: bool) -> Iterator[Entry]:
        for urgency, members in groups:
            tone, icon = URGENCY_LOOKS[urgency]
            colour = "text2" if tone is Tone.NEUTRAL else tone.value
            yield Entry(urgency, self._group_title(urgency, len(members)), icon=icon, tone=colour, head=True)
            yield from members
        if is_full:
            yield Entry("full", self._words("worklist.list.full"), head=True)
