"""Opening hours in words: 周一至周五 8:30–12:00，13:30–17:00."""

from collections.abc import Sequence
from datetime import time
from itertools import groupby

from app.documents.words import Words
from app.domain.hall import OpenPeriod

_ALL_WEEK = 7


def opening_words(periods: Sequence[OpenPeriod], words: Words) -> str | None:
    """The periods grouped by their days; None when no hours are known."""
    groups = groupby(sorted(periods, key=lambda p: (p.weekdays, p.opens)), lambda p: p.weekdays)
    return words.sentences(_group(days, list(group), words) for days, group in groups) or None


def _group(days: tuple[int, ...], periods: Sequence[OpenPeriod], words: Words) -> str:
    hours = words.texts("paper.opening.separator").join(_hours(period, words) for period in periods)
    return words.texts("paper.opening.group", days=_days(days, words), hours=hours)


def _days(days: tuple[int, ...], words: Words) -> str:
    if len(days) == _ALL_WEEK:
        return words.texts("paper.opening.every_day")
    names = [words.texts(f"paper.weekday.{day}") for day in days]
    if len(days) > 2 and days == tuple(range(days[0], days[-1] + 1)):
        return words.texts("paper.opening.days", first=names[0], last=names[-1])
    return words.listed(names)


def _hours(period: OpenPeriod, words: Words) -> str:
    if period.opens == period.closes == time():
        return words.texts("paper.opening.all_day")
    closes = "24:00" if period.closes == time() else f"{period.closes:%H:%M}"
    return f"{period.opens:%H:%M}–{closes}"
