"""Asking before the counter's window goes, in whichever shape it is."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.counter.leaving import WAYS, Leave, Remains, remains
from ui.counter.state import CounterState
from ui.counter.wording import STATUS_OF
from ui.dialogs import Way, decide
from ui.theme import STATUS_LOOKS
from ui.words import Words


class Leaving(QObject):
    """Keeps ``shapes`` from closing while something would remain behind; ``asked`` once for each question."""

    asked = Signal()

    def __init__(self, words: Words, shapes: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._words, self._shapes = words, shapes
        self._state: CounterState | None = None
        self._asking = self._decided = False
        for shape in shapes:
            shape.installEventFilter(self)

    def show_state(self, state: CounterState) -> None:
        """What would remain."""
        self._state = state

    def let_go(self) -> None:
        """It is decided: nothing is asked any more."""
        self._decided = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Close or self._decided or self._remains() is None:
            return False
        event.ignore()
        if not self._asking:
            self.asked.emit()
        return True

    async def ask(self) -> Leave:
        """Say what would remain behind and let the person decide; while that is being asked, nobody has decided."""
        if self._asking:
            return Leave.STAY
        self._asking = True
        try:
            state, what = self._state, self._remains()
            return await self._ask(state, what) if state is not None and what is not None else Leave.QUIT
        finally:
            self._asking = False

    async def _ask(self, state: CounterState, what: Remains) -> Leave:
        first, *others = (self._way(state, what, leave) for leave in WAYS[what])
        back = self._way(state, what, Leave.STAY).text if WAYS[what][0] is not Leave.STAY else ""
        shape = next(shape for shape in self._shapes if shape.isVisible())
        title, text = self._say(state, what, "title"), self._text(state, what)
        return Leave(await decide(shape, self._words, title, text, first, *others, back=back) or Leave.STAY)

    def _remains(self) -> Remains | None:
        return remains(self._state) if self._state is not None else None

    def _way(self, state: CounterState, what: Remains, leave: Leave) -> Way:
        return Way(leave, self._say(state, what, leave))

    def _text(self, state: CounterState, what: Remains) -> str:
        text = self._say(state, what, "text")
        if what is Remains.AWAY and state.ticket is not None:
            text += self._say(state, what, "ticket")
        return text

    def _say(self, state: CounterState, what: Remains, part: str) -> str:
        return self._words(
            f"counter.leave.{what}.{part}",
            counter=state.number,
            number=state.ticket.number if state.ticket else "",
            status=self._words(STATUS_LOOKS[STATUS_OF[state.phase]].code),
        )
