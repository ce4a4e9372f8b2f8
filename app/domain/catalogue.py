"""The catalogue of service items, as the authorities publish it. None always means: the page does not say."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from app.domain.errors import NotFound, RuleBroken
from app.domain.ids import DepartmentId, ItemVersionId


class Regime(StrEnum):
    """Which law an item follows: 行政许可法, or its own guide."""

    LICENCE = "licence"
    OTHER = "other"


class HandlingType(StrEnum):
    """即办件: decided on the spot; 承诺件: decided within a promised time."""

    ON_THE_SPOT = "on_the_spot"
    PROMISED = "promised"


LICENCE_ITEM_TYPE = "行政许可"
LICENCE_STATUTORY_DAYS = 20
"""Unknown limits of licences: 行政许可法 art. 42, in working days."""


@dataclass(frozen=True, slots=True)
class Material:
    """One thing asked for (申请材料). ``number`` is its place in the item's list, from 1.

    ``listed`` is false for what only a situation names: then nothing but the name is known. What the page does not
    say to be required or not (``required_stated`` false) counts as required until somebody judges it: whoever
    forgot the third answer would leave a paper out.
    """

    number: int
    name: str
    required: bool = True
    original: bool | None = None
    copy: bool | None = None
    electronic: bool | None = None
    original_copies: int | None = None
    copy_copies: int | None = None
    copies: int | None = None
    may_be_late: bool | None = None
    source: str | None = None
    issuer: str | None = None
    note: str | None = None
    listed: bool = True
    required_stated: bool = True

    @property
    def said_required(self) -> bool | None:
        """What the page says of it, None for nothing."""
        return self.required if self.required_stated else None

    @property
    def copies_due(self) -> int | None:
        """How many copies are asked for altogether; None where the page does not say."""
        if self.copies is not None:
            return self.copies
        parts = [count for count in (self.original_copies, self.copy_copies) if count is not None]
        return sum(parts) if parts else None


@dataclass(frozen=True, slots=True)
class Situation:
    """A case of an item that changes the materials asked for (情形); ``materials`` are their numbers."""

    name: str
    materials: tuple[int, ...]
    promised_days: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Guide:
    """What the item's page says beside its materials (办事指南), and where that page is from."""

    conditions: str | None = None
    legal_basis: tuple[str, ...] = ()
    fee: str | None = None
    steps: tuple[str, ...] = ()
    place: str | None = None
    hours: str | None = None
    phone: str | None = None
    supervision_phone: str | None = None
    remark: str | None = None
    source_title: str | None = None
    source_region: str | None = None
    source_quality: str | None = None
    implementing_body: str | None = None


@dataclass(frozen=True, slots=True)
class ServiceItem:
    """One version of an entry of the catalogue, in force from ``effective_from`` until before ``effective_to``.

    Days are working days; a fraction is of opening hours (0.125 = one hour). ``materials_complete`` is false
    when the page was cut off and more may be asked for.
    """

    id: ItemVersionId
    code: str
    version_number: int
    name: str
    department: DepartmentId
    effective_from: date
    regime: Regime
    item_type: str
    materials: tuple[Material, ...]
    situations: tuple[Situation, ...] = ()
    effective_to: date | None = None
    cancelled_from: date | None = None
    handling: HandlingType | None = None
    statutory_days: Decimal | None = None
    promised_days: Decimal | None = None
    online: bool | None = None
    visits: int | None = None
    subjects: tuple[str, ...] = ()
    materials_complete: bool = True
    guide: Guide = Guide()

    def must_be_available(self, day: date) -> None:
        """Refuse a cancelled item: it may not go on in disguise (优化营商环境条例 art. 40).

        Raises:
            RuleBroken: the item is cancelled on that day.
        """
        if self.cancelled_from is not None and day >= self.cancelled_from:
            raise RuleBroken(
                "catalogue.rule.cancelled", code=self.code, name=self.name, since=self.cancelled_from
            )

    def cancel(self, id_: ItemVersionId, since: date, today: date) -> "ServiceItem":
        """The version that says from when the item is cancelled; it is in force from today.

        Raises:
            RuleBroken: it is cancelled already, or the day is past.
        """
        if self.cancelled_from is not None:
            raise RuleBroken(
                "catalogue.rule.cancelled", code=self.code, name=self.name, since=self.cancelled_from
            )
        if since < today:
            raise RuleBroken("catalogue.rule.cancelled_past", day=since)
        return replace(
            self, id=id_, version_number=self.version_number + 1, effective_from=today, cancelled_from=since
        )

    def situation(self, name: str | None) -> Situation | None:
        """The situation of that name, None for none.

        Raises:
            NotFound: the item has no such situation.
        """
        if name is None:
            return None
        found = next((s for s in self.situations if s.name == name), None)
        if found is None:
            raise NotFound("catalogue.rule.no_situation", code=self.code, situation=name)
        return found

    @property
    def situations_add(self) -> bool:
        """Whether situations name only what comes on top of the item's own list.

        Pages are written in two ways: some repeat for each situation all that it asks for, others name only what
        it adds. In the second kind no situation repeats anything of the item's own list.
        """
        own = {m.number for m in self.materials if m.listed}
        return all(own.isdisjoint(situation.materials) for situation in self.situations)

    def materials_for(self, situation: str | None) -> tuple[Material, ...]:
        """What is asked for: the item's own list without a situation, else what the situation asks for."""
        own = tuple(m for m in self.materials if m.listed)
        chosen = self.situation(situation)
        if chosen is None:
            return own
        by_number = {m.number: m for m in self.materials}
        asked = tuple(by_number[n] for n in chosen.materials)
        return own + asked if self.situations_add else asked

    def must_ask_for(
        self, brought: frozenset[int], situation: str | None, not_applicable: frozenset[int] = frozenset()
    ) -> None:
        """Refuse numbers of materials that the item does not ask for, and one that is both brought and not needed.

        Raises:
            NotFound: the item has no such situation, or no material of that number.
            RuleBroken: a material is named as both.
        """
        foreign = sorted((brought | not_applicable) - {m.number for m in self.materials_for(situation)})
        if foreign:
            raise NotFound("notice.rule.foreign_material", number=foreign[0])
        if both := sorted(brought & not_applicable):
            raise RuleBroken("notice.rule.judged_twice", number=both[0])

    def statutory_limit(self) -> Decimal | None:
        """The statutory limit in working days; a licence without one has the law's twenty (art. 42)."""
        if self.statutory_days is None and self.regime is Regime.LICENCE:
            return Decimal(LICENCE_STATUTORY_DAYS)
        return self.statutory_days

    def promised_limit(self, situation: str | None) -> Decimal | None:
        """The promised limit in working days: the situation's, else the item's."""
        chosen = self.situation(situation)
        return chosen.promised_days if chosen and chosen.promised_days is not None else self.promised_days

    def content(self) -> "ServiceItem":
        """The version without what differs between versions by nature; equal contents mean nothing changed."""
        return replace(
            self, id=ItemVersionId(UUID(int=0)), version_number=0, effective_from=date.min, effective_to=None
        )


class CatalogueAction(StrEnum):
    """What can happen to an item."""

    NEW_VERSION = "new_version"
    CANCEL = "cancel"


def regime_of(item_type: str) -> Regime:
    """The regime that follows from the item's type as published."""
    return Regime.LICENCE if item_type == LICENCE_ITEM_TYPE else Regime.OTHER
