"""Sending a ticket on: to a line, a counter or a person, with a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.counter import CounterState as CounterStands
from app.domain.person import mask_name
from ui.counter.sheet import NumberedList, SheetCard
from ui.counter.sheet_reason import TRANSFER_REASONS, ReasonParts
from ui.counter.state import CounterState, Targets
from ui.theme import Type
from ui.widgets.choice import Option, SegmentedChoice
from ui.widgets.entry import Entry
from ui.widgets.layouts import column, row
from ui.widgets.text import Text
from ui.words import Words

LINE, COUNTER, CLERK = "line", "counter", "clerk"


class TransferSheet(SheetCard):
    """``sent(kind, target, reason)``: kind is line, counter or clerk; target its prefix or number."""

    sent = Signal(str, str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, "", words("counter.sheet.transfer.action"), parent=parent)
        kinds = ((LINE, "users"), (COUNTER, "desktop"), (CLERK, "user"))
        self._kind = SegmentedChoice(
            [Option(k, words(f"counter.sheet.transfer.{k}"), icon=i) for k, i in kinds]
        )
        self._targets = NumberedList()
        self._targets.setAccessibleName(words("counter.sheet.transfer.where"))
        self._reason = ReasonParts(words, TRANSFER_REASONS)
        self._reason.typed.connect(self.typed)
        self._number = 0
        self._offered: Targets | None = None
        left = column(gap=8).put(
            Text(words("counter.sheet.transfer.where"), Type.DETAIL, "text2"), self._kind
        )
        left.addWidget(self._targets, 1)
        right = column(gap=8).put(Text(words("shell.dialog.reason"), Type.DETAIL, "text2"))
        right.addWidget(self._reason.list, 1)
        right.put(self._reason.field)
        both = row(gap=16)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        self.inside.addLayout(both, 1)
        self._kind.chosen.connect(lambda _: self._show_targets())
        self._targets.selected.connect(lambda _: self.action.setEnabled(True))

    def begin(self, state: CounterState) -> None:
        self.set_title(
            self.words("counter.sheet.transfer.title"), state.ticket.number if state.ticket else ""
        )
        self._number, self._offered = state.number, None
        self._kind.show_value(LINE)
        self._targets.show_entries([])
        self._reason.begin(state.typed)

    def show_state(self, state: CounterState) -> None:
        if state.targets is not None and state.targets is not self._offered:
            self._offered = state.targets
            self._show_targets()
        super().show_state(state)

    def is_complete(self) -> bool:
        return bool(self._targets.chosen())

    def focus_start(self) -> None:
        self._targets.setFocus()

    def confirm(self) -> None:
        if self.is_complete():
            self.sent.emit(self._kind.value() or LINE, self._targets.chosen(), self._reason.text())

    def _show_targets(self) -> None:
        entries = _entries(self._offered, self._kind.value() or LINE, self._number, self.words)
        # Nothing is chosen before somebody chooses: Enter would send the ticket back into its own line.
        self._targets.show_entries(entries)
        self.action.setEnabled(self.is_complete())


def _entries(targets: Targets | None, kind: str, here: int, words: Words) -> list[Entry]:
    if targets is None:
        return []
    if kind == LINE:
        return [
            Entry(
                line.prefix,
                f"{line.prefix} {line.name}",
                trailing=words("counter.lines.people", count=line.waiting),
            )
            for line in targets.lines
        ]
    if kind == COUNTER:
        return [
            Entry(
                str(c.number),
                words("counter.sheet.transfer.counter_name", number=c.number, name=c.name),
                trailing=words(f"counter_state.{c.state}"),
                tone="text1" if c.state is CounterStands.OPEN else "text2",
            )
            for c in targets.counters
            if c.number != here
        ]
    return [
        Entry(s.number, mask_name(s.name), trailing=s.number, detail=s.department or "")
        for s in targets.clerks
    ]
