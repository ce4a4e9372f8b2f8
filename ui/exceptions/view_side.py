"""The side column: who reported the case, and what was going on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ports.rows import ExceptionPage
from ui.exceptions.state import ExceptionsState
from ui.exceptions.wording import moment_text, person_text
from ui.theme import Type, active
from ui.widgets.card import Card, Panel, SectionHead
from ui.widgets.side_column import SideColumn
from ui.widgets.text import Text
from ui.words import Words

Fact = tuple[str, str]
"""What it is, and its value; facts without a value are not shown."""


class FactCard(Card):
    """A titled card of facts, one below the other."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] | None = None
        self._panel = Panel(gap=0)
        self._inside = QWidget()
        self._panel.body.put(self._inside)
        self.body.put(SectionHead(title), self._panel)

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


class CaseContext(SideColumn):
    """Two cards: the person and the context."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(288, 200, parent)
        self._words = words
        self._person = FactCard(words("exceptions.side.person"))
        self._context = FactCard(words("exceptions.side.context"))
        self.body.put(self._person, self._context, None)

    def show_state(self, state: ExceptionsState) -> None:
        """Show what stands around the case on the page."""
        if state.page is None:
            return
        words = self._words
        self._person.show_facts(self._person_facts(state, state.page), words("exceptions.person.none"))
        self._context.show_facts(self._context_facts(state.page), words("exceptions.side.no_context"))

    def _person_facts(self, state: ExceptionsState, page: ExceptionPage) -> list[Fact]:
        words = self._words
        return [
            (words("exceptions.side.name"), person_text(words, page)),
            (words("exceptions.side.phone"), page.phone or ""),
            (words("exceptions.side.channel"), words(f"channel.{page.row.channel.value}")),
            (words("exceptions.side.registered"), moment_text(words, state, page.row.registered_at)),
            (words("exceptions.side.trips"), words("exceptions.trips.count", count=page.trips) if page.trips else ""),
        ]  # fmt: skip

    def _context_facts(self, page: ExceptionPage) -> list[Fact]:
        words = self._words
        counter = words("exceptions.counter", number=page.counter) if page.counter is not None else ""
        return [
            (words("exceptions.side.ticket"), page.ticket or ""),
            (words("exceptions.side.item"), page.item_name or page.item or ""),
            (words("exceptions.side.counter"), counter),
            (words("exceptions.side.notice"), page.notice or ""),
        ]
