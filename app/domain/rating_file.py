"""Ratings as a file brings them in: those that came by the code on a ticket, or on paper."""

from dataclasses import dataclass
from datetime import date

from app.domain.rating import RatingLevel


@dataclass(frozen=True, slots=True)
class RatingEntry:
    """One rating of a file: the ticket by its day and number, and ``where`` it stands in the file."""

    where: str
    day: date
    number: str
    level: RatingLevel
    item: str | None = None
    comment: str = ""
