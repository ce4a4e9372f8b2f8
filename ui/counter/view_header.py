"""What the window's header says and offers at a counter."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu

from app.domain.person import mask_name
from app.domain.worklist import PRESSING, Urgency
from app.texts import code_of
from ui.counter import rules
from ui.counter.intents import Intent
from ui.counter.slip_printer import Known
from ui.counter.state import CounterState, Paper, Phase
from ui.counter.wording import STATUS_OF
from ui.shell import Connection, Fact, StationWindow, connection_fact
from ui.theme import Status
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.card import Rule
from ui.widgets.chip import StatusChip
from ui.words import Words

_PAPER_FACTS = {
    Paper.PRINTING: ("printer", "text2"),
    Paper.PRINTED: ("check-circle-fill", "ok"),
    Paper.FAILED: ("x-circle-fill", "danger"),
}
_PRINTER_FACTS = {
    Known.NONE: ("warning-fill", "warn"),
    Known.FOLDER: ("folder", "text2"),
    Known.FOUND: ("printer", "text2"),
    Known.MISSING: ("x-circle-fill", "danger"),
    Known.SILENT: ("warning-fill", "warn"),
}
_OWED = {
    Urgency.OVERDUE: ("warning-octagon-fill", "danger"),
    Urgency.TODAY: ("clock-fill", "warn"),
    Urgency.SOON: ("calendar-blank-fill", "text2"),
}
_OF_CLERK = (Intent.HAND_OVER, Intent.CLOSE, Intent.SIGN_OUT)


class CounterHeader(QObject):
    """``asked(intent)`` from the clerk's menu, ``made_compact`` to shrink into the bar."""

    asked = Signal(str)
    made_compact = Signal()

    def __init__(self, words: Words, window: StationWindow) -> None:
        super().__init__(window)
        self._words, self._window = words, window
        self._able: frozenset[Intent] = frozenset()
        self._connection = Connection()
        self._status = StatusChip(Status.CLOSED, words)
        self._compact = ActionButton(words("counter.bar.shrink"), icon="arrows-in-line-vertical")
        self.clerk = ActionButton(icon="caret-down", kind=Kind.TEXT, size=Size.INLINE)
        self._rules = Rule(), Rule()
        window.header.left.put(self._status)
        window.header.right.put(self._rules[0], self._compact, self._rules[1], self.clerk)
        self._compact.clicked.connect(self.made_compact)
        self.clerk.clicked.connect(self._open_menu)

    def show_touch(self, connection: Connection) -> None:
        """Whether the hall is in touch; told by the next ``show_state``."""
        self._connection = connection

    def show_state(self, state: CounterState) -> None:
        """Say which counter this is, what it does, and who sits here."""
        counter = state.desk.counter if state.desk else None
        name = counter.name if counter else ""
        self._window.header.show_station(self._words("counter.header.number", number=state.number), name)
        signed_in = state.phase is not Phase.SIGNED_OUT
        for widget in (self._status, self._compact, self.clerk, *self._rules):
            widget.setVisible(signed_in)
        if signed_in:
            self._status.show_status(STATUS_OF[state.phase])
        self._window.header.show_facts(*self._facts(state))
        if state.actor is not None:
            clerk = self._words(
                "counter.header.clerk", name=mask_name(state.actor.name), number=state.actor.number
            )
            self.clerk.show_action(clerk, icon="caret-down")
        self._able = rules.offered(state)
        self._show_paper(state)

    def _facts(self, state: CounterState) -> list[Fact]:
        facts = [connection_fact(self._connection, self._words)]
        if state.ticket is not None:
            calls = {"number": state.ticket.number, "count": state.ticket.calls}
            facts.append(Fact(self._words("counter.header.called", **calls), "megaphone"))
        return facts

    def _show_paper(self, state: CounterState) -> None:
        """At the foot: what is owed, the latest print, and where slips come out."""
        facts = [*self._owed(state)]
        if state.print.paper is not Paper.NONE:
            icon, tone = _PAPER_FACTS[state.print.paper]
            number = state.print.notice.number if state.print.notice else ""
            facts.append(Fact(self._words(f"counter.paper.{state.print.paper}", number=number), icon, tone))
        if state.printer.known is not Known.UNKNOWN:
            icon, tone = _PRINTER_FACTS[state.printer.known]
            text = self._words(f"counter.printer.{state.printer.known}", name=state.printer.name)
            facts.append(Fact(text, icon, tone))
        self._window.status_line.show_right(*facts)

    def _owed(self, state: CounterState) -> list[Fact]:
        """What presses today: cases of the clerk's department, and bad ratings of others given to the clerk."""
        if state.actor is None or state.owed is None:
            return []
        told = {"counter.owed": state.owed.count, "counter.owed.rated": state.owed.bad_ratings}
        facts = []
        for code, count_of in told.items():
            counts = {urgency: count for urgency in PRESSING if (count := count_of(urgency))}
            if counts:
                facts.append(Fact(self._words(code, counts=self._counts(counts)), *_OWED[next(iter(counts))]))
        return facts

    def _counts(self, counts: Mapping[Urgency, int]) -> str:
        """The most pressing first: where room ends, the end is what is cut."""
        said = [
            self._words("counter.owed.count", urgency=self._words(code_of(urgency)), count=count)
            for urgency, count in counts.items()
        ]
        return self._words("list.comma").join(said)

    def _open_menu(self) -> None:
        menu = QMenu(self.clerk)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for intent in _OF_CLERK:
            action = menu.addAction(self._words(f"counter.action.{intent}"))
            action.setEnabled(intent in self._able)
            action.triggered.connect(lambda _=False, intent=intent: self.asked.emit(intent))
        menu.popup(self.clerk.mapToGlobal(self.clerk.rect().bottomLeft()))
