"""The left column: the search box and what it finds."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.guide_desk.phrases import handling_text
from ui.guide_desk.state import Group, GroupKind, GuideDeskState, Hit
from ui.theme import Type
from ui.widgets.card import Card, CardFoot
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry import Entry
from ui.widgets.entry_list import EntryList
from ui.widgets.keycap import KeyCap
from ui.widgets.layouts import column
from ui.widgets.search_box import SearchBox
from ui.widgets.text import ElidedText
from ui.words import Words

REST_MS = 400
"""An Enter that comes sooner after a ticket was meant for that ticket, not for an item."""


class SearchPane(QWidget):
    """``searched(text)`` with every letter, ``picked(code)`` for Enter or a click."""

    searched = Signal(str)
    picked = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._groups: tuple[Group, ...] = ()
        self._shown_for = ""
        self.box = SearchBox(words, words("guide_desk.search.hint"))
        self.list = EntryList()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._first: tuple[GroupKind, str] | None = None
        self._nothing = EmptyState("magnifying-glass", "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        card = Card()
        card.body.put(self._pages, self._keys())
        column(self, gap=12).put(self.box, card)
        self._connect()

    def _keys(self) -> CardFoot:
        foot = CardFoot(margins=(14, 6, 14, 6), gap=6)
        choose, pick = (
            ElidedText(self._words(f"guide_desk.search.{what}"), Type.CAPTION, growing=False)
            for what in ("choose", "pick")
        )
        foot.body.put(KeyCap("↑"), KeyCap("↓"), choose, None, KeyCap("Enter"), pick)
        return foot

    def _connect(self) -> None:
        self.box.edit.installEventFilter(self)
        self.box.searched.connect(self.searched)
        self.box.moved.connect(self.list.move)
        self.box.searched.connect(self._rest.stop)
        self.box.picked.connect(self._pick)
        self.list.picked.connect(lambda key: self.picked.emit(key[1]))

    def start_over(self) -> None:
        """Empty the box for the next person; a hand still on Enter picks nothing."""
        self.box.clear()
        self._rest.start()

    def _pick(self) -> None:
        if not self._rest.isActive():
            self.list.pick_current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self.box.show_way_back(event.lostFocus())
        return False

    def show_state(self, state: GuideDeskState) -> None:
        """Show what was found; its first item is selected until a person moves to another."""
        if state.groups == self._groups and state.searched == self._shown_for:
            return
        new_search, self._shown_for = state.searched != self._shown_for, state.searched
        self._groups = state.groups
        follows_first = new_search or self.list.current_key() in (None, self._first)
        self.list.show_entries(_entries(self._words, state.groups))
        self._nothing.show_words(
            self._words("guide_desk.search.nothing", text=state.searched),
            self._words("guide_desk.search.nothing_help"),
        )
        self._pages.setCurrentWidget(self.list if state.groups or not state.searched else self._nothing)
        if state.groups and follows_first:
            self._first = (state.groups[0].kind, state.groups[0].hits[0].code)
            self.list.select(self._first)
            self.list.scrollToTop()


def _entries(words: Words, groups: Sequence[Group]) -> list[Entry]:
    entries = []
    for group in groups:
        entries.append(_head(words, group))
        entries += [_entry(words, group.kind, hit) for hit in group.hits]
    return entries


def _head(words: Words, group: Group) -> Entry:
    title = words(f"guide_desk.group.{group.kind.value}", count=len(group.hits))
    trailing = words("guide_desk.group.uses") if group.kind is GroupKind.USUAL else ""
    return Entry((group.kind, ""), title, trailing=trailing, head=True)


def _entry(words: Words, kind: GroupKind, hit: Hit) -> Entry:
    if kind is GroupKind.USUAL:
        return Entry((kind, hit.code), hit.name, trailing=str(hit.uses or ""))
    facts = [hit.department, hit.mention or handling_text(words, hit.handling, hit.promised_days)]
    if hit.online and not hit.mention:
        facts.append(words("guide_desk.online.tag"))
    detail = words("guide_desk.fact_gap").join(fact for fact in facts if fact)
    return Entry((kind, hit.code), hit.name, detail=detail, highlight=hit.found)
