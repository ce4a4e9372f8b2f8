"""Several worklists in one window, for people who work through all of them: one is shown, the others wait."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.message import Message
from app.domain.staff import Actor
from app.ports.change_feed import Touch
from app.ports.rows import HallRow
from ui.session import Session
from ui.shell.nav import Navigation, Place
from ui.shell.office_window import OfficeWindow
from ui.tasks import Tasks
from ui.worklist.presenter import WorklistPresenter
from ui.worklist.view import WorklistView

Told = tuple[HallRow | None, Actor | None, Touch | None, bool]


class PageHouse:
    """The window as one of its pages sees it: who works there is shown while the page is."""

    def __init__(self, window: OfficeWindow) -> None:
        self._window = window
        self._told: Told | None = None
        self._is_shown = False

    def show_page(self, *, shown: bool) -> None:
        """The page is shown from now on, or another is."""
        self._is_shown = shown
        self._tell()

    def show_office(
        self, hall: HallRow | None, actor: Actor | None, touch: Touch | None, *, published: bool
    ) -> None:
        self._told = hall, actor, touch, published
        self._tell()

    def show_notice(self, message: Message) -> None:
        self._window.show_notice(message)

    def clear_problem(self) -> None:
        self._window.clear_problem()

    def focusWidget(self) -> QWidget | None:
        return self._window.focusWidget()

    def _tell(self) -> None:
        if self._is_shown and self._told is not None:
            hall, actor, touch, published = self._told
            self._window.show_office(hall, actor, touch, published=published)


class PageTasks:
    """The tasks of one page: those of the same name at another page are left alone."""

    def __init__(self, tasks: Tasks, page: str) -> None:
        self._tasks, self._page = tasks, page

    def start(self, work: Coroutine[Any, Any, Any], *, name: str, replace: bool = False) -> asyncio.Task[Any]:
        return self._tasks.start(work, name=f"{self._page} {name}", replace=replace)

    def run_command(self, work: Coroutine[Any, Any, Any], *, name: str) -> asyncio.Task[Any]:
        return self._tasks.run_command(work, name=f"{self._page} {name}")


class WorklistPages:
    """``body`` holds the pages; who signs in at one of them works at the others too, as far as they may."""

    def __init__(self, window: OfficeWindow, session: Session, places: Sequence[Place]) -> None:
        self._session = session
        self.body = QStackedWidget()
        self.nav = Navigation(places)
        self.houses = {place.key: PageHouse(window) for place in places}
        self._pages: dict[str, tuple[WorklistView[Any], WorklistPresenter[Any]]] = {}
        window.header.left.put(self.nav)
        self.nav.went.connect(self.go)

    def add(self, key: str, view: WorklistView[Any], presenter: WorklistPresenter[Any]) -> None:
        """Add the page of a place; the first one is shown."""
        self._pages[key] = view, presenter
        self.body.addWidget(view.widget)
        if len(self._pages) == 1:
            self._show(key)

    def go(self, key: str) -> None:
        """Go to a page, as whoever is signed in by now."""
        view, presenter = self._pages[key]
        if presenter.state.actor != self._session.actor:
            presenter.signing.take_over()
        self._show(key)
        view.arrive()

    def _show(self, key: str) -> None:
        self.body.setCurrentWidget(self._pages[key][0].widget)
        self.nav.show_place(key)
        for place, house in self.houses.items():
            house.show_page(shown=place == key)
