"""A titled card of facts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Type, active
from ui.widgets.card import Card, Panel, SectionHead
from ui.widgets.text import Text

Fact = tuple[str, str]
"""What it is, and its value; facts without a value are not shown."""


class FactCard(Card):
    """A titled card of facts, one below the other."""

    def __init__(self, title: str, trailing: str | QWidget = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] | None = None
        self._panel = Panel(gap=0)
        self._inside = QWidget()
        self._panel.body.put(self._inside)
        self.body.put(SectionHead(title, trailing=trailing), self._panel)

    def show_facts(self, facts: Sequence[Fact], nothing: str) -> None:
        """Show the facts that have a value, or that there are none."""
        known = tuple(fact for fact in facts if fact[1])
        if known == self._facts:
            return
        self._facts = known
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(active.look.px(12))
        grid.setVerticalSpacing(active.look.px(6))
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(known):
            grid.addWidget(Text(name, Type.DETAIL, "text2"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(value, Type.DETAIL, wrap=True), at, 1)
        if not known:
            grid.addWidget(Text(nothing, Type.DETAIL, "text2", wrap=True), 0, 0, 1, 2)
        self._panel.body.replaceWidget(self._inside, fresh)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = fresh
