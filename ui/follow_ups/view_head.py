"""The head of a follow-up: what was said of what, how urgent it is, and how far it has come."""

from app.domain.follow_up_table import FollowUpState
from app.ports.rows import FollowUpPage
from app.texts import code_of
from ui.follow_ups.rules import urgency
from ui.follow_ups.state import FollowUpsState
from ui.follow_ups.wording import appeal_text, counter_text, owner_text, title_text
from ui.worklist.head import Head
from ui.worklist.wording import urgency_text

_S = FollowUpState


class FollowUpHead(Head[FollowUpsState]):
    """A follow-up is the rating that it is about."""

    def show_state(self, state: FollowUpsState) -> None:
        """Show the head of the follow-up on the page."""
        page = state.page
        if page is None:
            return
        words, row = self._words, page.row
        how_urgent = urgency(state, row)
        said = urgency_text(words, state, how_urgent, row.due, words(code_of(_S.CLOSED)))
        self._show_title(title_text(words, row), self._facts_of(page), how_urgent, said)
        way = way_of(page)
        names = [words(code_of(step)) for step in way]
        self._way.show_steps(names, len(way) if row.state is _S.CLOSED else way.index(row.state))

    def _facts_of(self, page: FollowUpPage) -> list[str]:
        words, row = self._words, page.row
        return [
            row.number,
            counter_text(words, row),
            words("follow_ups.owner", owner=owner_text(words, row)),
            words("follow_ups.complex") if row.is_complex else "",
            appeal_text(words, row.appeal),
        ]


def way_of(page: FollowUpPage) -> tuple[FollowUpState, ...]:
    """The ordinary way; who left no phone is not asked afterwards, and few are appealed against once on file."""
    aside = set() if page.is_reachable else {_S.ASKED}
    if page.row.state is not _S.APPEALED:
        aside.add(_S.APPEALED)
    return tuple(state for state in _S if state not in aside)
