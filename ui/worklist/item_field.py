"""The field in which the item of something new is found."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ports.rows import ItemRow
from ui.dialogs.entries import BorderedList
from ui.theme import Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.entry import Entry
from ui.widgets.layouts import column, row
from ui.widgets.search_box import SearchBox
from ui.widgets.text import ElidedText
from ui.words import Words
from ui.worklist.items import ChosenItem


class ItemField(QWidget):
    """``searched(text)`` while one types; what was found stands below. ``chosen(code)``, ``cleared``.

    ``clear`` names the way to choose none again.
    """

    searched = Signal(str)
    chosen = Signal(str)
    cleared = Signal()

    def __init__(self, words: Words, clear: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox(words, words("worklist.item.search"), dense=True)
        self.found = BorderedList()
        self._item = QWidget()
        self._name = ElidedText("", Type.BODY, bold=True)
        self.clear_button = ActionButton(clear, icon="x", kind=Kind.QUIET, size=Size.INLINE)
        line = row(self._item, margins=(0, 4, 0, 4), gap=8)
        line.addWidget(self._name, 1)
        line.put(self.clear_button)
        column(self, gap=4).put(self._item, self.search, self.found)
        self.found.hide()
        self._item.hide()
        self.setFocusProxy(self.search)
        self._listen()

    def _listen(self) -> None:
        self.search.searched.connect(self.searched)
        self.search.moved.connect(self.found.move)
        self.search.picked.connect(self.found.pick_current)
        self.found.picked.connect(lambda key: self.chosen.emit(str(key)))
        self.clear_button.clicked.connect(self.cleared)

    def show_item(self, item: ChosenItem | None, found: tuple[ItemRow, ...]) -> None:
        """Show the chosen item, or the search for one."""
        self._item.setVisible(item is not None)
        self.search.setVisible(item is None)
        if item is not None:
            self._name.setText(f"{item.code}  {item.name}")
            self.search.edit.blockSignals(True)
            self.search.clear()
            self.search.edit.blockSignals(False)
        self.found.show_entries([Entry(row.code, row.name, trailing=row.code) for row in found])
        if found and self.found.current_key() is None:
            self.found.move(1)
        self.found.setVisible(bool(found))
        self.found.updateGeometry()
