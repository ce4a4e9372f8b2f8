"""The guide desk's window: the station's frame, the places in its header, the room in the middle."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.guide_desk.state import Pane
from ui.guide_desk.view import GuideDeskView
from ui.shell import HallClock, Navigation, Place, StationWindow
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.words import Words

_TYPING = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class GuideDeskWindow(StationWindow):
    """``went(pane)`` when a person goes to one of the places, ``left`` when somebody else is to work here."""

    went = Signal(str)
    left = Signal()

    def __init__(self, words: Words, clock: HallClock) -> None:
        super().__init__(words, clock)
        self.setWindowTitle(words("guide_desk.station"))
        self.view = GuideDeskView(words)
        navigation = Navigation(
            (
                Place(Pane.TICKET, words("guide_desk.nav.ticket"), "ticket"),
                Place(Pane.FIND, words("guide_desk.nav.find"), "qr-code", "F3"),
                Place(Pane.EXCEPTION, words("guide_desk.nav.exception"), "flag", "F10"),
            )
        )
        navigation.show_place(Pane.TICKET)
        navigation.went.connect(self.went)
        self.view.moved.connect(navigation.show_place)
        self.header.left.put(navigation)
        self._navigation = navigation
        self._leave = ActionButton(
            words("guide_desk.sign_out"), icon="swap", kind=Kind.TEXT, size=Size.INLINE
        )
        self._leave.clicked.connect(self.left)
        self.header.right.put(self._leave)
        self.view.signed_in.connect(self._show_person)
        self._show_person("")
        self.set_body(self.view.widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isalpha() and event.modifiers() in _TYPING:
            self.view.search_for(event.text())
        else:
            super().keyPressEvent(event)

    def _show_person(self, name: str) -> None:
        self.header.show_user(name)
        for part in (self._navigation, self._leave):
            part.setVisible(bool(name))
