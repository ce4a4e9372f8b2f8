"""The side column: whom to call, what the rating was about, and what the person at the station was given themselves."""

from PySide6.QtCore import Signal

from app.domain.five_ones import Ratio
from app.domain.person import mask_name
from app.domain.rating import RatingLevel
from app.ports.rows import FollowUpPage, OwnRatings
from app.texts import code_of
from ui.follow_ups.state import FollowUpsState
from ui.follow_ups.wording import counter_text, level_text
from ui.widgets.button import ActionButton
from ui.widgets.button_look import Kind, Size
from ui.widgets.fact_card import Fact, FactCard
from ui.words import Words
from ui.worklist.columns import Context
from ui.worklist.wording import day_text


class FollowUpContext(Context[FollowUpsState]):
    """Three cards. ``revealed`` to read in the clear whom to call."""

    revealed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.reveal = ActionButton(
            words("follow_ups.side.reveal"), icon="eye", kind=Kind.QUIET, size=Size.INLINE
        )
        self.reveal.clicked.connect(self.revealed)
        self._person = FactCard(words("follow_ups.side.person"), self.reveal)
        self._service = FactCard(words("follow_ups.side.service"))
        self._own = FactCard(words("follow_ups.own.title"))
        self.cards.put(self._person, self._service, self._own, None)

    def show_state(self, state: FollowUpsState) -> None:
        """Show what stands around the follow-up on the page, and the person's own figures."""
        page, words = state.page, self._words
        for card, shown in ((self._person, page), (self._service, page), (self._own, state.own)):
            card.setVisible(shown is not None)
        if state.own is not None:
            self._own.show_facts(self._own_facts(state, state.own), "")
        if page is None:
            return
        self._person.show_facts(self._person_facts(state, page), words("follow_ups.side.nobody"))
        self._service.show_facts(self._service_facts(state, page), "")
        self.reveal.setVisible(bool(page.name or page.phone) and state.revealed is None)

    def _own_facts(self, state: FollowUpsState, own: OwnRatings) -> list[Fact]:
        words, counts = self._words, own.counts
        first, last = (day_text(words, day, state.year) for day in (own.span.first, own.span.last))
        days = (words("follow_ups.own.days"), words("follow_ups.own.span", first=first, last=last))
        if counts.too_few:
            return [days, (words("follow_ups.own.all"), words("rating.too_few"))]
        return [
            days,
            *((level_text(words, level), self._of_how_many(counts.ratio(level))) for level in RatingLevel),
            (words("follow_ups.own.bad"), self._of_how_many(counts.bad)),
            (words("follow_ups.own.set_aside"), str(counts.set_aside or "")),
        ]

    def _of_how_many(self, ratio: Ratio) -> str:
        """The count and the share beside it; of nothing there is no share."""
        if ratio.share is None:
            return str(ratio.numerator)
        told = {"count": ratio.numerator, "total": ratio.denominator, "share": f"{ratio.share:.1%}"}
        return self._words("follow_ups.own.count", **told)

    def _person_facts(self, state: FollowUpsState, page: FollowUpPage) -> list[Fact]:
        words, clear = self._words, state.revealed
        return [
            (words("follow_ups.side.name"), (clear.name if clear else page.name) or ""),
            (words("follow_ups.side.phone"), (clear.phone if clear else page.phone) or ""),
        ]

    def _service_facts(self, state: FollowUpsState, page: FollowUpPage) -> list[Fact]:
        words, row = self._words, page.row
        return [
            (words("follow_ups.side.ticket"), row.ticket),
            (words("follow_ups.side.served"), day_text(words, row.served_on, state.year)),
            (words("follow_ups.side.item"), row.item_name or row.item),
            (words("follow_ups.side.department"), row.department),
            (words("follow_ups.side.counter"), counter_text(words, row)),
            (words("follow_ups.side.clerk"), f"{mask_name(row.clerk_name)}  {row.clerk}"),
            (words("follow_ups.side.source"), words(code_of(page.source))),
        ]
