import pytest

from ui.first_start.address import Address, Place, address_of


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://yici@hall-db-1/hall",
        "postgresql://yici:se%3Acret%40@hall-db-1:5433/hall",
        "postgresql://yici@hall-db-1/hall?sslmode=require",
        "postgresql://yici@/hall?host=hall-db-1:5432&host=hall-db-2:5433&target_session_attrs=read-write",
        "sqlite:////var/lib/yici/hall.db",
        "sqlite:///C:/halls/hall.db",
    ],
)
def test_a_url_is_the_same_after_being_taken_apart(url: str) -> None:
    assert address_of(url).url == url


def test_a_technician_types_parts() -> None:
    address = Address(hosts="hall-db-1， hall-db-2:5433", database="hall", user="yici", password="p@ss")
    assert address.url == (
        "postgresql://yici:p%40ss@/hall?host=hall-db-1:5432&host=hall-db-2:5433&target_session_attrs=read-write"
    )
    assert address.shown == "hall-db-1, hall-db-2:5433"


def test_what_is_shown_holds_neither_user_nor_password() -> None:
    shown = address_of("postgresql://yici:secret@hall-db-1/hall").shown
    assert shown == "hall-db-1"


@pytest.mark.parametrize(
    ("address", "complete"),
    [
        (Address(), False),
        (Address(hosts="h"), False),
        (Address(hosts="h", database="d"), True),
        (Address(Place.FILE), False),
        (Address(Place.FILE, file="/a.db"), True),
    ],
)
def test_an_address_is_tried_when_it_is_complete(address: Address, complete: bool) -> None:
    assert address.is_complete is complete
