"""What all tables share: names of constraints, columns of personal data, checks of states."""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, LargeBinary, MetaData, Text, Uuid

from app.domain.person import Personal

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def reference(name: str, target: str, *, nullable: bool = False) -> "Column[object]":
    """A column that refers to the ``id`` of another table."""
    return Column(name, Uuid, ForeignKey(f"{target}.id"), nullable=nullable)


def hall_reference() -> "Column[object]":
    """Root rows name their hall: what a city-wide copy needs."""
    return reference("hall_id", "halls")


def person_columns(who: str = "") -> list["Column[object]"]:
    """Personal data is stored as mask, look-up, cipher and key number, never in the clear.

    ``who`` tells the persons of one row apart.
    """
    columns: list[Column[object]] = []
    for kind in Personal:
        columns += [
            Column(f"{who}{kind}_mask", Text),
            Column(f"{who}{kind}_lookup", LargeBinary),
            Column(f"{who}{kind}_cipher", LargeBinary),
            Column(f"{who}{kind}_key_no", Integer),
        ]
    return columns


def person_checks(who: str = "") -> list[CheckConstraint]:
    """Each part of a person is there as a whole or not at all."""
    return [CheckConstraint(_all_or_nothing(f"{who}{kind}"), name=f"{who}{kind}_whole") for kind in Personal]


def one_of(column: str, values: Iterable[StrEnum]) -> CheckConstraint:
    """The column holds one of the values."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


def _all_or_nothing(value: str) -> str:
    parts = ("mask", "lookup", "cipher", "key_no")
    nothing = " AND ".join(f"{value}_{part} IS NULL" for part in parts)
    everything = " AND ".join(f"{value}_{part} IS NOT NULL" for part in parts)
    return f"({nothing}) OR ({everything})"
