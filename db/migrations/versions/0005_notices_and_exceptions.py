"""Notices and exception cases."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, Integer, PrimaryKeyConstraint, Text, UniqueConstraint, Uuid

from db.migrations.columns import hall_reference, one_of, person_checks, person_columns, reference
from db.types import Code, Instant, Json

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """A first version: no older station is there to go on working."""
    _notices()
    _exception_cases()
    _exception_steps()


def _notices() -> None:
    op.create_table(
        "notices",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
        Column("number", Code, nullable=False),
        Column("kind", Text, nullable=False),
        reference("department_id", "departments"),
        reference("item_id", "item_versions"),
        Column("item_code", Code, nullable=False),
        Column("situation", Text),
        Column("findings", Json, nullable=False),
        Column("day", Date, nullable=False),
        Column("issued_at", Instant, nullable=False),
        reference("issued_by_id", "staff"),
        reference("ticket_id", "tickets", nullable=True),
        reference("case_id", "cases", nullable=True),
        Column("tell_by", Date),
        *person_columns(),
        reference("replaces_id", "notices", nullable=True),
        Column("names_new", Integer, nullable=False),
        Column("reason", Text, nullable=False),
        reference("agreed_by_id", "staff", nullable=True),
        Column("reprints", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        UniqueConstraint("number"),
        one_of("kind", "consultation", "supplement"),
        *person_checks(),
    )
    op.create_index("ix_notices_ticket_id", "notices", ["ticket_id"])
    op.create_index("ix_notices_case_id", "notices", ["case_id"])
    op.create_index("ix_notices_day", "notices", ["day"])
    op.create_index("ix_notices_replaces_id", "notices", ["replaces_id"])
    op.create_index("ix_notices_identity_lookup", "notices", ["identity_lookup"])


def _exception_cases() -> None:
    op.create_table(
        "exception_cases",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
        Column("number", Code, nullable=False),
        Column("channel", Text, nullable=False),
        Column("category", Text, nullable=False),
        Column("summary", Text, nullable=False),
        Column("wish", Text, nullable=False),
        Column("counts_from", Date, nullable=False),
        Column("registered_at", Instant, nullable=False),
        Column("level", Text, nullable=False),
        Column("due", Date, nullable=False),
        Column("due_provisional", Boolean, nullable=False),
        *person_columns(),
        # What was going on, as it was called then.
        reference("ticket_id", "tickets", nullable=True),
        Column("ticket_number", Code),
        Column("item_code", Code),
        Column("item_name", Text),
        reference("counter_id", "counters", nullable=True),
        reference("notice_id", "notices", nullable=True),
        Column("notice_number", Code),
        Column("state", Text, nullable=False),
        reference("department_id", "departments", nullable=True),
        reference("handler_id", "staff", nullable=True),
        Column("satisfied", Boolean),
        Column("version", Integer, nullable=False),
        UniqueConstraint("number"),
        one_of("channel", "counter", "guide_desk", "direct"),
        one_of(
            "category",
            "system_failure",
            "payment",
            "legacy_material",
            "inconsistent_papers",
            "several_departments",
            "policy_gap",
            "biometrics",
            "special_people",
            "many_trips",
            "conduct",
            "other",
        ),
        one_of("level", "instant", "simple", "ordinary", "complex"),
        one_of("state", "registered", "triaged", "assigned", "in_hand", "answered", "followed_up", "closed"),
        *person_checks(),
    )
    op.create_index("ix_exception_cases_due", "exception_cases", ["due"])


def _exception_steps() -> None:
    op.create_table(
        "exception_steps",
        reference("case_id", "exception_cases"),
        Column("position", Integer, nullable=False),
        Column("action", Text, nullable=False),
        Column("state", Text, nullable=False),
        reference("by_id", "staff"),
        Column("at", Instant, nullable=False),
        Column("text", Text, nullable=False),
        reference("department_id", "departments", nullable=True),
        reference("handler_id", "staff", nullable=True),
        Column("due", Date),
        PrimaryKeyConstraint("case_id", "position"),
        one_of(
            "action",
            "open",
            "triage",
            "assign",
            "return",
            "take",
            "answer",
            "follow_up",
            "rework",
            "close",
            "reopen",
            "note",
        ),
        one_of("state", "registered", "triaged", "assigned", "in_hand", "answered", "followed_up", "closed"),
    )
