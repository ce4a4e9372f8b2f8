"""Opening, pausing, changing clerks and closing."""

import pytest

from app.domain.counter import CounterAction, CounterState
from tests.domain.make import CLERK, LINE, NINE, OTHER_CLERK, OTHER_LINE, at, counter, minutes
from tests.refusals import refused

CLOSED = {"state": CounterState.CLOSED, "clerk": None}


def test_open_pause_resume_close() -> None:
    opened, (event,) = counter(**CLOSED).open(CLERK, NINE)
    assert (opened.state, opened.clerk, opened.since, event.action) == (
        CounterState.OPEN, CLERK, NINE, CounterAction.OPEN,
    )  # fmt: skip
    paused, _ = opened.pause(" 取材料 ", at(1))
    assert (paused.state, paused.clerk, paused.pause_reason) == (CounterState.PAUSED, CLERK, "取材料")
    resumed, _ = paused.resume(at(2))
    assert (resumed.state, resumed.clerk, resumed.pause_reason) == (CounterState.OPEN, CLERK, None)
    closed, _ = resumed.close(at(3))
    assert (closed.state, closed.clerk) == (CounterState.CLOSED, None)


def test_the_same_clerk_opening_again_changes_nothing_or_resumes() -> None:
    assert counter().open(CLERK, at(9)) == (counter(), ())
    resumed, (event,) = counter(state=CounterState.PAUSED).open(CLERK, at(9))
    assert (resumed.state, event.action) == (CounterState.OPEN, CounterAction.RESUME)


def test_another_clerk_does_not_open_but_takes_over() -> None:
    with refused("counter.rule.occupied", counter=3):
        counter().open(OTHER_CLERK, NINE)
    for state in (CounterState.OPEN, CounterState.PAUSED):
        taken, (event,) = counter(state=state, pause_reason="午休").hand_over(OTHER_CLERK, at(1))
        assert (taken.state, taken.clerk, taken.pause_reason) == (CounterState.OPEN, OTHER_CLERK, None)
        assert event.action is CounterAction.HAND_OVER


def test_a_closed_counter_is_not_handed_over() -> None:
    with refused("counter.rule.transition", state=CounterState.CLOSED):
        counter(**CLOSED).hand_over(OTHER_CLERK, NINE)


def test_a_pause_says_why() -> None:
    with refused("counter.rule.pause_reason"):
        counter().pause(" ", NINE)


@pytest.mark.parametrize("state", [CounterState.CLOSED, CounterState.PAUSED])
def test_only_an_open_counter_calls(state: CounterState) -> None:
    counter().must_be_open()
    with refused("counter.rule.not_open", state=state):
        counter(state=state).must_be_open()


def test_commands_are_the_sitting_clerks() -> None:
    counter().must_be_staffed_by(CLERK)
    with refused("counter.rule.other_clerk"):
        counter().must_be_staffed_by(OTHER_CLERK)


def test_preference_of_a_line_served_and_of_another() -> None:
    favouring = counter(lines={LINE: minutes(5)})
    assert (favouring.preference(LINE), favouring.preference(OTHER_LINE)) == (minutes(5), minutes(0))
    assert favouring.serves(LINE)
    assert not favouring.serves(OTHER_LINE)
