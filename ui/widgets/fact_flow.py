"""Short facts in a line."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.theme import Type
from ui.widgets.card import Rule
from ui.widgets.layouts import FlowLayout, row
from ui.widgets.text import Text


class FactFlow(QWidget):
    """Short facts parted by rules, which wrap where room ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=9)
        self._facts: tuple[str, ...] = ()

    def show_facts(self, facts: Sequence[str]) -> None:
        """Show these facts in order."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for at, fact in enumerate(facts):
            part = QWidget(self)
            row(part, gap=9).put(*([Rule(12)] if at else []), Text(fact, Type.DETAIL, "text2"))
            self._flow.addWidget(part)
            part.show()
        self.updateGeometry()
