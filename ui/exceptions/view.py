"""The exceptions station's widgets, put together: list, case or new case, and what stands around the case."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.message import Message
from ui.exceptions.state import ExceptionsState, Pane
from ui.exceptions.view_case import CasePane
from ui.exceptions.view_frame import ExceptionsWindow
from ui.exceptions.view_list import ListPane
from ui.exceptions.view_new import NewCasePane
from ui.exceptions.view_side import CaseContext
from ui.theme import look_of
from ui.widgets.function_keys import FunctionKeys
from ui.widgets.layouts import row
from ui.widgets.side_column import SideColumn
from ui.widgets.sign_in_page import SignInPage
from ui.words import Words

SEARCH, SLASH, NEW, ESCAPE = "Ctrl+F", "/", "Ctrl+N", "Esc"
ACT = ("Ctrl+Return", "Ctrl+Enter")
_WIDE_ENOUGH = 1040
"""Px at scale 1 from which there is room for what stands around the case."""


class Work(QWidget):
    """The three columns; the side column gives way where the window is narrow or the print is large."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ListPane(words)
        self.case = CasePane(words)
        self.new = NewCasePane(words)
        self.context = CaseContext(words)
        self._has_context = False
        self._middle = QStackedWidget()
        self._middle.addWidget(self.case)
        self._middle.addWidget(self.new)
        left = SideColumn(332, 240)
        left.body.addWidget(self.list, 1)
        line = row(self, gap=12)
        line.put(left)
        line.addWidget(self._middle, 1)
        line.put(self.context)

    def show_state(self, state: ExceptionsState) -> None:
        """Show everything."""
        self.list.show_state(state)
        self.case.show_state(state)
        self.new.show_state(state)
        self.context.show_state(state)
        self._middle.setCurrentWidget(self.new if state.pane is Pane.NEW else self.case)
        self._has_context = state.pane is Pane.CASE and state.page is not None
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        wide = self.width() >= look_of(self).px(_WIDE_ENOUGH)
        self.context.setVisible(wide and self._has_context)


class ExceptionsView(QObject):
    """``widget`` is the room: ``render(state)`` shows, the parts' signals tell what a person wants.

    ``acted`` for Ctrl+Enter, ``back`` for Esc, ``new_requested`` for Ctrl+N.
    """

    acted = Signal()
    back = Signal()
    new_requested = Signal()

    def __init__(self, words: Words, window: ExceptionsWindow) -> None:
        super().__init__()
        self._window = window
        self.widget = QStackedWidget()
        self.work = Work(words)
        self.sign_in = SignInPage(words, words("exceptions.sign_in"), words("exceptions.sign_in.detail"))
        self.widget.addWidget(self.sign_in)
        self.widget.addWidget(self.work)
        self.work.list.picked.connect(self.focus_action)
        self.work.list.new_requested.connect(self.new_requested)
        self.work.case.area.acted.connect(self.acted)
        self.work.new.registered.connect(self.acted)
        self.work.new.left.connect(self.back)
        keys = FunctionKeys(self.work, (SEARCH, SLASH, NEW, ESCAPE, *ACT))
        keys.pressed.connect(self._pressed)

    def render(self, state: ExceptionsState) -> None:
        """Show the state; an input that a person is writing in is never touched."""
        self._window.show_state(state)
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

    def focus_action(self) -> None:
        """To the form of the next action."""
        self.work.case.area.focus_form()

    def focus_new(self) -> None:
        """To the form of a new case."""
        self.work.new.focus_form()

    def focus_list(self) -> None:
        """To the list."""
        self.work.list.focus_list()

    def _pressed(self, key: str) -> None:
        if key in ACT:
            self.acted.emit()
        elif key == NEW:
            self.new_requested.emit()
        elif key == ESCAPE:
            self.back.emit()
        else:
            self.work.list.search.edit.setFocus()
            self.work.list.search.edit.selectAll()
