"""Versions of items: what they ask for, their limits, cancellation."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from app.domain.catalogue import Material, Regime, ServiceItem, Situation, regime_of
from app.domain.errors import NotFound
from app.domain.ids import ItemVersionId
from tests.domain.make import DAY, DEPARTMENT
from tests.refusals import refused

ITEM = ServiceItem(
    id=ItemVersionId(uuid4()),
    code="IT008",
    version_number=1,
    name="转移登记",
    department=DEPARTMENT,
    effective_from=DAY,
    regime=Regime.LICENCE,
    item_type="行政许可",
    materials=(Material(1, "申请书"), Material(2, "身份证明"), Material(3, "赠与合同", listed=False)),
    situations=(Situation("赠与", (3, 1)),),
)


def test_a_situation_asks_for_its_own_materials_in_its_own_order() -> None:
    assert [m.number for m in ITEM.materials_for("赠与")] == [3, 1]


def test_a_situation_that_repeats_nothing_comes_on_top_of_the_items_own_list() -> None:
    adding = replace(ITEM, situations=(Situation("赠与", (3,)),))
    assert [m.number for m in adding.materials_for("赠与")] == [1, 2, 3]


def test_one_situation_that_repeats_something_tells_that_all_are_whole() -> None:
    whole = replace(ITEM, situations=(Situation("赠与", (3,)), Situation("买卖", (1,))))
    assert [m.number for m in whole.materials_for("赠与")] == [3]


def test_without_a_situation_the_items_own_list_is_asked_for() -> None:
    assert [m.number for m in ITEM.materials_for(None)] == [1, 2]


def test_an_unknown_situation_is_refused() -> None:
    with refused("catalogue.rule.no_situation", NotFound, situation="继承"):
        ITEM.materials_for("继承")


def test_a_cancelled_item_is_refused_from_its_day_on() -> None:
    cancelled = replace(ITEM, cancelled_from=DAY)
    cancelled.must_be_available(DAY - timedelta(days=1))
    with refused("catalogue.rule.cancelled", since=DAY):
        cancelled.must_be_available(DAY)


@pytest.mark.parametrize(
    ("regime", "published", "limit"),
    [
        (Regime.LICENCE, None, Decimal(20)),
        (Regime.LICENCE, Decimal(5), Decimal(5)),
        (Regime.OTHER, None, None),
        (Regime.OTHER, Decimal("0.125"), Decimal("0.125")),
    ],
)
def test_unknown_limits_of_licences_are_the_laws(
    regime: Regime, published: Decimal | None, limit: Decimal | None
) -> None:
    assert replace(ITEM, regime=regime, statutory_days=published).statutory_limit() == limit


def test_content_is_what_a_version_says_and_not_which_it_is() -> None:
    later = replace(ITEM, id=ItemVersionId(uuid4()), version_number=2, effective_from=date(2026, 4, 1))
    assert later.content() == ITEM.content()
    assert replace(later, name="转移登记（改）").content() != ITEM.content()


def test_only_licences_follow_the_licensing_law() -> None:
    assert regime_of("行政许可") is Regime.LICENCE
    assert {regime_of(t) for t in ("公共服务", "行政确认", "行政给付")} == {Regime.OTHER}
