"""Step 1: the database, and what trying it has shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.first_start.address_form import AddressForm
from ui.first_start.probe import HallFound
from ui.first_start.state import FirstStartState
from ui.first_start.step_head import StepHead
from ui.shell import Fact, clock_warning, status_fact, tenths
from ui.shell.facts import FactLabel
from ui.theme import Status, Tone, Type
from ui.widgets.banner import Banner
from ui.widgets.button import ActionButton
from ui.widgets.card import Panel
from ui.widgets.chip import StatusChip
from ui.widgets.layouts import row
from ui.widgets.progress import ProgressHint
from ui.widgets.text import ElidedText
from ui.words import Words


class FoundFacts(QWidget):
    """What a try has shown: a mark, what was looked at, and how it is."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(14)
        self._cells: list[QWidget] = []

    def show_found(self, where: str, found: HallFound) -> None:
        """Show it in two columns."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        for place, (label, value, status) in enumerate(self._facts(where, found)):
            mark = FactLabel(Fact(label, *self._mark(status)), Type.BODY, 16)
            text = ElidedText(value, Type.BODY, "warn" if status is Status.TOO_LONG else "text1")
            self._put(mark, place, 0, Qt.AlignmentFlag.AlignLeft)
            self._put(text, place, 1, Qt.AlignmentFlag(0))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)

    def _put(self, cell: QWidget, place: int, column: int, align: Qt.AlignmentFlag) -> None:
        self._cells.append(cell)
        self._grid.addWidget(cell, place // 2, place % 2 * 2 + column, align)

    def _mark(self, status: Status) -> tuple[str, str]:
        fact = status_fact(status, "")
        return fact.icon, fact.icon_tone

    def _facts(self, where: str, found: HallFound) -> list[tuple[str, str, Status]]:
        words, fine = self._words, Status.CONNECTED
        milliseconds = max(1, round(found.clock.round_trip.total_seconds() * 1000))
        hall = "setup.found.sample" if found.hall.is_sample else "setup.found.hall"
        clock = Status.TOO_LONG if found.clock.is_too_large else fine
        counts = words("setup.found.size", counters=len(found.counters), lines=len(found.lines))
        return [
            (words("setup.found.database"), words("setup.found.at", where=where, ms=milliseconds), fine),
            (words("setup.found.time"), self._clock(found), clock),
            (words("setup.found.name"), words(hall, hall=found.hall.name), fine),
            (words("setup.found.schema"), words("setup.found.schema_fits"), fine),
            (words("setup.found.counters"), counts, fine),
            (words("setup.found.key"), words("setup.found.key_fits"), fine),
        ]

    def _clock(self, found: HallFound) -> str:
        if found.clock.is_too_large:
            return clock_warning(found.clock, self._words)
        return self._words("setup.found.clock_fits", seconds=tenths(found.clock.off))


class DatabaseStep(Panel):
    """Shows the address while it is being changed, else what was found there."""

    changed = Signal(object, str)
    test_requested = Signal()
    edit_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, words: Words, sample_file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(28, 24, 28, 24), gap=16, bottom=True)
        self._words = words
        self._chip = StatusChip(Status.CONNECTED, words)
        self._again = ActionButton(words("setup.database.again"), icon="arrow-clockwise")
        self._edit = ActionButton(words("setup.database.edit"), icon="gear-six")
        self._problem = Banner()
        self._working = ProgressHint(words)
        self._form = AddressForm(words, sample_file)
        self._facts = FoundFacts(words)
        self._busy = False
        head = StepHead(1, words("setup.database.title"))
        head.after.put(self._chip)
        self.body.put(row(gap=10).put(head, None, self._working, self._again, self._edit))
        self.body.put(self._problem, self._facts, self._form)
        self._again.clicked.connect(self.test_requested)
        self._edit.clicked.connect(self.edit_requested)
        self._form.connect_requested.connect(self.test_requested)
        self._form.changed.connect(self.changed)
        self._working.cancelled.connect(self.cancel_requested)

    def show_state(self, state: FirstStartState) -> None:
        """Show this state."""
        connected = state.found is not None and not state.editing
        self._chip.setVisible(state.found is not None)
        self._chip.show_status(Status.CONNECTED, self._words("setup.database.connected"))
        self._again.setVisible(not state.editing)
        self._edit.setVisible(not state.editing)
        self._show_problem(state)
        self._show_progress(state)
        choices = state.choices
        self._form.setVisible(state.editing)
        self._form.show_address(choices.address, choices.key_file, busy=state.working is not None)
        self._facts.setVisible(connected)
        if state.found is not None and connected:
            self._facts.show_found(choices.address.shown, state.found)

    def focus_start(self) -> None:
        """Put the keyboard into the address."""
        self._form.focus_start()

    def _show_problem(self, state: FirstStartState) -> None:
        if state.problem is None:
            self._problem.hide()
        else:
            self._problem.show_message(
                Tone.DANGER, self._words("setup.database.failed"), self._words(state.problem)
            )

    def _show_progress(self, state: FirstStartState) -> None:
        busy = state.working is not None
        self._again.setEnabled(not busy)
        if busy == self._busy:
            return
        self._busy = busy
        if state.working is not None:
            self._working.begin(self._words(state.working))
        else:
            self._working.end()
