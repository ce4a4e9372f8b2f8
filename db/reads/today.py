"""The hall's time: what every look begins with."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select

from app.domain.errors import NotFound
from app.domain.hall import Hall
from app.ports.rows import HallRow
from db.dialect import clock
from db.repositories.hall import hall_from
from db.tables import halls
from db.transaction import Transaction

_HALL_NOW = select(halls, clock().label("clock"))


@dataclass(frozen=True, slots=True)
class Today:
    """The hall, the database's clock and the business day."""

    hall: Hall
    now: datetime
    day: date

    @property
    def begins_at(self) -> datetime:
        """The instant at which the business day begins."""
        return datetime.combine(self.day, time(), self.hall.zone)


async def today(t: Transaction) -> Today:
    """The hall now. Raises ``NotFound`` (hall.rule.none) when none is set up."""
    row = (await t.execute(_HALL_NOW, t.offset)).one_or_none()
    if row is None:
        raise NotFound("hall.rule.none")
    hall = hall_from(row)
    return Today(hall, row.clock, hall.business_day(row.clock))


async def hall_row(t: Transaction) -> HallRow:
    """The head line of every screen."""
    at = await today(t)
    hall = at.hall
    return HallRow(
        code=hall.code, name=hall.name, timezone=hall.timezone, is_sample=hall.is_sample, day=at.day, now=at.now,
        is_open=hall.is_open(at.now),
    )  # fmt: skip
