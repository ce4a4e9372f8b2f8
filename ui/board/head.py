"""The head of the board: the hall, whether the board is in touch with it, and the time."""

from PySide6.QtCore import QDate, QLocale, QPointF, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.clock import ClockGap
from app.ports.change_feed import Touch
from ui.board.state import BoardState
from ui.board.strokes import Piece, line_width, paint_line
from ui.shell import HallClock, clock_warning
from ui.theme import STATUS_LOOKS, Look, Status, look_of, paint_icon
from ui.words import Words

_MARGIN, _BASELINE, _TIME_BASELINE, _ICON = 56, 74, 81, 30


class BoardHead(QWidget):
    """Hall at the left; state, date and time at the right. The time is the hall's."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._state = BoardState()
        self._clock: HallClock | None = None
        self._gap: ClockGap | None = None

    def show_clock(self, gap: ClockGap) -> None:
        """Say so when this machine's clock is off; people read the hall's time all the same."""
        self._gap = gap if gap.is_too_large else None
        self.setAccessibleDescription(self._touch_words())
        self.update()

    def show_state(self, state: BoardState) -> None:
        """Show this state; the clock goes on by itself between two readings."""
        if state.now is not None and state.now != self._state.now:
            self._set_clock(state)
        self._state = state
        self.setAccessibleName(state.hall)
        self.setAccessibleDescription(self._touch_words())
        self.update()

    def _set_clock(self, state: BoardState) -> None:
        assert state.now is not None
        if self._clock is None:
            self._clock = HallClock(state.now, parent=self)
            self._clock.ticked.connect(self.update)
        else:
            self._clock.set(state.now)

    def _touch_words(self) -> str:
        match self._state.touch:
            case Touch.CONNECTED if self._gap is not None:
                return clock_warning(self._gap, self._words)
            case Touch.CONNECTED:
                return self._words("board.touch.connected")
            case Touch.LOST:
                return self._words("board.touch.lost")
            case None:
                return self._words("board.touch.connecting")

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("surface2"))
        right = self._paint_time(painter, look) - look.px(52)
        right = self._paint_touch(painter, look, right) - look.px(40)
        left = look.px(_MARGIN)
        hall = (Piece(self._state.hall, 48),)
        paint_line(painter, look, QPointF(left, look.px(_BASELINE)), right - left, hall, may_be_cut=True)

    def _paint_time(self, painter: QPainter, look: Look) -> float:
        """Date and time, ending at the right; where they begin."""
        right: float = self.width() - look.px(_MARGIN)
        if self._clock is None:
            return right
        now = self._clock.now()
        locale = QLocale(self._words("shell.locale"))
        date = locale.toString(QDate(now.year, now.month, now.day), self._words("board.date_pattern"))
        time = (Piece(f"{now:%H:%M}", 64),)
        paint_line(painter, look, QPointF(right, look.px(_TIME_BASELINE)), self.width() / 2, time, right=True)
        right -= line_width(look, time) + look.px(30)
        day = (Piece(date, 40, "text2", bold=False),)
        paint_line(painter, look, QPointF(right, look.px(_BASELINE)), self.width() / 2, day, right=True)
        return right - line_width(look, day)

    def _paint_touch(self, painter: QPainter, look: Look, right: float) -> float:
        """Icon and word of the connection, ending at ``right``; where they begin."""
        lost = self._state.touch is Touch.LOST
        in_touch = Status.CONNECTED if self._gap is None else Status.TOO_LONG
        status = STATUS_LOOKS[Status.OUT_OF_TOUCH if lost else in_touch]
        colour = status.tone.value if self._state.touch else "text2"
        icon = status.icon if self._state.touch else "circle-dashed"
        piece = (Piece(self._touch_words(), 34, colour, bold=lost),)
        paint_line(painter, look, QPointF(right, look.px(_BASELINE - 6)), self.width() / 3, piece, right=True)
        side = look.px(_ICON)
        left = right - line_width(look, piece) - look.px(16) - side
        paint_icon(
            painter, QRect(round(left), look.px(_BASELINE - 32), side, side), icon, look.colour(colour)
        )
        return left
