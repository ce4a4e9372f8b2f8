"""What tables share: names of constraints, columns of personal data and of stories, checks of states."""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Text,
    Uuid,
)
from sqlalchemy.schema import SchemaItem

from app.domain.person import Personal
from db.types import Instant

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


def story(
    owner: "Column[object]", action: type[StrEnum], state: type[StrEnum], *, always_by_staff: bool = False
) -> list[SchemaItem]:
    """What each step of a story says, by its place in it: what was done to the owner, by whom, when, with what words.

    Nobody of the staff takes the steps that a rule takes; ``always_by_staff``: there are none of those.
    """
    return [
        owner,
        Column("position", Integer, nullable=False),
        Column("action", Text, nullable=False),
        Column("state", Text, nullable=False),
        reference("by_id", "staff", nullable=not always_by_staff),
        Column("at", Instant, nullable=False),
        Column("text", Text, nullable=False),
        PrimaryKeyConstraint(owner.name, "position"),
        one_of("action", action),
        one_of("state", state),
    ]


def _all_or_nothing(value: str) -> str:
    parts = ("mask", "lookup", "cipher", "key_no")
    nothing = " AND ".join(f"{value}_{part} IS NULL" for part in parts)
    everything = " AND ".join(f"{value}_{part} IS NOT NULL" for part in parts)
    return f"({nothing}) OR ({everything})"
