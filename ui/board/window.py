"""The board's window: four parts that grow with the screen."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.clock import ClockGap
from ui.board.call_panel import CallPanel
from ui.board.head import BoardHead
from ui.board.lines_band import LinesBand
from ui.board.recent_calls import RecentCalls
from ui.board.state import BoardState
from ui.theme import BOARD, Look, look_of, pin_look
from ui.widgets.public_window import PublicWindow
from ui.words import Words

DESIGN = QSize(1920, 1080)
_HEAD, _BAND, _GAP, _PANEL = 112, 224, 28, 0.595


class BoardWindow(PublicWindow):
    """Full screen with F11, back with Esc; full screen there is no pointer."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("board.title"), parent)
        self._scale = 0.0
        self.head = BoardHead(words, self)
        self.call = CallPanel(words, self)
        self.recent = RecentCalls(words, self)
        self.lines = LinesBand(words, self)

    def show_state(self, state: BoardState) -> None:
        """Show a state in all four parts."""
        for part in (self.head, self.call, self.recent, self.lines):
            part.show_state(state)

    def show_clock(self, gap: ClockGap) -> None:
        """Say in the head when this machine's clock is off."""
        self.head.show_clock(gap)

    def sizeHint(self) -> QSize:
        return DESIGN * (2 / 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._put_scale_on()
        self._arrange()
        hidden = Qt.CursorShape.BlankCursor if self.isFullScreen() else Qt.CursorShape.ArrowCursor
        self.setCursor(hidden)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), look_of(self).colour("bg"))

    def _put_scale_on(self) -> None:
        scale = min(self.width() / DESIGN.width(), self.height() / DESIGN.height())
        if scale != self._scale:
            self._scale = scale
            pin_look(self, Look(BOARD, scale))

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        head, band, gap = (round(part * self._scale) for part in (_HEAD, _BAND, _GAP))
        self.head.setGeometry(0, 0, width, head)
        self.lines.setGeometry(0, height - band, width, band)
        middle = QRect(QPoint(gap, head + gap), QPoint(width - gap - 1, height - band - gap - 1))
        panel = round((middle.width() - gap) * _PANEL)
        self.call.setGeometry(middle.x(), middle.y(), panel, middle.height())
        left = middle.x() + panel + gap
        self.recent.setGeometry(left, middle.y(), middle.right() + 1 - left, middle.height())
