"""The counter's window: shows a state, and tells by signals what a person asks for."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.message import Message
from ui.counter import rules
from ui.counter.bar import CompactBar
from ui.counter.bar_sheet import BarSheet
from ui.counter.intents import FUNCTION_KEYS, UNDO_KEY, Intent
from ui.counter.sheets import Sheets
from ui.counter.state import CounterState, Phase
from ui.counter.view_body import CounterBody
from ui.counter.view_header import CounterHeader
from ui.counter.view_leaving import Leaving
from ui.counter.view_paper import PaperPanel
from ui.shell import Connection, HallClock, StationWindow
from ui.widgets.fkeybar import FKey
from ui.widgets.function_keys import FunctionKeys
from ui.widgets.progress import ProgressHint
from ui.widgets.wedge import WedgeReader
from ui.words import Words


class CounterView(QObject):
    """Window and bar are two shapes of one state. ``asked(intent, ticket)`` is what keys and buttons say,
    ``scanned(code)`` what a reader typed, in either shape.
    """

    asked = Signal(str, str)
    shape_switched = Signal(bool)  # True: compact
    scanned = Signal(str)

    def __init__(self, words: Words, clock: HallClock) -> None:
        super().__init__()
        self._words, self.clock = words, clock
        keys = [FKey(key, intent, words(f"counter.key.{intent}")) for key, intent in FUNCTION_KEYS]
        self.window = StationWindow(words, clock, fkeys=keys)
        self.window.setWindowTitle(words("counter.window.title"))
        self.sheets = Sheets(words)
        self.body = CounterBody(words, clock.now, self.sheets)
        self.header = CounterHeader(words, self.window)
        self.bar = CompactBar(words, clock.now)
        self._bar_sheet = BarSheet(self.bar)
        self.leaving = Leaving(words, (self.window, self.bar))
        self.progress = ProgressHint(words)
        self.window.status_line.right.put(self.progress)
        self.paper = PaperPanel(words)
        self.window.add_banner(self.paper)
        self._state: CounterState | None = None
        self.bar_place: QPoint | None = None
        self.window.set_body(self.body)
        self._connect()

    def _connect(self) -> None:
        for part in (
            self.body.head,
            self.body.person,
            self.body.desk,
            self.header,
            self.sheets.slip,
            self.bar,
        ):
            part.asked.connect(self._ask)
        self.body.side.asked.connect(self.asked)
        self.body.queue.chosen.connect(self._chosen_from_queue)
        assert self.window.fkeys is not None
        self.window.fkeys.triggered.connect(lambda intent: self.asked.emit(intent, ""))
        FunctionKeys(self.window, (UNDO_KEY,)).pressed.connect(lambda _: self._ask_undo())
        self.header.made_compact.connect(lambda: self.shape_switched.emit(True))
        self.bar.expanded.connect(lambda: self.shape_switched.emit(False))
        self.bar.queue_asked.connect(self._choose_from_queue)
        self.bar.moved.connect(self._remember_place)
        self._bar_sheet.put_away.connect(self.sheets.cancelled)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        for shape in (self.window, self._bar_sheet, self.bar):
            WedgeReader(shape, app).scanned.connect(self.scanned)

    def render(self, state: CounterState) -> None:
        """Show the state in the shape it asks for."""
        before, self._state = self._state, state
        if state.desk is not None and (before is None or state.desk is not before.desk):
            self.clock.set(state.desk.now.astimezone(state.zone))
            self.window.header.show_time()
        self._show_shape(state, before)
        self.sheets.show_state(state)
        self.body.show_state(state)
        self.header.show_state(state)
        self.paper.show_state(state)
        self.bar.show_state(state)
        self.leaving.show_state(state)
        self._show_keys(state)
        self._show_progress(state, before)
        self._show_problem(state, before)
        self._show_sheet_of_bar(state)

    def say(self, message: Message) -> None:
        """Say for a few seconds what worked."""
        self.window.show_notice(message)

    def insert(self, code: str) -> None:
        """What a reader read belongs to the field that has the keyboard, as if it had been typed."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            field.insert(code)

    def show_touch(self, connection: Connection) -> None:
        """Whether the hall is in touch."""
        self.header.show_touch(connection)
        self.window.show_connection(connection)
        if self._state is not None:
            self.header.show_state(self._state)

    def show_failure(self, message: Message) -> None:
        """What nobody handled nearer to its cause."""
        self.window.show_problem(message)

    def leave(self) -> None:
        """Close the shape that is in front, as its own button would: with it the program ends."""
        self.leaving.let_go()
        (self.bar if self.bar.isVisible() else self.window).close()

    def close(self) -> None:
        """Put both shapes away."""
        self.leaving.let_go()
        for shape in (self._bar_sheet, self.bar, self.window):
            shape.close()
            shape.deleteLater()

    def _show_keys(self, state: CounterState) -> None:
        assert self.window.fkeys is not None
        able = set(rules.offered(state))
        first = rules.primary(state) if state.sheet is None else None
        paused = state.phase is Phase.PAUSED
        code = "counter.key.go_on" if paused else "counter.key.pause"
        self.window.fkeys.button(Intent.PAUSE).show_action(self._words(code), key="F12")
        if Intent.GO_ON in able:
            able.add(Intent.PAUSE)
        self.window.fkeys.show_state(able, Intent.PAUSE if first is Intent.GO_ON else first)

    def _show_progress(self, state: CounterState, before: CounterState | None) -> None:
        busy, was_busy = _works(state), before is not None and _works(before)
        if busy and not was_busy:
            self.progress.begin(cancellable=state.busy is not None)
        elif was_busy and not busy:
            self.progress.end()

    def _show_problem(self, state: CounterState, before: CounterState | None) -> None:
        here = _stands_above(state)
        if here is None:
            self.window.clear_problem()
        elif before is None or here != _stands_above(before):
            self.window.show_problem(here)

    def _show_shape(self, state: CounterState, before: CounterState | None) -> None:
        compact = state.compact and state.phase is not Phase.SIGNED_OUT
        was_compact = before is not None and before.compact and before.phase is not Phase.SIGNED_OUT
        if compact != was_compact:
            self._switch(compact)

    def _show_sheet_of_bar(self, state: CounterState) -> None:
        if self.bar.isVisible() and self.sheets.has(state.sheet):
            self._bar_sheet.open(self.sheets)
        else:
            self._bar_sheet.hide()

    def _switch(self, compact: bool) -> None:
        if compact:
            self.bar.resize(self.bar.sizeHint())
            self.bar.place(self.bar_place)
            self.bar.show()
            self.bar.activateWindow()
            self.bar.take_focus()
            self.window.hide()
        else:
            self.body.come_back()
            self.window.show()
            self.window.activateWindow()
            self.bar.hide()

    def _remember_place(self, x: int, y: int) -> None:
        self.bar_place = QPoint(x, y)

    def _ask(self, intent: str) -> None:
        if intent == Intent.FILL_IN:
            self._lead_to_gap()
        else:
            self.asked.emit(intent, "")

    def _lead_to_gap(self) -> None:
        """What the slip still lacks is written in the window, also when the bar asks for it."""
        if self.bar.isVisible():
            self.shape_switched.emit(False)
        self.body.desk.lead_to_gap()

    def _ask_undo(self) -> None:
        """As the F-keys: not while a question stands open."""
        if self._state is not None and self._state.sheet is None:
            self.asked.emit(Intent.UNDO_FINISH, "")

    def _choose_from_queue(self) -> None:
        self.shape_switched.emit(False)
        self.body.queue.table.setFocus()

    def _chosen_from_queue(self, number: str) -> None:
        first = self._state.next if self._state else None
        if first is not None and first.number == number:
            self.asked.emit(Intent.CALL_NEXT, "")
        else:
            self.asked.emit(Intent.CALL_TICKET, number)


def _works(state: CounterState) -> bool:
    """Whether something that was asked for is under way."""
    return state.busy is not None or state.signing_in


def _stands_above(state: CounterState) -> Message | None:
    """The problem to show above the room: not the one that stands in a sheet or at the password."""
    return state.problem if state.sheet is None and state.phase is not Phase.SIGNED_OUT else None
