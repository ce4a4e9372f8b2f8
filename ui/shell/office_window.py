"""The window of rooms at which people take turns: what this station is, who works here, whether it is in touch."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal

from app.domain.person import mask_name
from app.domain.staff import Actor
from app.ports.change_feed import Touch
from app.ports.rows import HallRow
from ui.shell.clock import HallClock
from ui.shell.connection import Connection
from ui.shell.facts import Fact
from ui.shell.header import LARGE
from ui.shell.station_window import StationWindow
from ui.theme import active
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.words import Words


class OfficeWindow(StationWindow):
    """``signed_out`` when a person lets somebody else work here, ``new_day`` when the hall's date changes."""

    signed_out = Signal()
    new_day = Signal()

    def __init__(self, words: Words, name: str, usual_name: str) -> None:
        self._clock = HallClock(datetime.now(UTC))
        super().__init__(words, self._clock)
        self._touch: Touch | None = None
        self._hall: HallRow | None = None
        self._actor: Actor | None = None
        self._words_of, self._name = words, name or usual_name
        self._leave = ActionButton(
            words("shell.office.sign_out"), icon="swap", kind=Kind.TEXT, size=Size.INLINE
        )
        self._leave.setToolTip(words("shell.office.sign_out"))
        self._leave.hide()
        self._measure()
        active.changed.connect(self._measure)
        self._leave.clicked.connect(self.signed_out)
        self._clock.ticked.connect(self._watch_the_date)
        self.header.right.put(self._leave)
        self.setWindowTitle(self._name)
        self.header.show_station(self._name)
        self.show_connection(Connection())

    def show_office(
        self, hall: HallRow | None, actor: Actor | None, touch: Touch | None, *, published: bool
    ) -> None:
        """Show hall, person and connection; ``published`` whether this year's working days are known."""
        if hall is not None and hall != self._hall:
            self._show_hall(hall, published=published)
        if touch is not self._touch:
            self._touch = touch
            self.show_connection(Connection(touch, self._clock.now()))
        if actor != self._actor:
            self._actor = actor
            self.header.show_user(self._person(actor))
            self._leave.setVisible(actor is not None)

    def _measure(self) -> None:
        """In large print an icon tells how to let somebody else work here, and names do without roles: the
        places need the room.
        """
        word = self._words_of("shell.office.sign_out")
        self._leave.show_action("" if active.look.scale >= LARGE else word, icon="swap")
        self._leave.setAccessibleName(word)
        self.header.show_user(self._person(self._actor))

    def _show_hall(self, hall: HallRow, *, published: bool) -> None:
        self._hall = hall
        self._clock.set(hall.now.astimezone(ZoneInfo(hall.timezone)))
        self.header.show_time()
        self.header.show_station(self._name, hall.name)
        words, year = self._words_of, hall.day.year
        if published:
            self.status_line.show_right(Fact(words("shell.office.calendar.published", year=year)))
        else:
            fact = Fact(words("shell.office.calendar.unpublished", year=year), "warning-fill", "warn")
            self.status_line.show_right(fact)

    def _person(self, actor: Actor | None) -> str:
        if actor is None:
            return ""
        name = mask_name(actor.name)
        if active.look.scale >= LARGE:
            return name
        role = self._words_of(f"role.{actor.role.value}")
        return self._words_of("shell.office.user", name=name, role=role)

    def _watch_the_date(self) -> None:
        if self._hall is not None and self._clock.now().date() != self._hall.day:
            self._hall = None  # read anew
            self.new_day.emit()
