"""The head of an item's page: its name, the facts people ask for, and the way round the queue."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.guide_desk.draft import ErrandDraft
from ui.guide_desk.phrases import counters_text, handling_text
from ui.guide_desk.state import GuideDeskState
from ui.shell.facts import Fact, FactLine
from ui.theme import Tone, Type
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Size
from ui.widgets.card import Card, Panel
from ui.widgets.chip import Chip
from ui.widgets.layouts import row
from ui.widgets.qr_code import QrCode
from ui.widgets.text import ElidedText, Text
from ui.words import Words


class ItemHead(Panel):
    """Name, department, time limit, fee, counters; ``can be done online`` shows a code for the phone."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(16, 12, 16, 10), gap=6, bottom=True)
        self._words = words
        self._name = Text("", Type.TITLE, bold=True, wrap=True)
        self._facts = FactLine(ruled=True, size=Type.DETAIL, icon_size=14)
        self._fee = ElidedText("", Type.DETAIL, "text2")
        self._online = ActionButton(words("guide_desk.online.show"), icon="qr-code", size=Size.INLINE)
        self._unserved = Chip(words("guide_desk.item.unserved"), Tone.WARN, "warning-fill")
        line = row(gap=12).put(self._facts)
        line.addWidget(self._fee, 1)
        line.put(self._unserved, self._online)
        self.body.put(self._name)
        self.body.addLayout(line)
        self._card = OnlineCard(words)
        self._online.clicked.connect(self._show_code)
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

    def _show_code(self) -> None:
        if self._errand is not None:
            self._card.show_item(self._errand)
            self._card.open_below(self._online)


class OnlineCard(Card):
    """What a phone needs to do it online; closes by itself when one goes on. Read by the applicant's own phone."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, padded=True, gap=10)
        self.setWindowFlags(Qt.WindowType.Popup)
        self._words = words
        self._code = QrCode(size=232)
        self._name = Text("", Type.BODY, bold=True, wrap=True)
        self._help = Text(words("guide_desk.online.help"), Type.DETAIL, "text2", wrap=True)
        self.body.put(self._code, self._name, self._help)
        self._name.setFixedWidth(self._code.sizeHint().width())
        self._help.setFixedWidth(self._code.sizeHint().width())

    def show_item(self, errand: ErrandDraft) -> None:
        """Draw the code of one item."""
        self._name.setText(errand.row.name)
        self._code.show_code(
            self._words("guide_desk.online.code", name=errand.row.name, code=errand.row.code)
        )

    def open_below(self, button: QWidget) -> None:
        """Open at the button's lower right corner."""
        self.adjustSize()
        corner = button.mapToGlobal(button.rect().bottomRight())
        self.move(corner.x() - self.width(), corner.y() + 8)
        self.show()
