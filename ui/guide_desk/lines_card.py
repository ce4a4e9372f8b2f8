"""The lines as they are now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ports.rows import LineRow
from ui.guide_desk.phrases import wait_text
from ui.guide_desk.state import GuideDeskState
from ui.models import Cell, Column, RowsModel
from ui.theme import STATUS_LOOKS, Look, Status, Type, look_of
from ui.widgets.card import Card, SectionHead
from ui.widgets.paint import text_width
from ui.widgets.table import STRETCH, RowsTable
from ui.words import Words

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WAIT, _NARROWEST, _PADDING = 110, 42, 16


def _width(head: str) -> int:
    """A column as wide as its head, in px at scale 1."""
    return max(_NARROWEST, text_width(Look().font(Type.CAPTION), head) + _PADDING)


class LinesCard(Card):
    """Waiting people, expected minutes, open counters; a line that waits too long says so."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        columns = [
            Column[LineRow](words("guide_desk.lines.name"), lambda line: Cell(line.name, badge=line.prefix)),
            Column[LineRow](words("guide_desk.lines.waiting"), lambda line: Cell(str(line.waiting)), _RIGHT),
            Column[LineRow](words("guide_desk.lines.wait"), self._wait, _RIGHT),
            Column[LineRow](
                words("guide_desk.lines.open"), lambda line: Cell(str(line.open_counters)), _RIGHT
            ),
        ]
        self.model = RowsModel(columns, lambda line: line.prefix, self)
        narrow = [_width(words(f"guide_desk.lines.{head}")) for head in ("waiting", "open")]
        self.table = RowsTable(self.model, (STRETCH, narrow[0], _WAIT, narrow[1] + 8), row_height=30)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.put(SectionHead(words("guide_desk.lines.title"), ruled=False))
        self.body.addWidget(self.table, 1)

    def _wait(self, line: LineRow) -> Cell:
        words, look = self._words, STATUS_LOOKS[Status.TOO_LONG]
        text = wait_text(words, line)
        if not line.too_long:
            return Cell(text, "text1" if line.open_counters else "text2")
        tip = words("guide_desk.lines.longest", minutes=line.longest_minutes or 0)
        too_long = words("guide_desk.lines.too_long", wait=text)
        return Cell(too_long, look.tone.value, icon=look.icon, tip=tip)

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
