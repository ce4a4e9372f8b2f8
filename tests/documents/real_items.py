"""Real items of the bundled catalogue to print forms of: the shortest and the longest of either regime."""

from functools import cache

from app.domain.catalogue import Regime, regime_of
from app.domain.catalogue_file import ListedItem
from app.exchange.catalogue import read_catalogue
from resources import resource

PLACES = ("licence-short", "licence-long", "other-short", "other-long")
"""Names of the four, in their order."""


@cache
def real_items(*, with_late_materials: bool = False) -> tuple[ListedItem, ...]:
    """By what their pages list and say; or of those alone that have materials that may follow later (容缺)."""
    items = read_catalogue(resource("catalogue", "catalogue.json")).items
    chosen = []
    for regime in Regime:
        own = [item for item in items if regime_of(item.item_type) is regime]
        if with_late_materials:
            own = [item for item in own if any(material.may_be_late for material in item.materials)]
        own.sort(key=_size)
        chosen += [own[0], own[-1]]
    return tuple(chosen)


def _size(item: ListedItem) -> int:
    return sum(len(material.name) for material in item.materials) + len(item.name)
