"""取错号: finding what an errand is really about."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ports.item_search import ItemMatch
from app.ports.rows import ItemRow
from ui.counter.sheet import NumberedList, SheetCard, hint
from ui.counter.state import CounterState
from ui.theme import Type
from ui.widgets.entry import Entry
from ui.widgets.entry_list import EntryList
from ui.widgets.layouts import column
from ui.widgets.search_box import SearchBox
from ui.widgets.text import Text
from ui.words import Words

_WHOLE = "-"


class ItemSheet(SheetCard):
    """``searched(text)`` while one types; ``corrected(item, situation)`` with an empty situation for none."""

    searched = Signal(str)
    corrected = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        title, action = words("counter.sheet.change_item.title"), words("counter.sheet.change_item.action")
        super().__init__(words, title, action, parent=parent)
        self.search = SearchBox(words, words("counter.sheet.change_item.search"), dense=True)
        self.items, self.situations = EntryList(), NumberedList()
        self.items.setMinimumHeight(38)
        self.items.setAccessibleName(words("counter.sheet.change_item.search"))
        self.situations.setAccessibleName(words("counter.sheet.change_item.situation"))
        self._rows: dict[str, ItemRow] = {}
        self._found: tuple[ItemMatch, ...] | None = None
        below = column(gap=6).put(Text(words("counter.sheet.change_item.situation"), Type.DETAIL, "text2"))
        below.addWidget(self.situations, 1)
        self.inside.put(hint(words("counter.sheet.change_item.hint")), self.search)
        self.inside.addWidget(self.items, 3)
        self.inside.addLayout(below, 2)
        self.search.searched.connect(self.searched)
        self.search.moved.connect(self.items.move)
        self.search.picked.connect(self._picked)
        self.items.selected.connect(lambda _: self._show_situations())
        self.items.picked.connect(lambda _: self._picked())

    def begin(self, state: CounterState) -> None:
        self.set_title(
            self.words("counter.sheet.change_item.title"), state.ticket.number if state.ticket else ""
        )
        self._found = None
        self.search.clear()
        self.items.show_entries([])
        self.situations.show_entries([])

    def show_state(self, state: CounterState) -> None:
        if state.found is not None and state.found is not self._found:
            self._found = state.found
            self._rows = {match.item.code: match.item for match in state.found}
            self.items.show_entries([_entry(match) for match in state.found])
            if state.found:
                self.items.select(state.found[0].item.code)
        super().show_state(state)

    def is_complete(self) -> bool:
        return self.items.current_key() is not None

    def focus_start(self) -> None:
        self.search.setFocus()

    def confirm(self) -> None:
        item = self.items.current_key()
        if item is not None:
            situation = self.situations.chosen()
            self.corrected.emit(str(item), "" if situation == _WHOLE else situation)

    def _picked(self) -> None:
        if self.situations.model().rowCount() > 1:
            self.situations.setFocus()
        elif self.is_complete():
            self.confirm()

    def _show_situations(self) -> None:
        item = self._rows.get(str(self.items.current_key()))
        names = item.situations if item else ()
        whole = (_WHOLE, self.words("counter.sheet.change_item.whole"))
        self.situations.show_choices([whole, *((name, name) for name in names)], _WHOLE)
        self.action.setEnabled(item is not None)


def _entry(match: ItemMatch) -> Entry:
    mention = match.mention.text if match.mention else ""
    return Entry(
        match.item.code,
        match.name.text,
        detail=mention or match.department.text,
        trailing=match.item.line or "",
    )
