"""The room between header and F-keys: sign-in, or number and person, the work, and the side column."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.counter.intents import Intent
from ui.counter.sheets import Sheets
from ui.counter.state import CounterState, Phase
from ui.counter.view_columns import Columns
from ui.counter.view_desk import DeskCard
from ui.counter.view_head import HeadCard
from ui.counter.view_person import PersonCard
from ui.counter.view_queue import QueueCard
from ui.counter.view_side import SideColumn
from ui.counter.view_sign_in import CounterSignIn
from ui.counter.view_why_card import WhyCard
from ui.theme import Tone
from ui.widgets.banner import Banner
from ui.widgets.layouts import column
from ui.widgets.scroll_page import TightPage
from ui.widgets.timer_label import Now
from ui.words import Words


class CounterBody(QStackedWidget):
    """Its parts are public: each tells by its own signals what a person did in it."""

    def __init__(self, words: Words, now: Now, sheets: Sheets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._sheets = words, sheets
        self._focused: object = None
        self.sign_in = CounterSignIn(words)
        self.head, self.person = HeadCard(words, now), PersonCard(words)
        self.why, self.queue, self.desk = WhyCard(words), QueueCard(words), DeskCard(words)
        self.side = SideColumn(words)
        self.unconfirmed = Banner()
        self._middle = QStackedWidget()
        waiting = QWidget()
        at_work = QWidget()
        column(waiting, gap=12).put(self.why).addWidget(self.queue, 1)
        column(at_work).put(self.desk)
        self._waiting, self._at_work = TightPage(waiting), TightPage(at_work)
        self.addWidget(self.sign_in)
        self.addWidget(self._room())

    def _room(self) -> QWidget:
        self._middle.addWidget(self._waiting)
        self._middle.addWidget(self._at_work)
        self.take_sheets()
        room = QWidget()
        box = column(room, gap=8).put(self.unconfirmed)
        box.addWidget(Columns(self.head, self.person, self._middle, self.side), 1)
        return room

    def take_sheets(self) -> None:
        """Have the sheets in the middle of the room again."""
        self._middle.addWidget(self._sheets)

    def come_back(self) -> None:
        """The window is in front again: the next look leads the keyboard to where the work is."""
        self.take_sheets()
        self._focused = ()

    def keyboard_home(self) -> QWidget:
        """The big button: what a control that is gone leaves the keyboard to."""
        return self.head.button

    def show_state(self, state: CounterState) -> None:
        """Show every part; the keyboard goes where the next step is."""
        self._show_unconfirmed(state)
        if state.phase is not Phase.SIGNED_OUT:
            for part in (self.head, self.person, self.why, self.queue, self.desk, self.side):
                part.show_state(state)
        self._show_page(state)

    def _show_page(self, state: CounterState) -> None:
        hands_over = state.sheet is not None and state.sheet.intent is Intent.HAND_OVER
        page = 0 if state.phase is Phase.SIGNED_OUT or hands_over else 1
        if page == 0 and (self.currentIndex() != 0 or not self.sign_in.card.isVisible()):
            self.setCurrentIndex(0)
            self.sign_in.card.clear()
        self.sign_in.show_counter(state, asked=page == 0)
        self.setCurrentIndex(page)
        if not state.compact:
            self._show_middle(state)

    def _show_middle(self, state: CounterState) -> None:
        opened = self._sheets.has(state.sheet)
        work = self._at_work if state.ticket is not None else self._waiting
        self._middle.setCurrentWidget(self._sheets if opened else work)
        self._lead_keyboard(state, opened)

    def _lead_keyboard(self, state: CounterState, opened: bool) -> None:
        """When a step is done or a sheet is put away, the keyboard goes to what is next."""
        errand = state.ticket.errand.item if state.ticket else ""
        here = None if opened else (state.phase, errand)
        if here == self._focused or state.busy is not None:
            return
        self._focused = here
        if here is None:
            self._sheets.take_focus()
            return
        if state.phase is Phase.SIGNED_OUT:
            return
        if state.phase is Phase.SERVING and state.materials and state.issued is None:
            self.desk.materials.focus_first()
        else:
            self.head.button.setFocus()

    def _show_unconfirmed(self, state: CounterState) -> None:
        if state.unconfirmed is None:
            self.unconfirmed.hide()
            return
        what = self._words(f"counter.action.{state.unconfirmed}")
        text = self._words("counter.unconfirmed.text", what=what)
        detail, give_up = (
            self._words("counter.unconfirmed.detail"),
            self._words("counter.unconfirmed.give_up"),
        )
        self.unconfirmed.show_message(Tone.WARN, text, detail, action=give_up)
