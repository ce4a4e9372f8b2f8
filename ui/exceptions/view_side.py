"""The side column: who reported the case, what was going on, and which cases are like it."""

from app.ports.rows import ExceptionPage
from ui.exceptions.state import ExceptionsState
from ui.exceptions.wording import person_text
from ui.similar_card import SimilarCard
from ui.widgets.card import Panel
from ui.widgets.fact_card import Fact, FactCard
from ui.widgets.layouts import NONE
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.side_column import SideColumn
from ui.words import Words
from ui.worklist.columns import Context
from ui.worklist.wording import moment_text


class CaseContext(Context[ExceptionsState]):
    """Three cards: the person, the context, and cases like it."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._person = FactCard(words("exceptions.side.person"))
        self._context = FactCard(words("exceptions.side.context"))
        self._alike = SimilarCard(words, words("similar.none"))
        self.body.put(self._person, self._context)
        self.body.addWidget(_scrolled(self._alike), 1)

    def show_state(self, state: ExceptionsState) -> None:
        """Show what stands around the case on the page."""
        if state.page is None:
            return
        words = self._words
        self._person.show_facts(self._person_facts(state, state.page), words("exceptions.person.none"))
        self._context.show_facts(self._context_facts(state.page), words("exceptions.side.no_context"))
        self._alike.setVisible(state.alike_to == state.page.row.number)
        self._alike.show_cases(state.alike)

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
            (words("exceptions.side.group"), page.group or ""),
        ]


class BesideNew(SideColumn):
    """What stands beside the form of a new case: cases like what is typed there."""

    def __init__(self, words: Words) -> None:
        super().__init__(288, 200)
        self._similar = SimilarCard(words, words("similar.as_typed"))
        self.body.addWidget(_scrolled(self._similar), 1)

    def show_state(self, state: ExceptionsState) -> None:
        """Show what was found."""
        self._similar.show_cases(state.similar)


def _scrolled(card: SimilarCard) -> ScrollPage:
    """What others told may be longer than the screen is high."""
    page = Panel(margins=NONE, gap=0)
    page.body.put(card, None)
    return ScrollPage(page)
