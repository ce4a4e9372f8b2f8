"""The calls before the latest, each with its counter."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ports.change_feed import Touch
from app.ports.rows import CallRow
from ui.board.phrases import around
from ui.board.state import RECENT_CALLS, BoardState, announcement
from ui.board.strokes import LARGE, SMALL, Piece, paint_line
from ui.theme import Look, look_of
from ui.words import Words

_HEAD, _MARGIN = 60, 28
_LOWER = 29  # from the middle of a row to the baseline of its number


class RecentCalls(QWidget):
    """Rows of number and counter. Out of touch the head says until when they hold, and they are dimmed."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._state = BoardState()

    def show_state(self, state: BoardState) -> None:
        """Show the recent calls of this state."""
        self._state = state
        calls = "; ".join(f"{call.number} {call.counter}" for call in self._calls())
        self.setAccessibleName(self._head())
        self.setAccessibleDescription(calls)
        self.update()

    def _is_old(self) -> bool:
        return self._state.touch is Touch.LOST

    def _calls(self) -> tuple[CallRow, ...]:
        """Out of touch the latest call is as old as the others and stands among them."""
        return self._state.calls[:RECENT_CALLS] if self._is_old() else self._state.recent

    def _head(self) -> str:
        if self._is_old() and self._state.now is not None:
            return self._words("board.recent.before", since=f"{self._state.now:%H:%M}")
        return self._words("board.recent.title")

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter, look)
        top = look.px(_HEAD)
        height = (self.height() - top) / RECENT_CALLS
        for place, call in enumerate(self._calls()):
            self._paint_call(painter, look, call, top + place * height, height)

    def _paint_head(self, painter: QPainter, look: Look) -> None:
        left, right = look.px(_MARGIN), self.width() - look.px(_MARGIN)
        title = (Piece(self._head(), SMALL, "text2", bold=False),)
        counter = (Piece(self._words("board.recent.counter"), SMALL, "text2", bold=False),)
        baseline = look.px(42)
        paint_line(painter, look, QPointF(left, baseline), (right - left) * 0.6, title)
        paint_line(painter, look, QPointF(right, baseline), (right - left) * 0.4, counter, right=True)
        self._paint_rule(painter, look, look.px(_HEAD))

    def _paint_call(self, painter: QPainter, look: Look, call: CallRow, top: float, height: float) -> None:
        left, right = look.px(_MARGIN), self.width() - look.px(_MARGIN)
        colour = "text1"
        if self._is_old():
            colour = "disabled"
        elif announcement(call) in self._state.fresh:
            colour = "accent"
        before, after = around(self._words, "board.recent.row", "counter")
        counter = (
            Piece(before, SMALL, "text2", bold=False),
            Piece(str(call.counter), LARGE, colour, before=10 if before else 0),
            Piece(after, SMALL, "text2", bold=False, before=10),
        )
        baseline = top + height / 2 + look.px(_LOWER)
        paint_line(
            painter, look, QPointF(left, baseline), (right - left) * 0.6, (Piece(call.number, LARGE, colour),)
        )
        paint_line(painter, look, QPointF(right, baseline), (right - left) * 0.4, counter, right=True)
        if top + height < self.height() - 1:
            self._paint_rule(painter, look, round(top + height))

    def _paint_rule(self, painter: QPainter, look: Look, y: int) -> None:
        painter.fillRect(0, y, self.width(), max(1, look.px(2)), look.colour("border"))
