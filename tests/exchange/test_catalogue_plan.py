"""What importing a catalogue adds: versions of what is new or changed, and nothing else."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from app.domain.catalogue import Guide, Material, ServiceItem
from app.domain.catalogue_file import CatalogueFile, CataloguePlan, ListedItem, plan_import
from app.domain.hall import Department
from app.domain.ids import DepartmentId
from app.exchange.catalogue import read_catalogue
from resources import resource

TODAY = date(2026, 3, 18)
TAX = Department(DepartmentId(uuid4()), "SW", "税务", "青溪区税务局", "青溪税务")
ONE = ListedItem("IT058", "申报", "税务", "公共服务", (Material(1, "申报表"),), Guide())
TWO = replace(ONE, code="IT059", name="代开", department="SW")


def plan(*items: ListedItem, latest: tuple[ServiceItem, ...] = (), day: date = TODAY) -> CataloguePlan:
    return plan_import(CatalogueFile(items), [TAX], latest, day, uuid4)


def first() -> tuple[ServiceItem, ...]:
    return plan(ONE, TWO).versions


def test_what_is_new_gets_its_first_version() -> None:
    planned = plan(ONE, TWO)
    assert [(v.code, v.version_number, v.effective_from) for v in planned.versions] == [
        ("IT058", 1, TODAY),
        ("IT059", 1, TODAY),
    ]
    assert {v.department for v in planned.versions} == {TAX.id}
    assert (planned.departments, planned.unchanged) == ((), 0)


def test_departments_are_added_where_they_are_wanting_and_once() -> None:
    planned = plan(ONE, replace(ONE, code="A", department="消防"), replace(ONE, code="B", department="消防"))
    (added,) = planned.departments
    assert (added.name, added.full_name, added.document_name) == ("消防", "消防", "消防")
    assert [v.department for v in planned.versions] == [TAX.id, added.id, added.id]


def test_importing_the_same_again_adds_nothing() -> None:
    again = plan(ONE, TWO, latest=first(), day=TODAY + timedelta(days=9))
    assert (again.versions, again.unchanged) == ((), 2)


def test_the_bundled_catalogue_again_adds_nothing() -> None:
    file = read_catalogue(resource("catalogue", "catalogue.json"))
    once = plan_import(file, [], [], TODAY, uuid4)
    again = plan_import(file, once.departments, once.versions, TODAY, uuid4)
    assert (len(once.departments), len(once.versions)) == (24, 70)
    assert (again.departments, again.versions, again.unchanged) == ((), (), 70)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "申报（新）"},
        {"materials": (Material(1, "申报表", copies=2),)},
        {"guide": Guide(fee="不收费")},
        {"item_type": "行政许可"},
    ],
)
def test_only_what_changed_gets_a_new_version(change: dict[str, object]) -> None:
    later = TODAY + timedelta(days=9)
    planned = plan(replace(ONE, **change), TWO, latest=first(), day=later)
    (version,) = planned.versions
    assert (version.code, version.version_number, version.effective_from) == ("IT058", 2, later)
    assert planned.unchanged == 1


def test_items_that_the_file_does_not_name_stay() -> None:
    assert plan(ONE, latest=first()) == CataloguePlan((), (), 1)


def test_an_import_is_no_way_around_a_cancellation() -> None:
    cancelled = tuple(replace(v, cancelled_from=TODAY) for v in first())
    assert plan(ONE, TWO, latest=cancelled).versions == ()
    (version,) = plan(replace(ONE, name="申报（新）"), latest=cancelled).versions
    assert version.cancelled_from == TODAY


def test_a_version_takes_effect_no_earlier_than_the_one_before_it() -> None:
    future = TODAY + timedelta(days=30)
    announced = tuple(replace(v, effective_from=future) for v in first())
    (version,) = plan(replace(ONE, name="申报（新）"), latest=announced).versions
    assert version.effective_from == future
