"""What a station shows while it cannot open its hall: why, what it does about it, and the ways out."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import YiciError
from app.domain.message import Message
from app.ports.errors import DatabaseAway, KeyOfAnotherHall, KeyUnusable
from ui.shell import HallClock, StationWindow
from ui.theme import STATUS_LOOKS, Status, Type, active
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.layouts import column, row
from ui.widgets.progress import Spinner
from ui.widgets.text import Text
from ui.words import Words

_WIDTH = 560


def why_not_open(error: YiciError) -> tuple[Message, Message]:
    """What to say of a hall that cannot be opened: what is at fault, and what to do about it."""
    if isinstance(error, DatabaseAway):
        return Message("setup.waiting.away"), Message("setup.waiting.away_detail")
    if isinstance(error, KeyUnusable | KeyOfAnotherHall):
        return Message("setup.waiting.key"), error.message
    return Message("setup.waiting.unusable"), error.message


class WaitingWindow(StationWindow):
    """Tries again by itself; ``retry_now`` and ``change_address`` are a person's."""

    retry_now = Signal()
    change_address = Signal()

    def __init__(self, words: Words, station: str, where: str) -> None:
        super().__init__(words, HallClock(datetime.now().astimezone()))
        self._words = words
        self.setWindowTitle(station)
        self.header.show_station(station)
        look = STATUS_LOOKS[Status.OUT_OF_TOUCH]
        self._icon, self._spinner = Icon(look.icon, look.tone.value, 32), Spinner()
        self._title = Text(words("setup.waiting.connecting"), Type.TITLE, bold=True, wrap=True)
        self._detail = Text("", Type.BODY, "text2", wrap=True)
        self._where = Text(where, Type.DETAIL, "text3", wrap=True)
        self._retry = ActionButton(
            words("setup.waiting.retry"), icon="arrow-clockwise", kind=Kind.PRIMARY, size=Size.LARGE
        )
        self._change = ActionButton(words("setup.waiting.change"), icon="gear-six", size=Size.LARGE)
        self._retry.clicked.connect(self.retry_now)
        self._change.clicked.connect(self.change_address)
        self._card = Card()
        self.set_body(self._page())
        self._icon.hide()
        self._detail.hide()
        self._measure()
        active.changed.connect(self._measure)

    def show_problem_at_start(self, title: Message, detail: Message) -> None:
        """Say why the hall cannot be opened."""
        self._icon.show()
        self._title.setText(self._words(title))
        self._detail.setText(self._words(detail))
        self._detail.show()

    def _page(self) -> QWidget:
        inside = column(margins=(28, 28, 28, 28), gap=12)
        heading = row(gap=12).put(self._icon)
        heading.addWidget(
            self._title, 1
        )  # words that wrap take no more than they must, unless they are given it
        inside.put(heading, self._detail, self._where)
        waits = Text(self._words("setup.waiting.by_itself"), Type.DETAIL, "text2")
        inside.put(4, row(gap=8).put(self._spinner, waits, None), 8)
        inside.put(row(gap=8).put(self._retry, self._change, None))
        self._card.body.addLayout(inside)
        page = QWidget()
        box = column(page)
        box.addStretch(2)
        box.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        return page

    def _measure(self) -> None:
        self._card.setFixedWidth(active.look.px(_WIDTH))
