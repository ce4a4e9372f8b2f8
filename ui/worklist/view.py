"""A worklist's widgets, put together: the sign-in, and behind it the work."""

from typing import Generic

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from app.domain.message import Message
from ui.shell.office_window import OfficeWindow
from ui.widgets.function_keys import FunctionKeys
from ui.widgets.sign_in_page import SignInPage
from ui.worklist.columns import Work
from ui.worklist.state import S

SEARCH, SLASH, ESCAPE = "Ctrl+F", "/", "Esc"
ACT = ("Ctrl+Return", "Ctrl+Enter")


class WorklistView(QObject, Generic[S]):
    """``widget`` is the room: ``render(state)`` shows, the parts' signals tell what a person wants.

    ``acted`` for Ctrl+Enter, ``back`` for Esc. A room may have ``more_keys``.
    """

    acted = Signal()
    back = Signal()

    def __init__(
        self, window: OfficeWindow, sign_in: SignInPage, work: Work[S], more_keys: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        self._window, self.work, self.sign_in = window, work, sign_in
        self.widget = QStackedWidget()
        self.widget.addWidget(sign_in)
        self.widget.addWidget(work)
        work.list.picked.connect(self.focus_action)
        work.case.area.acted.connect(self.acted)
        keys = FunctionKeys(work, (SEARCH, SLASH, ESCAPE, *ACT, *more_keys))
        keys.pressed.connect(self._pressed)

    def render(self, state: S) -> None:
        """Show the state; an input that a person is writing in is never touched."""
        self._window.show_office(state.hall, state.actor, state.touch, published=state.calendar_published)
        signed_in = state.actor is not None
        self.sign_in.show_state(state.signing_in)
        self.work.show_state(state)
        if signed_in != (self.widget.currentWidget() is self.work):
            self.widget.setCurrentIndex(1 if signed_in else 0)
            self.focus_list() if signed_in else self.sign_in.card.clear()

    def say(self, message: Message) -> None:
        """Say for a few seconds what worked."""
        self._window.show_notice(message)

    def clear_failure(self) -> None:
        """What could not be read has been read."""
        self._window.clear_problem()

    def is_acting(self) -> bool:
        """Whether the keyboard is with the case, or has nowhere to be."""
        held = self._window.focusWidget()
        return held in (None, self._window) or self.work.case.isAncestorOf(held)

    def focus_action(self) -> None:
        """To the form of the next step, or to the list where none is left."""
        if not self.work.case.area.focus_form():
            self.focus_list()

    def focus_list(self) -> None:
        """To the list."""
        self.work.list.focus_list()

    def _pressed(self, key: str) -> None:
        if key in ACT:
            self.acted.emit()
        elif key == ESCAPE:
            self.back.emit()
        else:
            self.work.list.focus_search()
