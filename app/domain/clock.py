"""How far a station's clock is from the database's, which stamps everything."""

from dataclasses import dataclass
from datetime import datetime, timedelta

TOLERANCE = timedelta(seconds=2)
"""A station whose clock is off by more says so."""

_NOISE = timedelta(seconds=0.1)


@dataclass(frozen=True, slots=True)
class ClockGap:
    """``off`` is the database's clock minus the machine's, give or take half the ``round_trip`` of asking."""

    off: timedelta
    round_trip: timedelta

    @classmethod
    def measured(cls, asked: datetime, answer: datetime, round_trip: timedelta) -> "ClockGap":
        """From the machine's time at the question and the database's in the answer, read half-way."""
        return cls(answer - (asked + round_trip / 2), round_trip)

    @property
    def is_too_large(self) -> bool:
        """Whether the machine's clock is off by more than the hall tolerates."""
        return abs(self.off) > TOLERANCE

    def is_news_after(self, told: "ClockGap") -> bool:
        """Whether the gap is another one than what was told, and not the same measured less well."""
        return abs(self.off - told.off) > self.round_trip / 2 + _NOISE
