"""The first start, put together."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.message import Message
from app.ports.printing import PaperOut
from app.settings import PrinterChoice, StationSettings, config_folder, save_settings
from app.texts import LANGUAGES, Texts
from ui.devices.printing import system_printers
from ui.devices.proof_page import A4_MM, TICKET_MM, ProofPage, render_proof_page
from ui.failures import Failure, FailurePath
from ui.first_start.presenter import FirstStartPresenter, World
from ui.first_start.probe import HallFound, Opener
from ui.first_start.state import Paper, ScreenChoice
from ui.first_start.view import FirstStartView
from ui.first_start.window import FirstStartWindow
from ui.first_start.wiring import connect
from ui.qt_words import speak
from ui.shell import HallClock
from ui.tasks import TaskSupervisor

SAMPLE_FILE = "sample.db"


@dataclass(frozen=True)
class Outside:
    """What the first start asks of the program around it; ``show`` puts a window in the place of the one before."""

    open_hall: Opener
    make_sample: Callable[[str, Path], Awaitable[None]]
    paper_of: Callable[[PrinterChoice], PaperOut]
    show: Callable[[QWidget], None]
    version: str


class FirstStartRoom:
    """Asks what the station is. ``await settled()`` is what was kept, or the settings as they were."""

    def __init__(self, outside: Outside, settings: StationSettings, problem: Message | None = None) -> None:
        self._outside = outside
        self._texts = Texts(settings.language)
        self._clock = HallClock(datetime.now().astimezone())
        failed = FailurePath(self._show_failure)
        self._tasks = TaskSupervisor(failed)
        self._view = FirstStartView(self._make_window())
        self.presenter = FirstStartPresenter(self._world(), settings, self._view, self._tasks, problem)
        self._connect()
        self.presenter.begin()

    @property
    def widget(self) -> QWidget:
        """The window; another language makes a new one."""
        return self._view.window

    async def settled(self) -> StationSettings:
        """Wait until the person is done."""
        return await self.presenter.settled

    async def close(self) -> None:
        """End the room's tasks."""
        await self._tasks.close()

    def _make_window(self) -> FirstStartWindow:
        sample = str(config_folder() / SAMPLE_FILE)
        return FirstStartWindow(self._texts, self._clock, sample, self._outside.version)

    def _connect(self) -> None:
        connect(self._view.window, self.presenter)
        self._view.window.preferences.language_switched.connect(self._switch_language)

    def _switch_language(self) -> None:
        language = LANGUAGES[(LANGUAGES.index(self._texts.language) + 1) % len(LANGUAGES)]
        self._texts = Texts(language)
        speak(language)
        self.presenter.choose_language(language)
        self._view.window = self._make_window()
        self._connect()
        self._view.render(self.presenter.state)
        self._outside.show(self._view.window)

    def _world(self) -> World:
        return World(
            open_hall=self._outside.open_hall,
            make_sample=self._outside.make_sample,
            list_printers=system_printers,
            print_proof=self._print_proof,
            screens=self._screens,
            keep=save_settings,
        )

    def _screens(self) -> tuple[ScreenChoice, ...]:
        return tuple(
            ScreenChoice(
                screen.name(),
                self._texts(
                    "setup.outfit.screen_label",
                    name=screen.name() or number,
                    width=screen.size().width(),
                    height=screen.size().height(),
                ),
            )
            for number, screen in enumerate(QGuiApplication.screens(), 1)
        )

    async def _print_proof(self, choice: PrinterChoice, paper: Paper, found: HallFound | None) -> str:
        title = self._texts("setup.proof.title")
        size = TICKET_MM if paper is Paper.TICKET else A4_MM
        page = ProofPage(title, self._proof_lines(choice, found), size)
        pdf = await asyncio.to_thread(render_proof_page, page)
        return await self._outside.paper_of(choice).deliver(pdf, title)

    def _proof_lines(self, choice: PrinterChoice, found: HallFound | None) -> tuple[str, ...]:
        hall = (found.hall.name, self._texts.moment(found.local_now)) if found else ()
        return *hall, str(choice.printer or choice.folder), self._texts("setup.proof.frame")

    def _show_failure(self, failure: Failure) -> None:
        self._view.window.show_problem(failure.message)
