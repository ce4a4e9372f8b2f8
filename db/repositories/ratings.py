"""Ratings: added, and never changed."""

from typing import Any

from sqlalchemy import bindparam, select

from app.domain.ids import ErrandId, TicketId
from app.domain.rating import Rating
from db.repositories.saving import in_hall
from db.tables import ratings
from db.transaction import Transaction

_ADD = in_hall(ratings)
_RATED = select(ratings.c.errand_id).where(ratings.c.ticket_id == bindparam("ticket"))


class RatingRepository:
    """Ratings, by the ticket they are about."""

    def __init__(self, t: Transaction) -> None:
        self._t = t

    async def rated(self, ticket: TicketId) -> frozenset[ErrandId]:
        """The errands of a ticket that have their rating."""
        rows = await self._t.execute(_RATED, {"ticket": ticket})
        return frozenset(ErrandId(row.errand_id) for row in rows)

    async def add(self, rating: Rating) -> None:
        """Add a rating. Raises ``ConcurrentChange`` when its errand has one."""
        await self._t.execute(_ADD, _row(rating))


def _row(rating: Rating) -> dict[str, Any]:
    return {
        "id": rating.id,
        "errand_id": rating.errand,
        "ticket_id": rating.ticket,
        "ticket_number": rating.ticket_number,
        "served_on": rating.served_on,
        "item_code": rating.item_code,
        "department_id": rating.department,
        "counter_id": rating.counter,
        "clerk_id": rating.clerk,
        "level": rating.level.value,
        "source": rating.source.value,
        "day": rating.day,
        "given_at": rating.given_at,
        "comment": rating.comment,
    }
