"""The side column: who reported the case, and what was going on."""

from app.ports.rows import ExceptionPage
from ui.exceptions.state import ExceptionsState
from ui.exceptions.wording import person_text
from ui.widgets.fact_card import Fact, FactCard
from ui.words import Words
from ui.worklist.columns import Context
from ui.worklist.wording import moment_text


class CaseContext(Context[ExceptionsState]):
    """Two cards: the person and the context."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
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
