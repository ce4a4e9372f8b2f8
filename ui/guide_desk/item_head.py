"""The head of an item's page: its name, the facts people ask for, and the way round the queue."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.guide_desk.draft import ErrandDraft
from ui.guide_desk.online_card import ONLINE, OnlineCard
from ui.guide_desk.phrases import counters_text, handling_text
from ui.guide_desk.state import GuideDeskState
from ui.shell.facts import Fact, FactLine
from ui.theme import Tone, Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Size
from ui.widgets.card import Panel
from ui.widgets.chip import Chip
from ui.widgets.layouts import row
from ui.widgets.text import ElidedText, Text
from ui.words import Words


class ItemHead(Panel):
    """Name, department, time limit, fee, counters; ``can be done online`` shows a code for the phone.

    ``sent_online(code)`` when the person goes to do it online.
    """

    sent_online = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(16, 12, 16, 10), gap=6, bottom=True)
        self._words = words
        self._name = Text("", Type.TITLE, bold=True, wrap=True)
        self._facts = FactLine(ruled=True, size=Type.DETAIL, icon_size=14)
        self._fee = ElidedText("", Type.DETAIL, "text2")
        self._online = ActionButton(
            words("guide_desk.online.show"), icon="qr-code", key=ONLINE, size=Size.INLINE
        )
        self._unserved = Chip(words("guide_desk.item.unserved"), Tone.WARN, "warning-fill")
        line = row(gap=12).put(self._facts)
        line.addWidget(self._fee, 1)
        line.put(self._unserved, self._online)
        self.body.put(self._name)
        self.body.addLayout(line)
        self.card = OnlineCard(words, self)
        self._online.clicked.connect(self.show_code)
        self.card.sent.connect(self._send)
        self._errand: ErrandDraft | None = None

    def show_state(self, errand: ErrandDraft, state: GuideDeskState) -> None:
        """Show the item of the errand on the page."""
        words, item = self._words, errand.item
        self._errand = errand
        self._name.setText(errand.row.name)
        line = state.line(errand.row.line)
        days = item.promised_days if item else errand.row.promised_days
        texts = (
            errand.row.department,
            handling_text(words, errand.row.handling, days),
            counters_text(words, line.counters) if line else "",
        )
        self._facts.show_facts(*(Fact(text) for text in texts if text))
        fee = item.guide.fee if item else None
        self._fee.setText(words("guide_desk.item.fee", fee=fee) if fee else "")
        self._online.setVisible(bool(errand.row.online))
        self._unserved.setVisible(errand.row.line is None)

    def show_code(self) -> None:
        """Open the code of the item, if it can be done online."""
        if self._errand is not None and self._errand.row.online:
            self.card.show_item(self._errand)
            self.card.open_below(self._online)

    def _send(self) -> None:
        if self._errand is not None:
            self.sent_online.emit(self._errand.code)
