"""What takes longer than 0.2 s shows that it is working; what takes longer than 1 s can be cancelled."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Type, look_of
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Size
from ui.widgets.layouts import row
from ui.widgets.text import ElidedText
from ui.words import Words

SHOW_AFTER_MS = 200
CANCEL_AFTER_MS = 1000
_FRAME_MS = 60


class Spinner(QWidget):
    """An arc that turns while it is in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._angle = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._turn)

    def sizeHint(self) -> QSize:
        side = look_of(self).px(16)
        return QSize(side, side)

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def _turn(self) -> None:
        self._angle = (self._angle + 30) % 360
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = look_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(look.colour("border"), 2))
        painter.drawEllipse(box)
        painter.setPen(QPen(look.colour("accent"), 2, c=Qt.PenCapStyle.RoundCap))
        painter.drawArc(box, -self._angle * 16, 100 * 16)


class ProgressHint(QWidget):
    """``begin`` and ``end`` bracket the work; ``cancelled`` tells that a person gave up waiting."""

    cancelled = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = words
        self._text = ElidedText("", Type.DETAIL, "text2", growing=False)
        self._cancel = ActionButton(words("shell.progress.cancel"), size=Size.INLINE)
        row(self, margins=(4, 0, 4, 0), gap=8).put(Spinner(), self._text, self._cancel, None)
        self._show_timer = self._after(SHOW_AFTER_MS, self.show)
        self._cancel_timer = self._after(CANCEL_AFTER_MS, self._cancel.show)
        self._cancel.clicked.connect(self._gave_up)
        self.hide()

    @property
    def is_under_way(self) -> bool:
        """Whether work has begun that has not ended, shown already or not."""
        return self._show_timer.isActive() or not self.isHidden()

    def begin(self, text: str = "", *, cancellable: bool = True) -> None:
        """Work has begun; the hint shows itself only when it takes long enough to notice."""
        self._text.setText(text or self._words("shell.progress.working"))
        self._cancel.hide()
        self._show_timer.start()
        if cancellable:
            self._cancel_timer.start()

    def end(self) -> None:
        """Work has ended, well or not."""
        self._show_timer.stop()
        self._cancel_timer.stop()
        self.hide()

    def _gave_up(self) -> None:
        self.end()
        self.cancelled.emit()

    def _after(self, milliseconds: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer
