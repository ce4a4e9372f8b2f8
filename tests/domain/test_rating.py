"""What can be rated, once and by nobody's default."""

from dataclasses import fields

import pytest

from app.domain.errand import Errand, Outcome
from app.domain.rating import LONGEST_COMMENT, Rating, RatingLevel, comment_of, errand_to_rate, is_served
from tests.domain.make import CLERK, COUNTER, at, errand, ticket
from tests.domain.ratings import rating
from tests.refusals import refused


def done(outcome: Outcome = Outcome.COMPLETED, minute: float = 5, code: str = "IT001") -> Errand:
    return errand(
        code, counter=COUNTER, clerk=CLERK, started_at=at(0), outcome=outcome, finished_at=at(minute)
    )


def test_the_last_two_levels_are_bad() -> None:
    assert [level.is_bad for level in RatingLevel] == [False, False, False, True, True]


def test_no_level_is_ever_filled_in() -> None:
    (level,) = (field for field in fields(Rating) if field.name == "level")
    with pytest.raises(TypeError):
        Rating()  # type: ignore[call-arg]
    assert "MISSING" in repr(level.default)


@pytest.mark.parametrize("outcome", Outcome)
def test_what_was_done_with_at_a_counter_can_be_rated(outcome: Outcome) -> None:
    assert is_served(done(outcome)) is (outcome not in (Outcome.LEFT, Outcome.WRONG_ITEM))


def test_what_nobody_served_cannot_be_rated() -> None:
    for open_errand in (errand(), errand(counter=COUNTER, clerk=CLERK, started_at=at(0))):
        with refused("rating.rule.not_served", number="A001"):
            errand_to_rate(ticket(errands=(open_errand,)), ())


def test_a_test_ticket_cannot_be_rated() -> None:
    with refused("rating.rule.test_ticket"):
        errand_to_rate(ticket(errands=(done(),), is_test=True), ())


def test_each_errand_is_rated_once_the_latest_first() -> None:
    first, second = done(minute=5), done(minute=9, code="IT002")
    of_both = ticket(errands=(first, second))
    assert errand_to_rate(of_both, ()) == second
    assert errand_to_rate(of_both, (), "IT001") == first
    assert errand_to_rate(of_both, (second.id,)) == first
    with refused("rating.rule.twice", number="A001"):
        errand_to_rate(of_both, (second.id,), "IT002")
    with refused("rating.rule.twice"):
        errand_to_rate(of_both, (first.id, second.id))


def test_a_comment_holds_no_personal_number() -> None:
    assert comment_of(" 请打 13800000001 ") == "请打 138****0001"
    with refused("rating.rule.comment", most=LONGEST_COMMENT):
        comment_of("慢" * (LONGEST_COMMENT + 1))


def test_the_trail_does_not_tell_the_level() -> None:
    assert rating().given().facts == {"ticket": "A001"}
