"""Where a station's windows appear: one at a time, on its screen, without the program ending in between."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.domain.clock import ClockGap
from app.domain.message import Message
from app.settings import StationKind, StationSettings
from ui.qt_words import speak
from ui.shell import StationWindow
from ui.theme import THEMES, Look, active
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size

SETTINGS_KEY = "Ctrl+,"
FOR_THE_PUBLIC = (StationKind.BOARD, StationKind.RATE)
"""They fill their screen."""


def dress(settings: StationSettings) -> None:
    """Put the station's theme and scale on, and let Qt speak its language."""
    speak(settings.language)
    active.apply(Look(THEMES[settings.theme], settings.scale))


@runtime_checkable
class ShowsClock(Protocol):
    """A window that says so when this machine's clock is off."""

    def show_clock(self, gap: ClockGap) -> None: ...


class Stage(QObject):
    """``all_closed`` comes when a person has closed the last window, not when one takes the place of another."""

    all_closed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._window: QWidget | None = None
        self._settings = StationSettings()
        self._changing = 0
        app.lastWindowClosed.connect(self._last_closed)

    def show(self, window: QWidget, settings: StationSettings | None = None) -> None:
        """Show this window in the place of the one before; ``settings`` tell on which screen.

        What the public sees fills it.
        """
        self._settings = settings or self._settings
        if window is self._window:
            return
        before = self._window if self._window is not None and isValid(self._window) else None
        self._window = window
        with self.between_windows():
            self._place(window, before)
            if before is not None:
                before.hide()
                before.deleteLater()

    def show_problem(self, message: Message) -> None:
        """Say what went wrong, where the window has a place for it."""
        if isinstance(self._window, StationWindow) and isValid(self._window):
            self._window.show_problem(message)

    def show_clock(self, gap: ClockGap) -> None:
        """Say how far this machine's clock is off."""
        window: object = self._window
        if isValid(window) and isinstance(window, ShowsClock):
            window.show_clock(gap)

    def offer(self, window: QWidget, text: str, act: Callable[[], None]) -> None:
        """A quiet button in the status line, where the window has one."""
        if isinstance(window, StationWindow):
            button = ActionButton(text, kind=Kind.TEXT, size=Size.INLINE)
            button.clicked.connect(lambda _checked=False: act())
            window.status_line.right.put(button)

    def on_settings_key(self, window: QWidget, act: Callable[[], None]) -> None:
        """Ctrl+, in this window."""
        shortcut = QShortcut(QKeySequence(SETTINGS_KEY), window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    @contextmanager
    def between_windows(self) -> Iterator[None]:
        """What closes within it does not end the program."""
        self._changing += 1
        try:
            yield
        finally:
            self._changing -= 1

    def _last_closed(self) -> None:
        if not self._changing:
            self.all_closed.emit()

    def _place(self, window: QWidget, before: QWidget | None) -> None:
        """Where the window before was, else the whole screen; sizes are given too, for screens without a manager."""
        is_board = self._settings.kind in FOR_THE_PUBLIC and not isinstance(window, StationWindow)
        fills = before is None or before.isMaximized() or before.isFullScreen()
        screen = (before.screen() if before is not None else self._screen()) or window.screen()
        window.setScreen(screen)
        if is_board:
            window.setGeometry(screen.geometry())
            window.showFullScreen()
        elif fills or before is None:
            window.setGeometry(screen.availableGeometry())
            window.showMaximized()
        else:
            window.setGeometry(before.geometry())
            window.show()

    def _screen(self) -> QScreen | None:
        named = (screen for screen in QGuiApplication.screens() if screen.name() == self._settings.screen)
        return next(named, None)
