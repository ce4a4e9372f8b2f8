"""Rows that hold widgets, such as buttons: one below the other, kept while they stay, scrolled where they are many."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.theme import look_of
from ui.widgets.layouts import column

Row = TypeVar("Row")


class ListRow(QFrame, Generic[Row]):
    """One row of a stack, on a rule; ``height`` px at scale 1 is its least."""

    def __init__(self, height: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_row(self, row: Row) -> None:
        """Show another state of the row."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(look_of(self).px(self._height), hint.height()))


class RowStack(QScrollArea, Generic[Row]):
    """``show_rows(rows)``: a widget stays with its row, so that focus and what is open in it survive.

    ``make(row)`` makes the widget of a new row; ``key(row)`` is its id.
    """

    def __init__(
        self,
        make: Callable[[Row], ListRow[Row]],
        key: Callable[[Row], Hashable],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._key = make, key
        self._widgets: dict[Hashable, ListRow[Row]] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._rows = column(inside)
        self._rows.addStretch(1)
        self.setWidget(inside)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows in this order."""
        wanted = {self._key(row) for row in rows}
        for key in [key for key in self._widgets if key not in wanted]:
            self._drop(key)
        for at, row in enumerate(rows):
            self._place(at, row)
        self.updateGeometry()

    def row_widgets(self) -> tuple[ListRow[Any], ...]:
        """The widgets in order."""
        items = (self._rows.itemAt(at) for at in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(widget for widget in widgets if isinstance(widget, ListRow))

    def _place(self, at: int, row: Row) -> None:
        key = self._key(row)
        widget = self._widgets.get(key)
        if widget is None:
            widget = self._widgets[key] = self._make(row)
            self._rows.insertWidget(at, widget)
        elif self._rows.indexOf(widget) != at:
            self._rows.removeWidget(widget)
            self._rows.insertWidget(at, widget)
        widget.show_row(row)

    def _drop(self, key: Hashable) -> None:
        widget = self._widgets.pop(key)
        self._rows.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def content_height(self) -> int:
        """How tall all rows are together, in px."""
        return sum(widget.sizeHint().height() for widget in self._widgets.values())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.content_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
