"""The guide desk's widgets, put together: search at the left, one page in the middle, the hall at the right."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget
from shiboken6 import isValid

from app.domain.person import Personal, mask_name
from app.domain.staff import Actor, Permission, who_may
from ui.guide_desk.columns import Columns
from ui.guide_desk.exception_pane import ExceptionPane
from ui.guide_desk.find_pane import FindPane
from ui.guide_desk.online_card import ONLINE, UNDO
from ui.guide_desk.search_pane import SearchPane
from ui.guide_desk.side_column import SideColumn
from ui.guide_desk.state import ExceptionWish, GuideDeskState, Pane
from ui.guide_desk.ticket_pane import TicketPane
from ui.widgets.function_keys import FunctionKeys
from ui.widgets.sign_in_page import SignInPage
from ui.words import Words

ESCAPE, ADD, VISITOR, CONSULT = "Esc", "F4", "F6", "F9"


class RoomScroll(QScrollArea):
    """As large as its place; where large print stacks the room it scrolls down, and goes where the keyboard goes."""

    def __init__(self, room: Columns) -> None:
        super().__init__()
        self._room = room
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(room)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self._room.fit(self.viewport().size())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and isValid(self) and self._room.is_stacked() and self._room.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, new.height())


class GuideDeskView(QObject):
    """``widget`` is the whole room: ``render(state)`` shows, the parts' signals tell what a person wants.

    ``pressed(key)`` is for Esc, F4, F8 and F9, ``moved(pane)`` when another pane came to the middle,
    ``signed_in(name)`` with who works here now, masked; empty for nobody.
    """

    pressed = Signal(str)
    moved = Signal(str)
    signed_in = Signal(str)

    def __init__(self, words: Words) -> None:
        self.widget = QStackedWidget()
        super().__init__(self.widget)
        detail = words("guide_desk.sign_in.detail", roles=who_may(Permission.ISSUE))
        self.sign_in = SignInPage(words, words("guide_desk.sign_in"), detail)
        self.search = SearchPane(words)
        self.ticket = TicketPane(words)
        self.find = FindPane(words)
        self.exception = ExceptionPane(words)
        self.side = SideColumn(words)
        self._panes: dict[Pane, QWidget] = {
            Pane.TICKET: self.ticket,
            Pane.FIND: self.find,
            Pane.EXCEPTION: self.exception,
        }
        self._middle = QStackedWidget()
        for pane in self._panes.values():
            self._middle.addWidget(pane)
        self.columns = Columns(self.search, self._middle, self.side)
        self.widget.addWidget(self.sign_in)
        self._desk = RoomScroll(self.columns)
        self.widget.addWidget(self._desk)
        self.widget.setCurrentWidget(self._desk)
        self._actor: Actor | None = None
        self._listen()

    def _listen(self) -> None:
        keys = FunctionKeys(self.columns, (ESCAPE, ADD, VISITOR, ONLINE, UNDO, CONSULT))
        keys.pressed.connect(self._pressed)
        all_brought = QShortcut(QKeySequence("Alt+A"), self.columns)
        all_brought.setAutoRepeat(False)
        all_brought.activated.connect(self.ticket.item.materials.all_ticked)

    def _pressed(self, key: str) -> None:
        if key == VISITOR:
            self.focus_visitor(Personal.NAME)
        elif key == ONLINE:
            self.ticket.show_code()
        else:
            self.pressed.emit(key)

    def search_for(self, letter: str) -> None:
        """A letter typed beside every field begins a new search with it, rather than being lost."""
        if self.widget.currentWidget() is not self._desk or self._middle.currentWidget() is not self.ticket:
            return
        edit = self.search.box.edit
        edit.setFocus()
        edit.selectAll()
        edit.insert(letter)

    def render(self, state: GuideDeskState) -> None:
        """Show the state; an input that a person is writing in is never touched."""
        self._show_person(state)
        self.search.show_state(state)
        self.ticket.show_state(state)
        self.find.show_state(state)
        self.exception.show_state(state.exception, state.policy)
        self.side.show_state(state)
        pane = self._panes[state.pane]
        if self._middle.currentWidget() is not pane:
            self._middle.setCurrentWidget(pane)
            self.moved.emit(state.pane.value)

    def _show_person(self, state: GuideDeskState) -> None:
        """The desk for somebody who is signed in, else the card at which one signs in."""
        self.sign_in.show_state(state.signing_in)
        page = self._desk if state.actor is not None else self.sign_in
        if self.widget.currentWidget() is not page:
            self.widget.setCurrentWidget(page)
            if page is self.sign_in:
                self.sign_in.card.clear()
        if state.actor != self._actor:
            self._actor = state.actor
            self.signed_in.emit(mask_name(state.actor.name) if state.actor else "")

    def focus_search(self, *, clear: bool = False) -> None:
        """Back to where everything begins; an old search is selected, so that typing replaces it."""
        self.search.box.edit.setFocus()
        self.search.start_over() if clear else self.search.box.edit.selectAll()

    def focus_issue(self) -> None:
        """To the one next action."""
        self.ticket.bar.issue_button.setFocus()

    def focus_visitor(self, part: Personal) -> None:
        """To what has to be put right, or filled in."""
        field = self.ticket.visitor.inputs[part]
        field.setFocus()
        field.selectAll()

    def focus_find(self) -> None:
        """To the field in which tickets are found."""
        self.find.box.edit.setFocus()
        self.find.box.edit.selectAll()

    def focus_exception(self) -> None:
        """To what cannot be settled."""
        self.exception.summary.setFocus()

    def fill_exception(self, wish: ExceptionWish) -> None:
        """What was typed before a restart stands in the form again."""
        self.exception.fill(wish)

    def clear_exception(self) -> None:
        """It is registered: empty the form."""
        self.exception.clear()
