"""The desk of the errand at hand: item, materials to judge, guide, and what was told before."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.domain.catalogue import Regime
from app.ports.rows import TicketRow
from ui.counter.state import CounterState, Phase
from ui.counter.view_guide import GuidePage
from ui.counter.view_history import HistoryPage
from ui.counter.view_materials import MaterialList
from ui.counter.view_slip import SlipPanel
from ui.shell import Fact
from ui.shell.facts import FactLine
from ui.theme import STATUS_LOOKS, Type
from ui.widgets.card import Card, Panel
from ui.widgets.keycap import KeyCap
from ui.widgets.layouts import column, row
from ui.widgets.material_row import JUDGEMENTS
from ui.widgets.tabs import Tabs
from ui.widgets.text import ElidedText, Text
from ui.words import Words

_KEYS = tuple((str(at), STATUS_LOOKS[status].code) for at, status in enumerate(JUDGEMENTS, 1))


class DeskCard(Card):
    """``materials``, ``slip`` and ``history`` report what is done in them."""

    asked = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._serving: str | None = None
        self._name = ElidedText("", Type.EMPHASIS, bold=True)
        self._facts = FactLine(ruled=True, size=Type.DETAIL, icon_size=14)
        self._tabs = Tabs(3)
        self._hints = _KeyHints(words)
        self.materials, self.guide = MaterialList(words), GuidePage(words)
        self.history, self.slip = HistoryPage(words), SlipPanel(words)
        self._pages = QStackedWidget()
        self._build()
        self._tabs.went.connect(self._go)
        self.slip.asked.connect(self.asked)

    def _build(self) -> None:
        head = Panel(margins=(16, 12, 16, 0), gap=4, bottom=True)
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        head.body.put(self._name)
        head.body.addLayout(row().put(self._facts, None))
        tabs = row(gap=16).put(self._tabs)
        tabs.addWidget(self._hints, 1)
        head.body.addLayout(tabs)
        judging = QWidget()
        box = column(judging)
        box.addWidget(self.materials, 1)
        box.addWidget(self.slip)
        for page in (judging, self.guide, self.history):
            self._pages.addWidget(page)
        self.body.put(head)
        self.body.addWidget(self._pages, 1)

    def show_state(self, state: CounterState) -> None:
        """Show the errand; when service begins its materials are in front."""
        if state.ticket is None:
            self._serving = None
            return
        self._show_head(state, state.ticket)
        self.materials.show_state(state)
        self.slip.show_state(state)
        self.guide.show_state(state)
        self.history.show_state(state)
        key = f"{state.ticket.id}/{state.ticket.errand.item}" if state.phase is Phase.SERVING else None
        begins = key is not None and key != self._serving
        self._serving = key
        if begins and state.sheet is None:
            self._go(0)

    def lead_to_gap(self) -> None:
        """Put the keyboard on what a material beyond the list still lacks."""
        self._go(0)
        self.materials.beyond.focus_gap()

    def _show_head(self, state: CounterState, ticket: TicketRow) -> None:
        self._name.setText(ticket.errand.item_name)
        self._facts.show_facts(*(Fact(text) for text in self._head_facts(state, ticket)))
        words, told = self._words, len(state.earlier)
        self._tabs.show_texts(
            (
                words("counter.tab.materials", count=len(state.materials)),
                words("counter.tab.guide"),
                words("counter.tab.history", count=told),
            )
        )
        self._hints.setVisible(self._pages.currentIndex() == 0 and bool(state.materials))

    def _head_facts(self, state: CounterState, ticket: TicketRow) -> list[str]:
        words, item = self._words, state.item
        facts = []
        if ticket.errand.situation:
            facts.append(words("counter.errand.situation", situation=ticket.errand.situation))
        if item is None:
            return [*facts, words("counter.errand.not_in_force")]
        if item.handling:
            facts.append(words(f"handling_type.{item.handling}"))
        facts.append(words("counter.errand.received", day=ticket.day))
        if state.tell_by is not None and item.regime is Regime.LICENCE:
            code = (
                "counter.errand.tell_by_provisional"
                if state.tell_by.provisional
                else "counter.errand.tell_by"
            )
            facts.append(words(code, day=state.tell_by.day))
        if not item.materials_complete:
            facts.append(words("counter.errand.cut_off"))
        return facts

    def _go(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._tabs.go(page)
        self._hints.setVisible(page == 0)


class _KeyHints(QWidget):
    """The keys of the list, at the right; where room is short the arrows go first, then the verdicts."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._arrows, self._verdicts = QWidget(), QWidget()
        row(self._arrows, gap=6).put(KeyCap("↑"), KeyCap("↓"), _hint(words("counter.keys.row")), 14)
        line = row(self._verdicts, gap=6)
        for key, code in _KEYS:
            line.put(8 if key != _KEYS[0][0] else 0, KeyCap(key), _hint(words(code)))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row(self, gap=0).put(None, self._arrows, self._verdicts)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        room, needed = event.size().width(), self._verdicts.sizeHint().width()
        self._verdicts.setVisible(room >= needed)
        self._arrows.setVisible(room >= needed + self._arrows.sizeHint().width())


def _hint(text: str) -> Text:
    return Text(text, Type.DETAIL, "text2")
