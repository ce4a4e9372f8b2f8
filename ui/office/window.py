"""The window of the supervision office, and its pages."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.staff import Actor
from app.ports.change_feed import Touch
from app.ports.rows import HallRow
from ui.shell.nav import Navigation, Place
from ui.shell.office_window import OfficeWindow as SharedWindow
from ui.words import Words


class Page(StrEnum):
    """Where one can go: figures, ledger and ratings, which anybody may see, the offices' words, and reminders."""

    FIGURES = "figures"
    EXCEPTIONS = "exceptions"
    TEXTS = "texts"
    RATINGS = "ratings"
    REMINDERS = "reminders"


_ICONS = {
    Page.FIGURES: ("chart-bar", "F1"),
    Page.EXCEPTIONS: ("flag", "F2"),
    Page.TEXTS: ("note-pencil", "F3"),
    Page.RATINGS: ("smiley", "F4"),
    Page.REMINDERS: ("bell-ringing", "F5"),
}


class OfficeWindow(SharedWindow):
    """``went(page)`` when a person goes to another page."""

    went = Signal(object)

    def __init__(self, words: Words, name: str) -> None:
        super().__init__(words, name, words("office.title"))
        self._facts: tuple[HallRow | None, Touch | None, bool] = (None, None, True)
        self._signed_in: Actor | None = None
        self._pages = QStackedWidget()
        self._nav = Navigation(
            [Place(page, words(f"office.page.{page}"), icon, key) for page, (icon, key) in _ICONS.items()]
        )
        self._nav.went.connect(lambda key: self.show_page(Page(key)))
        self.header.left.put(self._nav)
        self.set_body(self._pages)

    def add_page(self, widget: QWidget) -> None:
        """The next page, in the order of ``Page``."""
        self._pages.addWidget(widget)
        self._nav.show_place(list(Page)[self._pages.currentIndex()])

    def show_page(self, page: Page) -> None:
        """Go there."""
        self._pages.setCurrentIndex(list(Page).index(page))
        self._nav.show_place(page)
        self.went.emit(page)

    def show_hall(self, hall: HallRow | None, touch: Touch | None, *, published: bool) -> None:
        """Show where we are and whether we are in touch."""
        self._facts = hall, touch, published
        self._show()

    def show_actor(self, actor: Actor | None) -> None:
        """Show who is signed in."""
        self._signed_in = actor
        self._show()

    def _show(self) -> None:
        hall, touch, published = self._facts
        self.show_office(hall, self._signed_in, touch, published=published)
