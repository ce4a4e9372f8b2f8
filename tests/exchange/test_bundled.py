"""The bundled catalogue and the sample hall fit together, and are what the command line promises."""

from collections import Counter
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from app.domain.catalogue import HandlingType
from app.domain.catalogue_file import CatalogueFile
from app.domain.hall import ALWAYS_OPEN
from app.domain.hall_file import HallFile
from app.domain.ids import DepartmentId, ItemVersionId
from app.domain.staff import Role
from app.exchange.catalogue import read_catalogue
from app.exchange.hall import read_hall
from resources import resource


@pytest.fixture(scope="module")
def catalogue() -> CatalogueFile:
    return read_catalogue(resource("catalogue", "catalogue.json"))


@pytest.fixture(scope="module")
def hall() -> HallFile:
    return read_hall(resource("hall", "sample.json"))


def test_the_catalogue_is_whole(catalogue: CatalogueFile) -> None:
    assert (len(catalogue.items), catalogue.material_count, len(catalogue.departments)) == (70, 285, 24)
    assert sum(item.item_type != "行政许可" for item in catalogue.items) == 44


def test_unknown_stays_unknown(catalogue: CatalogueFile) -> None:
    items = {item.code: item for item in catalogue.items}
    assert Counter(item.handling for item in items.values()) == {
        HandlingType.PROMISED: 41, HandlingType.ON_THE_SPOT: 14, None: 15,
    }  # fmt: skip
    required = Counter((m.listed, m.said_required) for item in items.values() for m in item.materials)
    assert {key for key in required if not key[0]} == {(False, None)}, (
        "of what only situations name nothing is said"
    )
    assert (required[True, True], required[True, False]) == (248, 37)
    late = Counter(m.may_be_late for item in items.values() for m in item.materials if m.listed)
    assert late == {None: 279, True: 4, False: 2}
    assert sum(item.promised_days == Decimal("0.125") for item in items.values()) == 2


def test_situations_name_materials_beyond_the_list(catalogue: CatalogueFile) -> None:
    transfer = next(item for item in catalogue.items if item.code == "IT008")
    beyond = [m for m in transfer.materials if not m.listed]
    assert beyond
    assert all((m.original, m.copies, m.issuer, m.may_be_late) == (None, None, None, None) for m in beyond)
    named = {number for situation in transfer.situations for number in situation.materials}
    assert {m.number for m in beyond} <= named
    assert [m.number for m in transfer.materials] == list(range(1, len(transfer.materials) + 1))


def test_two_items_name_only_what_a_situation_adds(catalogue: CatalogueFile) -> None:
    versions = [i.version(ItemVersionId(uuid4()), DepartmentId(uuid4()), date.min) for i in catalogue.items]
    assert [v.code for v in versions if v.situations and v.situations_add] == ["IT004", "IT008"]


def test_every_item_is_served_in_exactly_one_line_and_at_a_counter(
    catalogue: CatalogueFile, hall: HallFile
) -> None:
    served = Counter(item for line in hall.lines for item in line.items)
    assert served == Counter(item.code for item in catalogue.items)
    assert hall.unknown_items({item.code for item in catalogue.items}) == ()
    assert {line.prefix for c in hall.counters for line in c.lines} == {line.prefix for line in hall.lines}


def test_the_sample_hall_knows_the_catalogues_departments(catalogue: CatalogueFile, hall: HallFile) -> None:
    assert set(catalogue.departments) <= {department.name for department in hall.departments}


def test_the_staff_are_those_of_the_command_line(hall: HallFile) -> None:
    roles = {member.number: member.role for member in hall.staff}
    assert (roles.pop("0001"), roles.pop("0002"), roles.pop("0003")) == (
        Role.ADMINISTRATOR, Role.SUPERVISOR, Role.GUIDE,
    )  # fmt: skip
    assert sorted(roles) == [f"{number:04d}" for number in range(101, 101 + len(hall.counters))]
    assert set(roles.values()) == {Role.CLERK}
    assert {member.password for member in hall.staff} == {"sample"}


def test_the_sample_hall_is_always_open_and_big_enough(hall: HallFile) -> None:
    assert hall.opening_hours == ALWAYS_OPEN
    assert len(hall.counters) >= 12
    assert all(counter.direction for counter in hall.counters)
