"""Step 2: what this machine is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ports.rows import CounterRow
from app.settings import StationKind
from ui.first_start.counter_grid import CounterGrid
from ui.first_start.kind_card import KindChoice
from ui.first_start.probe import HallFound
from ui.first_start.state import FirstStartState
from ui.first_start.step_head import StepHead
from ui.theme import Type
from ui.widgets.card import Panel
from ui.widgets.chip import LineBadge
from ui.widgets.layouts import FlowLayout, row
from ui.widgets.text import Text
from ui.words import Words


class ServedLines(QWidget):
    """The lines that a counter serves."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[object, ...] = ()
        self._flow = FlowLayout(self, gap=12)

    def show_counter(self, counter: CounterRow | None, found: HallFound | None) -> None:
        """Show the counter's name and its lines."""
        lines = {line.prefix: line.name for line in found.lines} if found else {}
        if (counter, lines) == self._shown:
            return
        self._shown = (counter, lines)
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if counter is None:
            return
        self._flow.addWidget(Text(counter.name, bold=True))
        self._flow.addWidget(Text(self._words("setup.station.serves"), tone="text2"))
        for prefix in counter.lines:
            self._flow.addWidget(self._line(prefix, lines.get(prefix, "")))

    @staticmethod
    def _line(prefix: str, name: str) -> QWidget:
        line = QWidget()
        row(line, gap=8).put(LineBadge(prefix, own=True), Text(name, Type.BODY, "text2"))
        return line


class StationStep(Panel):
    """Cards for the kinds, and the counters' numbers when it is one."""

    kind_chosen = Signal(object)
    counter_chosen = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(28, 24, 28, 24), gap=20)
        self._kinds = KindChoice(words)
        self._grid = CounterGrid(words)
        self._serves = ServedLines(words)
        self._waits = Text(words("setup.station.counters_later"), Type.DETAIL, "text2")
        self.body.put(StepHead(2, words("setup.station.title"), words("setup.station.once")), self._kinds)
        self.body.put(self._grid, self._serves, self._waits, None)
        self._kinds.chosen.connect(self.kind_chosen)
        self._grid.chosen.connect(self.counter_chosen)

    def focus_start(self) -> None:
        """Put the keyboard on the kinds."""
        self._kinds.focus_start()

    @staticmethod
    def _in_use(state: FirstStartState, found: HallFound) -> frozenset[int]:
        """Counters that are no choice: a tablet stands beside the clerk who is at work."""
        is_tablet = state.choices.kind is StationKind.RATE
        return frozenset() if is_tablet else found.in_use(state.own_counter)

    def show_state(self, state: FirstStartState) -> None:
        """Show this state."""
        found, choices = state.found, state.choices
        is_counter = choices.kind is not None and choices.kind.has_counter
        self._kinds.show_kind(choices.kind)
        self._waits.setVisible(is_counter and found is None)
        self._grid.setVisible(is_counter and found is not None)
        self._serves.setVisible(is_counter and found is not None)
        if found is not None:
            self._grid.show_counters(found.counters, self._in_use(state, found), choices.counter)
            self._serves.show_counter(found.counter(choices.counter), found)
