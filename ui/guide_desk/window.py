"""The guide desk's window: the station's frame, the places in its header, the room in the middle."""

from PySide6.QtCore import Signal

from ui.guide_desk.state import Pane
from ui.guide_desk.view import GuideDeskView
from ui.shell import HallClock, Navigation, Place, StationWindow
from ui.words import Words


class GuideDeskWindow(StationWindow):
    """``went(pane)`` when a person goes to one of the places."""

    went = Signal(str)

    def __init__(self, words: Words, clock: HallClock) -> None:
        super().__init__(words, clock)
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
        self.set_body(self.view.widget)
        self.view.focus_search()
