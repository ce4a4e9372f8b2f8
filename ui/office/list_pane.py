"""The list behind a figure: what was counted, whether it counts, and why."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.five_ones import Figure
from app.ports.figures_report import why
from app.ports.rows import CountedRow
from ui.models import Cell, Column, RowsModel
from ui.office.state import LISTED, Listing
from ui.theme import STATUS_LOOKS, Status, Type, active, look_of
from ui.widgets.button import ActionButton
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.layouts import FlowLayout, column
from ui.widgets.table import STRETCH, RowsTable
from ui.widgets.text import Text
from ui.words import Words

_WIDTHS = (150, 100, STRETCH, 130, 70, 140, 250)
_DEPARTMENT, _COUNTER = 3, 4
_LINE, _WIDE = 32, 1000
"""Px at scale 1: of the buttons' line, and from which there is room for department and counter."""
_ALL, _MISSED = "all", "missed"

_Numbered = tuple[int, Figure, CountedRow]
"""A row with its place: two people without a number may have asked for the same."""


class ListPane(QWidget):
    """``closed`` to go back to the parts, ``missed_only(bool)`` to list only what does not count."""

    closed = Signal()
    missed_only = Signal(bool)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.back = ActionButton(words("office.list.back"), icon="arrow-left", key="Esc")
        self.choice = SegmentedChoice(
            [Option(key, words(f"office.list.{key}")) for key in (_ALL, _MISSED)], segment_width=88
        )
        self._said = Text("", Type.DETAIL, "text2")
        self._model: RowsModel[_Numbered] = RowsModel(self._columns(), lambda row: row[0], self)
        self.table = RowsTable(self._model, _WIDTHS)
        self.table.setAccessibleName(words("five_ones.list"))
        self._said.setMinimumHeight(active.look.px(_LINE))
        bar = QWidget()
        flow = FlowLayout(bar, gap=12)
        for part in (self.back, self.choice, self._said):
            flow.addWidget(part)
        page = column(self, margins=(0, 0, 0, 0), gap=8)
        inset = column(margins=(16, 0, 16, 0))
        page.addLayout(inset.put(bar))
        page.addWidget(self.table, 1)
        self.back.clicked.connect(self.closed)
        self.choice.chosen.connect(lambda key: self.missed_only.emit(key == _MISSED))

    def show_list(self, listing: Listing) -> None:
        """Show it; while it is read, that."""
        rows = listing.rows or ()
        self.choice.show_value(_MISSED if listing.missed_only else _ALL)
        self._model.set_rows([(at, listing.figure, row) for at, row in enumerate(rows)])
        code = "more" if listing.more else "count"
        if listing.rows is None:
            code = "reading"
        self._said.setText(self._words(f"office.list.{code}", count=len(rows), most=LISTED))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < look_of(self).px(_WIDE)
        for section in (_DEPARTMENT, _COUNTER):
            self.table.setColumnHidden(section, narrow)

    def _columns(self) -> list[Column[_Numbered]]:
        words = self._words

        def head(name: str) -> str:
            return words(f"five_ones.column.{name}")

        return [
            Column(head("number"), lambda r: Cell(r[2].number or words("five_ones.no_number"))),
            Column(head("day"), lambda r: Cell(r[2].day.isoformat())),
            Column(head("item"), lambda r: Cell(r[2].item_name or r[2].item)),
            Column(head("department"), lambda r: Cell(r[2].department)),
            Column(head("counter"), lambda r: Cell("" if r[2].counter is None else str(r[2].counter))),
            Column(head("counts"), self._counts),
            Column(head("why"), lambda r: Cell(words(why(r[1], r[2])), tone="text2")),
        ]

    def _counts(self, numbered: _Numbered) -> Cell:
        counts = numbered[2].counts
        look = STATUS_LOOKS[Status.COMPLETE if counts else Status.MISSING]
        text = self._words("five_ones.counts" if counts else "five_ones.counts_not")
        return Cell(text, tone=look.tone.value, icon=look.icon)
