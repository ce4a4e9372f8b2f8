"""Why this ticket is next: the sentence below the drawing is true."""

from dataclasses import replace
from datetime import timedelta

from app.services.issue_ticket import ErrandWish
from app.texts import Texts
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.morning import MORTGAGE, Morning, visitor
from ui.counter.view_why import why_rule


async def test_who_is_called_before_an_earlier_place_is_said_to_be_preferred(
    counter: CounterAtWork, morning: Morning
) -> None:
    for serial in (1, 2):
        await morning.issue(ErrandWish(MORTGAGE), who=visitor(serial))
        morning.pass_minutes(2)
    await counter.sign_in()
    state = await counter.until(lambda state: state.desk and len(state.desk.queue) == 2)
    words = Texts("zh")
    assert "最早" in why_rule(state, words)
    assert state.desk is not None
    first, second = state.desk.queue
    earlier = replace(second, line_at=first.line_at - timedelta(minutes=5))
    preferred = replace(state, desk=replace(state.desk, queue=(first, earlier)))
    said = why_rule(preferred, words)
    assert "最早" not in said
    assert "优先" in said
    assert first.number in said
    assert second.number in said
