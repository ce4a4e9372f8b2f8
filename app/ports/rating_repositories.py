"""Where ratings and the follow-ups of bad ones are loaded from and saved to, as in ``app.ports.repositories``."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from app.domain.follow_up import FollowUp
from app.domain.ids import ErrandId, TicketId
from app.domain.rating import Rating


class Ratings(Protocol):
    """Ratings. They are added and never changed."""

    async def rated(self, ticket: TicketId) -> frozenset[ErrandId]:
        """The errands of a ticket that have their rating."""

    async def add(self, rating: Rating) -> None:
        """Add a rating. Raises ``ConcurrentChange`` when its errand has one."""


class FollowUps(Protocol):
    """The follow-ups of bad ratings."""

    async def by_number(self, number: str, *, lock: bool = False) -> FollowUp: ...

    async def provisional(self) -> Sequence[str]:
        """The numbers of open follow-ups with a provisional limit, or with no day on which to warn of one."""

    async def open_that_came_by(self, day: date) -> Sequence[str]:
        """The numbers of open follow-ups of ratings of a day or one before."""

    async def falling_due(self, day: date, at_most: int) -> Sequence[str]:
        """The numbers of open follow-ups with a running limit of which a rule has to warn by that day."""

    async def add(self, case: FollowUp) -> None: ...

    async def save(self, case: FollowUp) -> None: ...
