"""Columns and checks that the migrations share. Steps already taken rely on them: they are added to, never changed."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, LargeBinary, Text, Uuid

_PERSON = ("name", "identity", "phone")


def reference(name: str, target: str, *, nullable: bool = False) -> "Column[Any]":
    """A column that refers to the ``id`` of another table."""
    return Column(name, Uuid, ForeignKey(f"{target}.id"), nullable=nullable)


def hall_reference() -> "Column[Any]":
    """Root rows name their hall."""
    return reference("hall_id", "halls")


def person_columns(who: str = "") -> list["Column[Any]"]:
    """Mask, look-up, cipher and key number of each part of a person."""
    columns: list[Column[Any]] = []
    for kind in _PERSON:
        columns += [
            Column(f"{who}{kind}_mask", Text),
            Column(f"{who}{kind}_lookup", LargeBinary),
            Column(f"{who}{kind}_cipher", LargeBinary),
            Column(f"{who}{kind}_key_no", Integer),
        ]
    return columns


def person_checks(who: str = "") -> list[CheckConstraint]:
    """Each part of a person is there as a whole or not at all."""
    return [CheckConstraint(_all_or_nothing(f"{who}{kind}"), name=f"{who}{kind}_whole") for kind in _PERSON]


def one_of(column: str, *values: str) -> CheckConstraint:
    """The column holds one of the values."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


def _all_or_nothing(kind: str) -> str:
    parts = ("mask", "lookup", "cipher", "key_no")
    nothing = " AND ".join(f"{kind}_{part} IS NULL" for part in parts)
    everything = " AND ".join(f"{kind}_{part} IS NOT NULL" for part in parts)
    return f"({nothing}) OR ({everything})"
