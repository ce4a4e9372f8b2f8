"""Which figures of ratings are too few to show."""

import pytest

from app.domain.rating_figures import FEWEST, too_few


@pytest.mark.parametrize(
    ("totals", "hidden"),
    [
        ((), set()),
        ((0, FEWEST, 9), set()),
        ((FEWEST - 1,), {0}),
        ((2, 0, 3, 20), {0, 2}),  # together enough
        ((40, 3, 0, 12), {1, 3}),  # alone it could be had by subtraction
        ((1, 1, FEWEST, 30), {0, 1, 2}),
    ],
)
def test_few_are_hidden_so_that_nobody_can_subtract_them(totals: tuple[int, ...], hidden: set[int]) -> None:
    assert too_few(totals) == hidden
