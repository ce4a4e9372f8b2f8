"""Which look is in force: the program's, or the one pinned to a window that needs its own (the board)."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.look import Look, Type
from ui.theme.palette import palette_of
from ui.theme.stylesheet import stylesheet_of

_PINNED = "pinnedLook"


class ActiveLook(QObject):
    """The program's look. Widgets that measure themselves hear of a change through ``changed``."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.look = Look()

    def apply(self, look: Look) -> None:
        """Dress the whole program in ``look``, while it runs; the look it wears already costs nothing."""
        app, sheet = QApplication.instance(), stylesheet_of(look)
        assert isinstance(app, QApplication), "the application comes first"
        if look == self.look and app.styleSheet() == sheet:
            return
        self.look = look
        app.setFont(look.font(Type.BODY))
        app.setPalette(palette_of(look))
        app.setStyleSheet(sheet)
        self.changed.emit()


active = ActiveLook()


def pin_look(window: QWidget, look: Look) -> None:
    """Give one top-level window a look of its own, whatever the program wears."""
    window.setProperty(_PINNED, look)
    window.setPalette(palette_of(look))
    window.setStyleSheet(stylesheet_of(look))


def look_of(widget: QWidget) -> Look:
    """The look that ``widget`` is to paint itself in."""
    pinned = widget.window().property(_PINNED)
    return pinned if isinstance(pinned, Look) else active.look
