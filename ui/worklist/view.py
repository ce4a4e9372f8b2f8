"""A worklist's widgets, put together: the sign-in, and behind it the work."""

from typing import Generic, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.message import Message
from app.domain.staff import Actor
from app.ports.change_feed import Touch
from app.ports.rows import HallRow
from ui.widgets.function_keys import FunctionKeys
from ui.widgets.sign_in_page import SignInPage
from ui.worklist.columns import Work
from ui.worklist.state import S

SEARCH, SLASH, ESCAPE = "Ctrl+F", "/", "Esc"
ACT = ("Ctrl+Return", "Ctrl+Enter")


class House(Protocol):
    """What a worklist needs of the window that it stands in."""

    def show_office(
        self, hall: HallRow | None, actor: Actor | None, touch: Touch | None, *, published: bool
    ) -> None:
        """Show hall, person and connection."""

    def show_notice(self, message: Message) -> None:
        """Say for a few seconds what worked."""

    def clear_problem(self) -> None:
        """What went wrong is over."""

    def focusWidget(self) -> QWidget | None:
        """What in the window has the keyboard, or would have it."""


class WorklistView(QObject, Generic[S]):
    """``widget`` is the room: ``render(state)`` shows, the parts' signals tell what a person wants.

    ``acted`` for Ctrl+Enter, ``back`` for Esc. A room may have ``more_keys``.
    """

    acted = Signal()
    back = Signal()

    def __init__(
        self, window: House, sign_in: SignInPage, work: Work[S], more_keys: tuple[str, ...] = ()
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
        held = self._window.focusWidget()
        self.work.show_state(state)
        if held is not None and self.work.case.isAncestorOf(held) and not held.isVisible():
            self.focus_list()  # somebody else took the step: what was about to be pressed is not for the next one
        if signed_in != (self.widget.currentWidget() is self.work):
            self.widget.setCurrentIndex(1 if signed_in else 0)
            self.focus_list() if signed_in else self._clear_sign_in()

    def say(self, message: Message) -> None:
        """Say for a few seconds what worked."""
        self._window.show_notice(message)

    def clear_failure(self) -> None:
        """What could not be read has been read."""
        self._window.clear_problem()

    def is_acting(self) -> bool:
        """Whether the keyboard is with the case, or has nowhere to be."""
        held = self._window.focusWidget()
        return held is None or held.isWindow() or self.work.case.isAncestorOf(held)

    def arrive(self) -> None:
        """To where one begins: the list, or the sign-in where nobody is there."""
        if self.widget.currentWidget() is self.work:
            self.focus_list()
        else:
            self.sign_in.card.start()

    def focus_action(self) -> None:
        """To the form of the next step, or to the list where none is left."""
        if not self.widget.isHidden() and not self.work.case.focus_form():
            self.focus_list()

    def focus_list(self) -> None:
        """To the list; not away from another page of the window."""
        if not self.widget.isHidden():
            self.work.list.focus_list()

    def _clear_sign_in(self) -> None:
        """For the next person; the keyboard stays with another page of the window where that one is shown."""
        held = self._window.focusWidget()
        self.sign_in.card.clear()
        if self.widget.isHidden() and held is not None:
            held.setFocus()

    def _pressed(self, key: str) -> None:
        if key in ACT:
            self.acted.emit()
        elif key == ESCAPE:
            self.back.emit()
        else:
            self.work.list.focus_search()
