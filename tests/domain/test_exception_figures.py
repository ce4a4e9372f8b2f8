"""Which units are named, and how many of how many each figure is."""

from app.domain.exception_figures import (
    ExceptionFigure,
    ExceptionFigures,
    best_first,
    worst_first,
)
from app.domain.exception_table import UNANSWERED, ExceptionState
from app.domain.five_ones import Ratio

FIGURES = ExceptionFigures(
    registered=10, answered=8, median_days=2.5, p90_days=7, open=4, overdue=3, reopened=1, asked=5, satisfied=4
)  # fmt: skip


def test_each_figure_is_so_many_of_so_many() -> None:
    assert {figure: FIGURES.ratio(figure) for figure in ExceptionFigure} == {
        ExceptionFigure.REGISTERED: Ratio(10, 10),
        ExceptionFigure.ANSWERED: Ratio(8, 10),
        ExceptionFigure.OPEN: Ratio(4, 10),
        ExceptionFigure.OVERDUE: Ratio(3, 10),
        ExceptionFigure.REOPENED: Ratio(1, 10),
        ExceptionFigure.SATISFIED: Ratio(4, 5),
    }


def test_nobody_owes_an_answer_that_was_given() -> None:
    assert set(ExceptionState) - {
        ExceptionState.ANSWERED, ExceptionState.FOLLOWED_UP, ExceptionState.CLOSED
    } == set(UNANSWERED)  # fmt: skip


def test_the_worst_have_most_overdue_and_of_equally_many_the_larger_share() -> None:
    parts = {
        "few": ExceptionFigures(registered=4, overdue=1),
        "many": ExceptionFigures(registered=30, overdue=5),
        "same": ExceptionFigures(registered=6, overdue=5),
        "none": ExceptionFigures(registered=9, answered=9, median_days=1.0),
        "one": ExceptionFigures(registered=9, overdue=1),
    }
    assert worst_first(parts) == ("same", "many", "few")


def test_the_best_have_nothing_overdue_and_are_quick() -> None:
    parts = {
        "late": ExceptionFigures(registered=4, answered=4, median_days=0.0, overdue=1),
        "quick": ExceptionFigures(registered=4, answered=2, median_days=0.5),
        "more": ExceptionFigures(registered=4, answered=4, median_days=0.5),
        "slow": ExceptionFigures(registered=9, answered=9, median_days=3.0),
        "slower": ExceptionFigures(registered=9, answered=9, median_days=4.0),
        "silent": ExceptionFigures(registered=3),
    }
    assert best_first(parts) == ("more", "quick", "slow")
