"""The office's own years of working days."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, delete, insert, select

from app.domain.calendar import YearArrangement
from db.json_values import from_json, to_json
from db.tables import calendar_years
from db.transaction import Transaction

_ALL = select(calendar_years).order_by(calendar_years.c.year)
_ADD = insert(calendar_years)
_REMOVE = delete(calendar_years).where(calendar_years.c.year == bindparam("which"))


class CalendarRepository:
    """Years as the office entered them, whole."""

    def __init__(self, t: Transaction) -> None:
        self._t = t

    async def entered(self) -> Sequence[YearArrangement]:
        """All years that the office entered."""
        rows = await self._t.execute(_ALL)
        return [
            YearArrangement(
                row.year,
                from_json(frozenset[date], row.off),
                from_json(frozenset[date], row.worked),
                row.source,
            )
            for row in rows
        ]

    async def enter(self, arrangement: YearArrangement) -> None:
        """Add a year, or replace it."""
        await self.remove(arrangement.year)
        row = {
            "year": arrangement.year,
            "off": to_json(list[date], sorted(arrangement.off)),
            "worked": to_json(list[date], sorted(arrangement.worked)),
            "source": arrangement.source,
        }
        await self._t.execute(_ADD, row)

    async def remove(self, year: int) -> bool:
        """Forget a year; false when it was not entered."""
        return bool((await self._t.execute(_REMOVE, {"which": year})).rowcount)
