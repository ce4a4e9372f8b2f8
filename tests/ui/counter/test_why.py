"""Why this ticket is next: the pieces of the arrow and the sentence below it are true."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.policy import Priority
from app.texts import Texts
from tests.ui.counter.desks import NOW, desk, shown, ticket
from ui.counter.state import CounterState
from ui.counter.why import Piece, order_text, places_of, why_rule

WORDS = Texts("zh")


def minutes(count: float) -> timedelta:
    """A few minutes."""
    return timedelta(minutes=count)


def waiting(favour: float = 0, **first: object) -> CounterState:
    """Two lines, of which this counter may favour A; the first ticket is of that line."""
    came = NOW - minutes(20)
    second = ticket("B002", line="B", issued_at=came - minutes(2), line_at=came - minutes(2))
    head = ticket("A001", **{"issued_at": came, "line_at": came, **first})
    return shown(desk(queue=(head, second), preferences={"A": minutes(favour), "B": minutes(0)}))


def pieces(state: CounterState) -> list[tuple[timedelta, str]]:
    """How far each piece of the first arrow leads, and its words."""
    return [(piece.end - piece.start, piece.why) for piece in places_of(state, WORDS)[0].pieces]


def test_who_was_moved_by_nothing_has_no_arrow() -> None:
    place = places_of(waiting(), WORDS)[0]
    assert (place.pieces, place.place) == ((), place.came)


def test_the_preference_is_a_piece_of_its_own_behind_the_head_start() -> None:
    came = NOW - minutes(20)
    state = waiting(5, priority=Priority.ELDERLY, line_at=came - minutes(20))
    elderly = WORDS("priority.elderly")
    assert pieces(state) == [(-minutes(20), f"{elderly}，提前 20 分"), (-minutes(5), "本窗口优先 5 分")]
    place = places_of(state, WORDS)[0]
    assert place.place == came - minutes(25)
    assert [piece.is_here for piece in place.pieces] == [False, True]


def test_a_missed_ticket_goes_back_and_is_favoured_all_the_same() -> None:
    state = waiting(5, line_at=NOW - minutes(10), misses=1)
    assert pieces(state) == [(minutes(10), "过号，后移 10 分"), (-minutes(5), "本窗口优先 5 分")]


def test_only_lines_served_here_are_favoured() -> None:
    state = waiting(5)
    first, second = places_of(state, WORDS)
    assert second.pieces == ()
    assert [type(piece) for piece in first.pieces] == [Piece]
    pinned = waiting(5, line="Z")
    assert places_of(pinned, WORDS)[0].pieces == ()


def test_the_sentence_names_preference_and_bound() -> None:
    came = (NOW - minutes(20)).astimezone()
    state = replace(waiting(5), zone=came.tzinfo)
    said = why_rule(state, WORDS)
    assert f"排位 {came:%H:%M}，本窗口优先 5 分，按 {came - minutes(5):%H:%M} 算" in said
    assert "晚来 25 分钟以上" in said, "largest head start 20, largest preference 5"
    assert order_text(state, WORDS) == WORDS("counter.why.order_favoured")


@pytest.mark.parametrize(("line", "bound"), [("B", 25), ("A", 25)])
def test_the_bound_counts_the_largest_preference_whoever_is_next(line: str, bound: int) -> None:
    said = why_rule(waiting(5, line=line), WORDS)
    assert f"晚来 {bound} 分钟以上" in said


def test_without_a_preference_the_place_alone_decides() -> None:
    state = waiting()
    said = why_rule(state, WORDS)
    assert "优先" not in said
    assert "晚来 20 分钟以上" in said
    assert order_text(state, WORDS) == WORDS("counter.why.order")
