"""A material that does not apply: judged by key 4, told by the guide desk before, and never all of a list by habit."""

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from app.domain.judgement import Verdict
from app.domain.ticket_table import TicketState
from app.services.issue_ticket import ErrandWish
from app.texts import LANGUAGES, Language, Texts
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.desks import live
from tests.ui.counter.morning import MORTGAGE, Morning, visitor
from ui.counter import rules
from ui.counter.intents import Intent
from ui.counter.view_desk import DeskCard
from ui.widgets.chip import StatusChip
from ui.widgets.keycap import KeyCap
from ui.widgets.text import Text

MIDDLE_AT_1366 = 742
"""The card's width on the smallest screen."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_four_keys_stand_in_the_tab_row_of_the_smallest_screen(
    dressed: QApplication, language: Language
) -> None:
    card = DeskCard(Texts(language))
    card.show_state(live(TicketState.SERVING))
    card.resize(MIDDLE_AT_1366, 600)
    card.grab()  # lays it out without a window, whose closing would end the loop of the next test
    caps = [cap.accessibleName() for cap in card.findChildren(KeyCap) if cap.isVisibleTo(card)]
    delete(card)
    assert [text for text in caps if text.isdigit()] == ["1", "2", "3", "4"]


async def test_the_four_digits_give_the_four_verdicts(counter: CounterAtWork, morning: Morning) -> None:
    await _serve(counter, morning, ErrandWish(MORTGAGE))
    for digit in "124":
        counter.type(digit)
    counter.type("3")
    verdicts = [j.verdict for j in counter.state.draft.judgements]
    assert verdicts == [Verdict.COMPLETE, Verdict.MISSING, Verdict.NOT_APPLICABLE, Verdict.WRONG]


async def test_the_clerk_sees_what_the_guide_desk_set_aside(counter: CounterAtWork, morning: Morning) -> None:
    """Seven of eight are needed and one of them was seen: the set-aside one is not among the missing."""
    wish = ErrandWish(MORTGAGE, brought=frozenset({1}), not_applicable=frozenset({2}))
    await morning.issue(wish, who=visitor(1))
    await counter.sign_in()
    await counter.until(lambda state: state.next is not None and state.materials)
    person, names = counter.room.view.body.person, [m.name for m in counter.state.materials]
    assert "1 / 7 已带" in [chip.text() for chip in person.findChildren(StatusChip)]
    assert f"{names[0]}\n{names[1]}（不需要）" in [text.text() for text in person.findChildren(Text)]


async def test_a_list_of_which_nothing_applies_asks_for_a_second_look(
    counter: CounterAtWork, morning: Morning
) -> None:
    await _serve(counter, morning, ErrandWish(MORTGAGE))
    for _ in counter.state.materials:
        counter.type("4")
    assert counter.state.judged.is_whole
    assert Intent.NOTICE not in rules.enabled(counter.state)
    assert rules.usual_outcome(counter.state) is None
    said = [text.text() for text in counter.room.widget.findChildren(Text)]
    assert "全部材料都不适用，请核对事项和情形。" in said


async def _serve(counter: CounterAtWork, morning: Morning, wish: ErrandWish) -> None:
    await morning.issue(wish, who=visitor(1))
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
