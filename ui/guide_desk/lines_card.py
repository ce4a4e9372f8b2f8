"""The lines as they are now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ports.rows import LineRow
from ui.guide_desk.phrases import wait_text
from ui.guide_desk.state import GuideDeskState
from ui.models import Cell, Column, RowsModel
from ui.theme import STATUS_LOOKS, Status, look_of
from ui.widgets.card import Card, SectionHead
from ui.widgets.table import FIT, STRETCH, RowsTable
from ui.words import Words

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_OPEN = 3
"""The column of open counters."""


class LinesCard(Card):
    """Waiting people, expected minutes, open counters; a line that waits too long says so."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        columns = [
            Column[LineRow](
                words("guide_desk.lines.name"), lambda line: Cell(line.name, badge=line.prefix, tip=line.name)
            ),
            Column[LineRow](words("guide_desk.lines.waiting"), lambda line: Cell(str(line.waiting)), _RIGHT),
            Column[LineRow](words("guide_desk.lines.wait"), self._wait, _RIGHT),
            Column[LineRow](
                words("guide_desk.lines.open"), lambda line: Cell(str(line.open_counters)), _RIGHT
            ),
        ]
        self.model = RowsModel(columns, lambda line: line.prefix, self)
        self.table = RowsTable(self.model, (STRETCH, FIT, FIT, FIT), row_height=30)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.head = SectionHead(words("guide_desk.lines.title"), ruled=False)
        self.body.put(self.head)
        self.body.addWidget(self.table, 1)

    def _wait(self, line: LineRow) -> Cell:
        words, look = self._words, STATUS_LOOKS[Status.TOO_LONG]
        text = wait_text(words, line)
        if not line.too_long:
            return Cell(text, "text1" if line.open_counters else "text2")
        tip = words("guide_desk.lines.longest", minutes=line.longest_minutes or 0)
        too_long = words("guide_desk.lines.too_long", wait=text)
        return Cell(too_long, look.tone.value, icon=look.icon, tip=tip)

    def show_open(self, shown: bool) -> None:
        """Whether there is room for how many counters are open; a line that nobody serves says so anyway."""
        self.table.setColumnHidden(_OPEN, not shown)

    def wanted_height(self) -> int:
        """What all lines need, in px."""
        rows = self.model.rowCount() * self.table.verticalHeader().defaultSectionSize()
        return self.sizeHint().height() - self.table.sizeHint().height() + rows + look_of(self).px(30)

    def show_state(self, state: GuideDeskState) -> None:
        """Show the lines, that of the errand on the page marked."""
        self.model.set_rows(state.desk.lines if state.desk else ())
        errand = state.draft.errand
        if errand is not None and errand.row.line is not None:
            self.table.select(errand.row.line)
        else:
            self.table.clearSelection()
