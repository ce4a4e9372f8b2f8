"""The cases station's widgets, put together: list, case, and what stands around it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.domain.message import Message
from ui.cases.state import CasesState
from ui.cases.view_case import CasePane
from ui.cases.view_frame import CasesWindow
from ui.cases.view_list import ListPane
from ui.cases.view_side import CaseContext
from ui.papers import is_paper
from ui.theme import look_of
from ui.widgets.function_keys import FunctionKeys
from ui.widgets.layouts import row
from ui.widgets.side_column import SideColumn
from ui.widgets.sign_in_page import SignInPage
from ui.widgets.wedge import WedgeReader
from ui.words import Words

SEARCH, SLASH, ESCAPE = "Ctrl+F", "/", "Esc"
ACT = ("Ctrl+Return", "Ctrl+Enter")
_WIDE_ENOUGH = 1040
"""Px at scale 1 from which there is room for what stands around the case."""


class Work(QWidget):
    """The three columns; the side column gives way where the window is narrow or the print is large."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ListPane(words)
        self.case = CasePane(words)
        self.context = CaseContext(words)
        self._has_context = False
        left = SideColumn(332, 240)
        left.body.addWidget(self.list, 1)
        line = row(self, gap=12)
        line.put(left)
        line.addWidget(self.case, 1)
        line.put(self.context)

    def show_state(self, state: CasesState) -> None:
        """Show everything."""
        self.list.show_state(state)
        self.case.show_state(state)
        self.context.show_state(state)
        self._has_context = state.page is not None
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        wide = self.width() >= look_of(self).px(_WIDE_ENOUGH)
        self.context.setVisible(wide and self._has_context)


class CasesView(QObject):
    """``widget`` is the room: ``render(state)`` shows, the parts' signals tell what a person wants.

    ``acted`` for Ctrl+Enter, ``back`` for Esc, ``scanned(code)`` for a paper under the reader.
    """

    acted = Signal()
    back = Signal()
    scanned = Signal(str)

    def __init__(self, words: Words, window: CasesWindow) -> None:
        super().__init__()
        self._window = window
        self.widget = QStackedWidget()
        self.work = Work(words)
        self.sign_in = SignInPage(words, words("cases.sign_in"), words("cases.sign_in.detail"))
        self.widget.addWidget(self.sign_in)
        self.widget.addWidget(self.work)
        self.work.list.picked.connect(self.focus_action)
        self.work.case.area.acted.connect(self.acted)
        keys = FunctionKeys(self.work, (SEARCH, SLASH, ESCAPE, *ACT))
        keys.pressed.connect(self._pressed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        WedgeReader(window, app).scanned.connect(self._scanned)

    def render(self, state: CasesState) -> None:
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
        """To the form of the next step."""
        self.work.case.area.focus_form()

    def focus_list(self) -> None:
        """To the list."""
        self.work.list.focus_list()

    def _scanned(self, code: str) -> None:
        if is_paper(code) and self.widget.currentWidget() is self.work:
            self.work.list.show_searched(code)

    def _pressed(self, key: str) -> None:
        if key in ACT:
            self.acted.emit()
        elif key == ESCAPE:
            self.back.emit()
        else:
            self.work.list.search.edit.setFocus()
            self.work.list.search.edit.selectAll()
