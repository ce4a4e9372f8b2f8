"""What the charts of a figure's parts have in common: one part at hand, by mouse or by keys, and its list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.ports.drawn import DrawnPart
from ui.widgets.focus_ring import wants_focus_ring
from ui.widgets.keys import ENTER
from ui.words import Words

_TAKING = (*ENTER, Qt.Key.Key_Space)
NONE = -1


class Chart(QWidget):
    """Arrows, Home and End go from part to part; Enter or a click opens what stands behind one: ``picked(row)``.

    ``moved(box)`` tells where the part at hand is, so that it can be scrolled into sight.
    """

    picked = Signal(object)
    moved = Signal(QRect)
    back, on = Qt.Key.Key_Up, Qt.Key.Key_Down

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.parts: tuple[DrawnPart[Any], ...] = ()
        self._subject: object = None
        self.at = NONE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        wants_focus_ring(self)

    def show_parts(self, parts: Sequence[DrawnPart[Any]], subject: object) -> None:
        """Show a figure's parts, in the order in which they are drawn; the one at hand stays at hand.

        ``subject`` tells one figure and one way to part it from the others.
        """
        here = self.parts[self.at].key if self.at != NONE else None
        same = subject == self._subject
        self.parts, self._subject = tuple(parts), subject
        keys = [part.key for part in self.parts]
        self.at = keys.index(here) if same and here in keys else NONE
        self.setAccessibleDescription("\n".join(self.said(at) for at in range(len(self.parts))))
        self._name()
        self.updateGeometry()
        self.update()

    def box_of(self, at: int) -> QRect:
        """Where a part is drawn."""
        raise NotImplementedError

    def words_of(self, at: int) -> tuple[str, str, str]:
        """How a part is called, what its bar says, and of how many."""
        part = self.parts[at]
        return self.words(part.name), self.words(part.value), self.words(part.counts)

    def said(self, at: int) -> str:
        """A part in words."""
        return " ".join(self.words_of(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.parts) - 1
        steps = {
            self.back: max(self.at - 1, 0),
            self.on: min(self.at + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in steps and self.parts:
            self._go(steps[Qt.Key(event.key())])
            self.moved.emit(self.box_of(self.at))
        elif event.key() in _TAKING and self.at != NONE and not event.isAutoRepeat():
            self._pick()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.at == NONE and self.parts and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._go(0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._point(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and self._has(event.position().toPoint()):
            self._pick()

    def _point(self, point: QPoint) -> None:
        at = next((at for at in range(len(self.parts)) if self.box_of(at).contains(point)), NONE)
        self.setCursor(Qt.CursorShape.PointingHandCursor if at != NONE else Qt.CursorShape.ArrowCursor)
        if at != NONE:
            self._go(at)

    def _has(self, point: QPoint) -> bool:
        return self.at != NONE and self.box_of(self.at).contains(point)

    def _go(self, at: int) -> None:
        if at != self.at:
            self.at = at
            self._name()
            self.update()

    def _pick(self) -> None:
        part = self.parts[self.at]
        if part.length is not None:
            self.picked.emit(part.row)

    def _name(self) -> None:
        """A reader of the screen says what is at hand."""
        self.setAccessibleName(self.said(self.at) if self.at != NONE else self.words("office.chart"))
