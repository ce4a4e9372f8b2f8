"""The guide desk's search over the items in force."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from heapq import nsmallest
from operator import attrgetter
from typing import NamedTuple

from app.adapters.spoken_text import Found, SpokenIndex, SpokenText, folded
from app.ports.item_search import NO_USAGE, ItemMatch, Marked, MatchSection, Usage
from app.ports.rows import ItemRow

SHORTEST_MENTION = 2
"""Characters from which materials are searched: one letter is mentioned everywhere."""
LEAD = 6
"""Characters kept in front of what was found in a long text."""


class _Rank(IntEnum):
    """Where a query was found, the best first."""

    CODE = 0
    NAME_START = 1
    NAME = 2
    DEPARTMENT_START = 3
    DEPARTMENT = 4
    SITUATION = 5
    MATERIAL = 6


_MENTIONS = (_Rank.SITUATION, _Rank.MATERIAL)


class _Hit(NamedTuple):
    rank: _Rank
    found: Found | None = None


class PinyinItemSearch:
    """Implements ``app.ports.item_search.ItemSearch``. Made anew when the catalogue changes.

    Items are numbered by department, which settles what nothing else does.
    """

    def __init__(self, items: Sequence[ItemRow]) -> None:
        self._items = items = sorted(items, key=attrgetter("department"))
        self._numbers = {item.code: number for number, item in enumerate(items)}
        self._codes = [folded(item.code) for item in items]
        names = SpokenIndex((item.name, n) for n, item in enumerate(items))
        departments = SpokenIndex((item.department, n) for n, item in enumerate(items))
        situations = SpokenIndex((s, n) for n, item in enumerate(items) for s in item.situations)
        materials = SpokenIndex((m, n) for n, item in enumerate(items) for m in item.materials)
        self._indexes = (
            (names, _Rank.NAME_START, _Rank.NAME),
            (departments, _Rank.DEPARTMENT_START, _Rank.DEPARTMENT),
            (situations, _Rank.SITUATION, _Rank.SITUATION),
            (materials, _Rank.MATERIAL, _Rank.MATERIAL),
        )

    def search(self, typed: str, usage: Usage = NO_USAGE, limit: int = 50) -> tuple[ItemMatch, ...]:
        query = folded(typed)
        hits = self._hits(query, limit) if query else dict.fromkeys(range(len(self._items)), _Hit(_Rank.NAME))
        used = self._used(usage)
        never_used = (len(usage.recent), 0)
        best = nsmallest(limit, hits, key=lambda n: (hits[n].rank, used.get(n, never_used), n))
        return tuple(_match(self._items[number], hits[number], query) for number in best)

    def _used(self, usage: Usage) -> dict[int, tuple[int, int]]:
        """For what is used here: how long ago (0 is the latest) and how often (negative, to sort by)."""
        codes = {**dict.fromkeys(usage.counts), **dict.fromkeys(usage.recent)}
        recency = {code: place for place, code in enumerate(usage.recent)}
        return {
            self._numbers[code]: (recency.get(code, len(recency)), -usage.counts.get(code, 0))
            for code in codes
            if code in self._numbers
        }

    def _hits(self, query: str, limit: int) -> dict[int, _Hit]:
        """The best hit of every item that has one, by the item's number.

        Looks where the better ranks are first, and no further once there are enough.
        """
        hits = {n: _Hit(_Rank.CODE) for n, code in enumerate(self._codes) if code.startswith(query)}
        for index, at_start, inside in self._indexes:
            if len(hits) >= limit:
                break
            if inside is not _Rank.MATERIAL or len(query) >= SHORTEST_MENTION or not query.isascii():
                _keep_best(hits, index.find(query), at_start, inside)
        return hits


def _keep_best(
    hits: dict[int, _Hit], found: Iterable[tuple[Found, list[int]]], at_start: _Rank, inside: _Rank
) -> None:
    for one, owners in found:
        hit = _Hit(at_start if one.at_start else inside, one)
        for number in owners:
            if number not in hits or hit.rank < hits[number].rank:
                hits[number] = hit


def _match(item: ItemRow, hit: _Hit, query: str) -> ItemMatch:
    mention = _short(hit.found) if hit.found and hit.rank in _MENTIONS else None
    section = MatchSection.MATERIALS if hit.rank is _Rank.MATERIAL else MatchSection.NAME
    return ItemMatch(item, section, _marked(item.name, query), _marked(item.department, query), mention)


def _marked(text: str, query: str) -> Marked:
    found = SpokenText(text).find(query) if query else None
    return Marked(text, (found.start, found.end) if found else None)


def _short(found: Found) -> Marked:
    """The text that was found, without most of what stands before the place."""
    cut = max(0, found.start - LEAD)
    lead = "…" if cut else ""
    shift = len(lead) - cut
    return Marked(lead + found.text[cut:], (found.start + shift, found.end + shift))
