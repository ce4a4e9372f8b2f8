"""The focus ring: 2 px of accent, 2 px away from the control that the keyboard is on."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

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
)


def wants_focus_ring(widget: QWidget) -> None:
    """Mark a control that shows its focus by the ring; inputs show it by their border instead."""
    widget.setProperty(_WANTED, True)


class FocusRing(QWidget):
    """One ring for the whole program; it lies beside the focused control, so it scrolls and hides with it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._control: QWidget | None = None
        app.focusChanged.connect(self._focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._control:
            if event.type() in _FOLLOWED:
                self._follow()
            elif event.type() == QEvent.Type.Destroy or event.type() == QEvent.Type.ParentAboutToChange:
                self._leave()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self)
        rounded(QPainter(self), self.rect(), look.px(6), None, look.colour("accent"), 2)

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is not None and new.property(_WANTED) and new.parentWidget() is not None:
            self._control = new
            new.installEventFilter(self)
            self._follow()

    def _leave(self) -> None:
        if self._control is not None:
            self._control.removeEventFilter(self)
        self._control = None
        self.hide()
        self.setParent(None)

    def _follow(self) -> None:
        control = self._control
        if control is None or not control.isVisible():
            self.hide()
            return
        parent = control.parentWidget()
        if self.parentWidget() is not parent:
            self.setParent(parent)
        self.setGeometry(self._around(control))
        self.raise_()
        self.show()

    @staticmethod
    def _around(control: QWidget) -> QRect:
        return control.geometry().adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)
