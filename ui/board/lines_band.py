"""The lines: how many people wait, and about how long."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ports.change_feed import Touch
from app.ports.rows import LineRow
from ui.board.phrases import around
from ui.board.state import LINES_A_PAGE, BoardState
from ui.board.strokes import BODY, LARGE, SMALL, Piece, paint_line
from ui.theme import Look, look_of
from ui.words import Words

_MARGIN, _EDGE, _DOT = 30, 56, 14
_NAME, _WAITING, _WAIT = 62, 142, 200  # baselines


class LinesBand(QWidget):
    """One page of lines side by side; dots say that there are more pages."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._state = BoardState()

    def show_state(self, state: BoardState) -> None:
        """Show the page of lines of this state."""
        self._state = state
        lines = state.lines_shown
        self.setAccessibleName(self._words("board.lines.title"))
        self.setAccessibleDescription("; ".join(f"{x.prefix} {x.name} {x.waiting}" for x in lines))
        self.update()

    def _is_old(self) -> bool:
        return self._state.touch is Touch.LOST

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("surface2"))
        lines = self._state.lines_shown
        columns = LINES_A_PAGE if self._state.pages > 1 else max(3, len(lines))
        width = self.width() / columns
        for column, line in enumerate(lines):
            edges = (_EDGE if column == 0 else _MARGIN, _EDGE if column == columns - 1 else _MARGIN)
            self._paint_line(painter, look, line, column * width, width, edges)
        if self._state.pages > 1:
            self._paint_pages(painter, look)

    def _paint_line(
        self, painter: QPainter, look: Look, line: LineRow, left: float, width: float, edges: tuple[int, int]
    ) -> None:
        if left > 0:
            painter.fillRect(round(left), 0, max(1, look.px(2)), self.height(), look.colour("border"))
        x = left + look.px(edges[0])
        room = left + width - look.px(edges[1]) - x
        colour = "disabled" if self._is_old() else "text1"
        name = (Piece(f"{line.prefix} {line.name}", BODY, colour),)
        paint_line(painter, look, QPointF(x, look.px(_NAME)), room, name, may_be_cut=True)
        paint_line(painter, look, QPointF(x, look.px(_WAITING)), room, self._waiting(line))
        wait = (Piece(self._wait(line), SMALL, "text2", bold=False),)
        paint_line(painter, look, QPointF(x, look.px(_WAIT)), room, wait)

    def _waiting(self, line: LineRow) -> tuple[Piece, ...]:
        if self._is_old():
            return (Piece("–", LARGE, "disabled"),)
        before, after = around(self._words, "board.lines.waiting", "people")
        return (
            Piece(before, SMALL, "text2", bold=False),
            Piece(str(line.waiting), LARGE, before=12 if before else 0),
            Piece(after, SMALL, "text2", bold=False, before=12),
        )

    def _wait(self, line: LineRow) -> str:
        if self._is_old():
            return ""
        if line.wait_minutes is None:
            return self._words("board.lines.unknown" if line.open_counters else "board.lines.nobody")
        low, high = line.wait_minutes
        if high == 0:
            return self._words("board.lines.at_once")
        if low == high:
            return self._words("board.lines.wait_one", minutes=high)
        return self._words("board.lines.wait", low=low, high=high)

    def _paint_pages(self, painter: QPainter, look: Look) -> None:
        """A dot for each page, the one in sight in the accent's colour."""
        side, x = look.px(_DOT), self.width() - look.px(20)
        top = self.height() / 2 - look.px(_DOT * 2) * self._state.pages / 2
        for page in range(self._state.pages):
            here = page == self._state.page
            painter.setBrush(look.colour("accent" if here else "border"))
            painter.setPen(look.colour("surface2"))
            painter.drawEllipse(QPointF(x, top + look.px(_DOT * 2) * (page + 0.5)), side / 2, side / 2)
