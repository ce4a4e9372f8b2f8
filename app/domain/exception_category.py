"""What kinds of exceptions a hall tells apart: the usual ones of published practice, and its own."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import RuleBroken


class ExceptionCategory(StrEnum):
    """The usual categories; a hall may rename or retire them, and add its own."""

    SYSTEM_FAILURE = "system_failure"
    PAYMENT = "payment"
    LEGACY_MATERIAL = "legacy_material"
    INCONSISTENT_PAPERS = "inconsistent_papers"
    SEVERAL_DEPARTMENTS = "several_departments"
    POLICY_GAP = "policy_gap"
    BIOMETRICS = "biometrics"
    SPECIAL_PEOPLE = "special_people"
    MANY_TRIPS = "many_trips"
    CONDUCT = "conduct"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Category:
    """A category of the hall. ``name`` is empty for a usual one that is called as usual.

    A retired one is offered no more; cases that have it keep it.
    """

    code: str
    name: str = ""
    retired: bool = False


def merged(*layers: Iterable[Category]) -> tuple[Category, ...]:
    """The categories of all layers by code, a later one in place of an earlier one."""
    known: dict[str, Category] = {}
    for layer in layers:
        known |= {category.code: category for category in layer}
    return tuple(known.values())


def hall_categories(own: Iterable[Category]) -> tuple[Category, ...]:
    """All categories of a hall, the usual ones first, retired ones included."""
    return merged((Category(usual.value) for usual in ExceptionCategory), own)


def names_of(own: Iterable[Category]) -> Mapping[str, str]:
    """What the hall calls its categories, where it does not call them as usual."""
    return {category.code: category.name for category in own if category.name}


def called(code: str, name: str, words: Callable[[str], str]) -> str:
    """What a category is called: by the hall, else as usual."""
    return name or words(f"exception_category.{code}")


def must_be_offered(code: str, own: Iterable[Category]) -> None:
    """Refuse a category that the hall does not have, or has no more.

    Raises:
        RuleBroken: naming those that it has.
    """
    offered = [category.code for category in hall_categories(own) if not category.retired]
    if code not in offered:
        raise RuleBroken("exception.rule.category", category=code, offered=", ".join(offered))
