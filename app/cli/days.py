"""``--off 01-01..01-03``: days of a year as people write them."""

from collections.abc import Iterable
from datetime import date, timedelta

from app.domain.calendar import is_weekend
from app.domain.errors import BadInput


def days_of(year: int, given: Iterable[str]) -> frozenset[date]:
    """The days named one by one or as spans; of a span the weekend days that are free anyway are left out.

    Raises:
        BadInput: not of the form ``05-01`` or ``05-01..05-05``.
    """
    return frozenset(day for text in given for day in _days(year, text))


def _days(year: int, text: str) -> list[date]:
    first, dots, last = text.partition("..")
    try:
        begin = date.fromisoformat(f"{year}-{first}")
        end = date.fromisoformat(f"{year}-{last}") if dots else begin
    except ValueError:
        raise BadInput("cli.usage.days", given=text) from None
    span = [begin + timedelta(days=n) for n in range((end - begin).days + 1)]
    if not span:
        raise BadInput("cli.usage.days", given=text)
    return span if len(span) == 1 else [day for day in span if not is_weekend(day)]
