"""What is told of ratings: each so many of all that count."""

from enum import StrEnum


class RatingFigure(StrEnum):
    """The figures. Their words and meanings are texts of these codes."""

    GOOD = "good"  # not bad: the three upper levels
    VERY_SATISFIED = "very_satisfied"
    SATISFIED = "satisfied"
    FAIRLY_SATISFIED = "fairly_satisfied"
    BAD = "bad"  # 差评: the two lower levels
