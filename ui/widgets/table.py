"""Tables: dense rows on rules, whole rows selected, keyboard first."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.models import RowsModel
from ui.theme import Type, active, look_of
from ui.widgets.cell_delegate import CellDelegate, padding
from ui.widgets.keys import ENTER
from ui.widgets.paint import text_width

STRETCH = 0
"""As a column's width: takes what the others leave."""
FIT = -1
"""As a column's width: as wide as what stands in it."""

_MODES = {STRETCH: QHeaderView.ResizeMode.Stretch, FIT: QHeaderView.ResizeMode.ResizeToContents}


class _Head(QHeaderView):
    """Heads need the room of their words; Qt would add some for what can be sorted."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setMinimumSectionSize(0)

    def sectionSizeFromContents(self, section: int) -> QSize:
        look = look_of(self)
        title = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        left, right = padding(look, self._table, section)
        return QSize(left + text_width(look.font(Type.CAPTION), str(title)) + 1 + right, look.px(28))


class RowsTable(QTableView):
    """Shows a ``RowsModel``; ``row_chosen(row)`` for Enter or double click, ``row_selected(row)`` as one moves."""

    row_chosen = Signal(object)
    row_selected = Signal(object)

    def __init__(
        self,
        model: RowsModel[Any],
        widths: Sequence[int],
        *,
        row_height: int = 36,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows, self._widths, self._row_height = model, tuple(widths), row_height
        self.setModel(model)
        self.setHorizontalHeader(_Head(self))
        self.setItemDelegate(CellDelegate(self))
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self._measure()
        active.changed.connect(self._measure)
        self.doubleClicked.connect(lambda index: self.row_chosen.emit(model.row_at(index)))

    def select(self, key: Hashable) -> None:
        """Select the row with this id."""
        index = self._rows.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self.row_selected.emit(self._rows.row_at(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._rows.row_at(self.currentIndex())
        if event.key() in ENTER and row is not None:
            if not event.isAutoRepeat():
                self.row_chosen.emit(row)
            return
        super().keyPressEvent(event)

    def _measure(self) -> None:
        look, header = look_of(self), self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(look.px(self._row_height))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFixedHeight(look.px(28))
        for section, width in enumerate(self._widths):
            header.setSectionResizeMode(section, _MODES.get(width, QHeaderView.ResizeMode.Fixed))
            if width not in _MODES:
                header.resizeSection(section, look.px(width))
