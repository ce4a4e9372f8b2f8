"""One item on one page: facts, situations, materials; no dialogs."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.guide_desk.draft import ErrandDraft
from ui.guide_desk.item_head import ItemHead
from ui.guide_desk.material_list import MaterialList
from ui.guide_desk.state import GuideDeskState
from ui.theme import Type, look_of
from ui.widgets.card import Panel
from ui.widgets.chip_choice import ChipChoice
from ui.widgets.choice import Option
from ui.widgets.keycap import KeyCap
from ui.widgets.layouts import column, row
from ui.widgets.text import Text
from ui.words import Words

_MOST_SITUATIONS = 110  # px at scale 1: three rows of chips and the top of a fourth; more of them scroll


class ItemPage(QWidget):
    """``situation_chosen(name)``; choosing the chosen one again, or none, shows the item's whole list."""

    situation_chosen = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.head = ItemHead(words)
        self.situations = ChipChoice()
        self._panel = Panel(margins=(16, 10, 16, 10), gap=8, bottom=True)
        self._panel.body.addLayout(
            row(gap=6).put(
                Text(words("guide_desk.situation.title"), bold=True),
                None,
                KeyCap("Alt"),
                Text(words("guide_desk.situation.keys"), Type.CAPTION, "text2"),
            )
        )
        self._panel.body.addWidget(_LowScroll(self.situations, _MOST_SITUATIONS))
        self.materials = MaterialList(words)
        box = column(self)
        box.put(self.head, self._panel)
        box.addWidget(self.materials, 1)
        self.situations.chosen.connect(self.situation_chosen)

    def show_state(self, errand: ErrandDraft, state: GuideDeskState) -> None:
        """Show the errand on the page."""
        self.head.show_state(errand, state)
        names = errand.row.situations
        self._panel.setVisible(bool(names))
        self.situations.show_options([Option(name, name) for name in names], errand.situation)
        self.materials.show_state(errand, state)


class _LowScroll(QScrollArea):
    """As tall as what is in it at its width, up to a limit."""

    def __init__(self, inside: QWidget, most: int) -> None:
        super().__init__()
        self._inside, self._most = inside, most
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        wanted = self._inside.heightForWidth(max(1, self.viewport().width()))
        return QSize(super().sizeHint().width(), min(wanted, look_of(self).px(self._most)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height that the present content needs."""
        self.setFixedHeight(self.sizeHint().height())
