"""The focus ring: 2 px of accent, 2 px away from the control that the keyboard is on."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from ui.theme import look_of
from ui.widgets.paint import rounded

_WANTED = "focusRing"
_AWAY = 4  # 2 px gap and 2 px of ring
_FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ZOrderChange,
    QEvent.Type.ParentChange,
)


def wants_focus_ring(widget: QWidget) -> None:
    """Mark a control that shows its focus by the ring; inputs show it by their border instead."""
    widget.setProperty(_WANTED, True)


class FocusRing(QWidget):
    """One ring for the whole program. Who points with the mouse sees it from the next key on.

    It lies on the window, above everything, so that no tight parent cuts it off; only what scrolls does.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._control: QWidget | None = None
        self._followed: list[QWidget] = []
        self._by_keys = False
        self._whole = QRect()
        app.focusChanged.connect(self._focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._follow()
        elif event.type() == QEvent.Type.KeyPress and not self._by_keys:
            self._by_keys = True
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        rounded(QPainter(self), self._whole, look.px(6), None, look.colour("accent"), 2)

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is not None and new.property(_WANTED) and not new.isWindow():
            self._control = new
            self._by_keys = QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
            self._follow()

    def _leave(self) -> None:
        self._watch([])
        self._control = None
        self.hide()
        self.setParent(None)

    def _watch(self, widgets: list[QWidget]) -> None:
        """Hear of what moves these; one that is going already is not spoken to."""
        if widgets != self._followed:
            for widget in filter(isValid, self._followed):
                widget.removeEventFilter(self)
            for widget in widgets:
                widget.installEventFilter(self)
            self._followed = widgets

    def _follow(self) -> None:
        control = self._control
        if control is None or not isValid(control):
            return
        self._watch([control, *_parents(control)])
        shown = _shown(control) if self._by_keys and control.isVisible() else QRect()
        if shown.isEmpty():
            self.hide()
            return
        if self.parentWidget() is not control.window():
            self.setParent(control.window())
        self._whole = _around(control).translated(-shown.topLeft())
        self.setGeometry(shown)
        self.raise_()
        self.show()
        self.update()


def _parents(control: QWidget) -> Iterator[QWidget]:
    """The parents of a control within its window; what moves one of them moves the control."""
    parent = control.parentWidget()
    while parent is not None and not parent.isWindow():
        yield parent
        parent = parent.parentWidget()


def _around(control: QWidget) -> QRect:
    """Where the ring of a control lies in its window."""
    at = control.mapTo(control.window(), QPoint(0, 0))
    return QRect(at, control.size()).adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)


def _shown(control: QWidget) -> QRect:
    """As much of the ring as is not scrolled away."""
    shown = _around(control)
    for parent in _parents(control):
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            shown &= _around(parent)
    return shown
