"""Lists of two-line entries under group heads: search results, to-do lists, recent tickets."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.models import Cell, Column, RowsModel
from ui.theme import active
from ui.widgets.entry import Entry, EntryDelegate
from ui.widgets.keys import ENTER


class _EntryModel(RowsModel[Entry]):
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        entry = self.row_at(index)
        if entry is None or entry.head:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class EntryList(QListView):
    """``show_entries(entries)`` keeps selection and scroll; ``picked(key)`` for Enter or a click,
    ``selected(key)`` as one moves.
    """

    picked = Signal(object)
    selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = _EntryModel(
            [Column("", lambda entry: Cell(entry.title))], lambda entry: entry.key, self
        )
        self.setModel(self._entries)
        self.setItemDelegate(EntryDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # titles wrap anew
        self.clicked.connect(self._pick)
        active.changed.connect(self.doItemsLayout)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries."""
        self._entries.set_rows(entries)

    def current_key(self) -> Hashable | None:
        """The id of the selected entry."""
        entry = self._entries.row_at(self.currentIndex())
        return entry.key if entry else None

    def select(self, key: Hashable) -> None:
        """Select an entry without picking it."""
        index = self._entries.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)

    def move(self, rows: int) -> None:  # type: ignore[override]  # a list in a layout is never moved as a window
        """Move the selection over ``rows`` entries, stopping at the ends; group heads do not count."""
        keys = [entry.key for entry in self._entries.rows() if not entry.head]
        if keys:
            current = self.current_key()
            at = keys.index(current) + rows if current in keys else (0 if rows > 0 else len(keys) - 1)
            self.select(keys[max(0, min(at, len(keys) - 1))])

    def pick_current(self) -> None:
        """Pick what is selected, as Enter does."""
        self._pick(self.currentIndex())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if (entry := self._entries.row_at(current)) is not None:
            self.selected.emit(entry.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arriving chooses nothing: Qt would make the first entry the current one without showing it."""
        nothing = not self.currentIndex().isValid()
        with QSignalBlocker(self):
            super().focusInEvent(event)
            if nothing:
                self.setCurrentIndex(QModelIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # Qt itself looks at the height alone
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.pick_current()

    def _pick(self, index: QModelIndex) -> None:
        entry = self._entries.row_at(index)
        if entry is not None and not entry.head:
            self.picked.emit(entry.key)
