"""The window of a station: header, messages, the room, F-keys where it has any, and the status line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.clock import ClockGap
from app.domain.message import Message
from app.ports.change_feed import Touch
from ui.shell.clock import HallClock
from ui.shell.clock_gap import clock_fact
from ui.shell.connection import Connection, connection_fact
from ui.shell.header import Header
from ui.shell.status_line import StatusLine
from ui.theme import STATUS_LOOKS, Status, Tone
from ui.widgets.banner import Banner, Notice
from ui.widgets.fkeybar import FKey, FKeyBar
from ui.widgets.layouts import column
from ui.widgets.wedge import WedgeReader
from ui.words import Words


class StationWindow(QWidget):
    """What every station looks like; its room is put in with ``set_body``.

    ``closed`` comes when a person closes the window, ``scanned(code)`` from a reader that types,
    ``retry_requested`` from the banner that says the hall is out of touch.
    """

    closed = Signal()
    scanned = Signal(str)
    retry_requested = Signal()

    def __init__(
        self, words: Words, clock: HallClock, *, fkeys: Sequence[FKey] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = words
        self._reader: WedgeReader | None = None
        self.header = Header(words, clock)
        self.status_line = StatusLine()
        self.fkeys: FKeyBar | None = FKeyBar(fkeys) if fkeys else None
        self._out_of_touch = Banner(gap_above=12)
        self._problem = Banner(words("shell.banner.dismiss"), gap_above=12)
        self._notice = Notice(gap_above=12)
        self._messages = column(margins=(12, 0, 12, 0))
        self._body = column(margins=(12, 12, 12, 12))
        self._build()
        self._listen()

    def _build(self) -> None:
        self._messages.put(self._out_of_touch, self._problem, self._notice)
        outside = column(self)
        outside.put(self.header)
        outside.addLayout(self._messages)
        outside.addLayout(self._body, 1)
        outside.put(*([self.fkeys] if self.fkeys else []), self.status_line)

    def _listen(self) -> None:
        self._out_of_touch.action.connect(self.retry_requested)

    def add_banner(self, banner: QWidget) -> None:
        """A message of the room's own, below those of the station."""
        self._messages.put(banner)

    def take_scans(self) -> None:
        """Watch for a reader that types; only a station that does something with codes wants it.

        One reader for all who ask: a second one would never see the Enter that the first one takes.
        """
        if self._reader is None:
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            self._reader = WedgeReader(self, app)
            self._reader.scanned.connect(self.scanned)

    def set_body(self, room: QWidget) -> None:
        """Put the room's view in; another one that was there is taken out and deleted."""
        while (item := self._body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._body.addWidget(room)

    def show_connection(self, connection: Connection) -> None:
        """Say whether the station is in touch; while it is not, a banner stands above the room."""
        self.status_line.show_left(connection_fact(connection, self._words))
        if connection.touch is not Touch.LOST:
            self._out_of_touch.hide()
            return
        self.status_line.show_clock()
        since = connection.since
        self._out_of_touch.show_message(
            Tone.DANGER,
            self._words("shell.connection.lost"),
            self._words("shell.connection.lost_since", since=f"{since:%H:%M}") if since else "",
            action=self._words("shell.connection.retry"),
            icon=STATUS_LOOKS[Status.OUT_OF_TOUCH].icon,
        )

    def show_clock(self, gap: ClockGap) -> None:
        """Say how far this machine's clock is off; it holds as long as the station is in touch."""
        self.status_line.show_clock(clock_fact(gap, self._words))

    def show_problem(self, message: Message) -> None:
        """Say what went wrong and what to do, until it is put away."""
        self._problem.show_message(Tone.DANGER, self._words(message))

    def clear_problem(self) -> None:
        """What went wrong is over."""
        self._problem.hide()

    def show_notice(self, message: Message) -> None:
        """Say for a few seconds what worked."""
        self._notice.show_message(Tone.OK, self._words(message))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)
