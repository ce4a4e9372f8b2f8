"""The latest call, large; its frame flashes for those who do not hear."""

from PySide6.QtCore import QPointF, QRect, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ports.change_feed import Touch
from app.ports.rows import CallRow
from ui.board.direction import arrow_and_words
from ui.board.phrases import around
from ui.board.state import BoardState
from ui.board.strokes import BODY, COUNTER, LARGE, NUMBER, Piece, line_width, paint_line
from ui.theme import STATUS_LOOKS, Look, Status, look_of, paint_icon
from ui.widgets.paint import rounded
from ui.words import Words

FLASH_MS = 500
"""Once a second, far below what could hurt people with photosensitive epilepsy (3 a second)."""

_FRAME, _FLASH_FRAME, _RADIUS, _INNER_RADIUS, _MARGIN = 10, 30, 18, 10, 56
_NUMBER_BASELINE, _COUNTER_BASELINE = 0.525, 0.895  # of the panel's height
_DIRECTION, _ARROW, _ARROW_AIR = 56, 210, 0.22  # the share of its box that is empty below an arrow


class CallPanel(QWidget):
    """Shows the latest call, that there is none, or that the board is out of touch."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._call: CallRow | None = None
        self._touch: Touch | None = None
        self._since = ""
        self._lit = False
        self._flash = QTimer(self)
        self._flash.setInterval(FLASH_MS)
        self._flash.timeout.connect(self._blink)

    def show_state(self, state: BoardState) -> None:
        """Show this state; a call that is fresh flashes until it no longer is."""
        self._call, self._touch = state.latest, state.touch
        self._since = f"{state.now:%H:%M}" if state.now else ""
        self._set_flashing(state.is_flashing and state.touch is not Touch.LOST)
        self.setAccessibleName(self._sentence())
        self.update()

    def is_flashing(self) -> bool:
        """Whether the frame flashes."""
        return self._flash.isActive()

    def _set_flashing(self, flashing: bool) -> None:
        if flashing and not self._flash.isActive():
            self._lit = True
            self._flash.start()
        elif not flashing:
            self._lit = False
            self._flash.stop()

    def _blink(self) -> None:
        self._lit = not self._lit
        self.update()

    def _sentence(self) -> str:
        if self._touch is Touch.LOST:
            return self._words("board.lost.title")
        if self._touch is None:
            return self._words("board.connecting.title")
        if self._call is None:
            return self._words("board.empty.title")
        return self._words("board.call.sentence", number=self._call.number, counter=self._call.counter)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._touch is Touch.LOST:
            self._paint_frame(painter, look, "danger")
            detail = self._words("board.lost.detail", since=self._since)
            icon = STATUS_LOOKS[Status.OUT_OF_TOUCH].icon
            self._paint_words(painter, look, icon, "danger", detail)
        elif self._call is None or self._touch is None:
            self._paint_frame(painter, look, "border")
            detail = self._words("board.empty.detail") if self._touch else ""
            self._paint_words(painter, look, "ticket", "accent", detail)
        else:
            self._paint_frame(painter, look, "accent")
            self._paint_call(painter, look, self._call)

    def _paint_frame(self, painter: QPainter, look: Look, colour: str) -> None:
        width = look.px(_FLASH_FRAME if self._lit else _FRAME)
        inside = self.rect().adjusted(width, width, -width, -width)
        rounded(painter, self.rect(), look.px(_RADIUS), look.colour(colour))
        rounded(painter, inside, look.px(_INNER_RADIUS), look.colour("surface"))

    def _paint_words(self, painter: QPainter, look: Look, icon: str, colour: str, detail: str) -> None:
        middle, side = self.height() / 2, look.px(150)
        box = QRect((self.width() - side) // 2, round(middle) - look.px(230), side, side)
        paint_icon(painter, box, icon, look.colour(colour))
        self._paint_centred(painter, look, middle + look.px(60), Piece(self._sentence(), 96))
        self._paint_centred(painter, look, middle + look.px(150), Piece(detail, 48, "text2", bold=False))

    def _paint_centred(self, painter: QPainter, look: Look, baseline: float, piece: Piece) -> None:
        room = self.width() - 2 * look.px(_MARGIN)
        left = (self.width() - min(room, line_width(look, (piece,)))) / 2
        paint_line(painter, look, QPointF(left, baseline), room, (piece,))

    def _paint_call(self, painter: QPainter, look: Look, call: CallRow) -> None:
        left, room = look.px(_MARGIN), self.width() - 2 * look.px(_MARGIN)
        before, after = around(self._words, "board.call.number", "number")
        number = (
            Piece(before, LARGE, "accent"),
            Piece(call.number, NUMBER, before=16),
            Piece(after, LARGE, "accent", before=24),
        )
        paint_line(painter, look, QPointF(left, self.height() * _NUMBER_BASELINE), room, number)
        baseline = self.height() * _COUNTER_BASELINE
        taken = self._paint_direction(painter, look, call.direction or "", baseline)
        before, after = around(self._words, "board.call.counter", "counter")
        counter = (
            Piece(before, LARGE, "accent"),
            Piece(str(call.counter), COUNTER, before=28),
            Piece(after, 100, before=36),
        )
        paint_line(painter, look, QPointF(left, baseline), room - taken, counter)

    def _paint_direction(self, painter: QPainter, look: Look, direction: str, baseline: float) -> float:
        """Paint arrow and words at the right; the width that is no longer free."""
        if not direction:
            return 0
        arrow, words = arrow_and_words(direction)
        piece = (Piece(words, _DIRECTION, "accent"),)
        width = min(line_width(look, piece), self.width() * 0.36)
        width = max(width, look.px(_ARROW) if arrow else 0)
        right = self.width() - look.px(_MARGIN)
        paint_line(painter, look, QPointF(right - width, baseline), width, piece)
        if arrow:
            side = look.px(_ARROW)
            top = round(baseline - look.px(_DIRECTION + 8) - side * (1 - _ARROW_AIR))
            box = QRect(round(right - width / 2 - side / 2), top, side, side)
            paint_icon(painter, box, f"{arrow}-bold", look.colour("accent"))
        return width + look.px(BODY)
