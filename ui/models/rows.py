"""A table of rows with an id. New rows are compared with old ones, so that selection and scroll survive."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.models.changes import keepers

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
CELL_ROLE = ROW_ROLE + 1
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows; ``tone`` is a colour token, ``badge`` the letter of a line in a square before the text."""

    text: str
    tone: str = "text1"
    bold: bool = False
    icon: str = ""
    badge: str = ""
    tip: str = ""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its head, what it shows of a row, and how that is aligned."""

    title: str
    cell: Callable[[Row], Cell]
    align: Qt.AlignmentFlag = _LEFT


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows of any type; ``key`` gives a row's id, equal rows show the same."""

    def __init__(
        self, columns: Sequence[Column[Row]], key: Callable[[Row], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns, self._key = tuple(columns), key
        self._rows: list[Row] = []
        self._loaded = False

    def rows(self) -> tuple[Row, ...]:
        """All rows in order."""
        return tuple(self._rows)

    def row_at(self, index: Index) -> Row | None:
        """The row of an index, None for none."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, key: Hashable) -> QModelIndex:
        """The index of the row with this id; an invalid one when it is gone."""
        for at, row in enumerate(self._rows):
            if self._key(row) == key:
                return self.index(at, 0)
        return QModelIndex()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows. Only what differs is signalled; ids must be unique (ValueError)."""
        new = list(rows)
        if len({self._key(row) for row in new}) != len(new):
            raise ValueError("row ids must be unique")
        if not self._loaded:
            self._load(new)
            return
        self._remove_gone(new)
        self._place(new)
        self._write(new)

    def _load(self, new: list[Row]) -> None:
        self.beginResetModel()
        self._rows, self._loaded = new, True
        self.endResetModel()

    def _remove_gone(self, new: list[Row]) -> None:
        wanted = {self._key(row) for row in new}
        last = len(self._rows) - 1
        while last >= 0:
            if self._key(self._rows[last]) in wanted:
                last -= 1
                continue
            first = last
            while first > 0 and self._key(self._rows[first - 1]) not in wanted:
                first -= 1
            self.beginRemoveRows(_NO_INDEX, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _place(self, new: list[Row]) -> None:
        """Bring rows into the new order: keepers stay, the others are moved or put in between them."""
        old_keys = [self._key(row) for row in self._rows]
        kept, known = keepers(old_keys, [self._key(row) for row in new]), set(old_keys)
        at = 0  # rows before it are in place, or wait there to be moved further down
        for row in new:
            key = self._key(row)
            if key in kept:
                at = self._find(key, at) + 1
            elif key in known:
                at = self._move(self._find(key, 0), at)
            else:
                self._insert(row, at)
                at += 1

    def _find(self, key: Hashable, start: int) -> int:
        return next(i for i in range(start, len(self._rows)) if self._key(self._rows[i]) == key)

    def _move(self, source: int, to: int) -> int:
        """Move a row to just before ``to``; the place after it then."""
        if source not in (to - 1, to):
            self.beginMoveRows(_NO_INDEX, source, source, _NO_INDEX, to)
            row = self._rows.pop(source)
            self._rows.insert(to if source > to else to - 1, row)
            self.endMoveRows()
        return to + 1 if source >= to else to

    def _insert(self, row: Row, at: int) -> None:
        self.beginInsertRows(_NO_INDEX, at, at)
        self._rows.insert(at, row)
        self.endInsertRows()

    def _write(self, new: list[Row]) -> None:
        for at, row in enumerate(new):
            if self._rows[at] != row:
                self._rows[at] = row
                self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return self._columns[section].align if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.cell(row).text
            case Qt.ItemDataRole.ToolTipRole:
                return column.cell(row).tip or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.align
            case _:
                return row if role == ROW_ROLE else column.cell(row) if role == CELL_ROLE else None
