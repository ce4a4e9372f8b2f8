"""Tickets, their errands, and cases."""

from alembic import op
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

from db.migrations.columns import hall_reference, one_of, person_checks, person_columns, reference
from db.types import Code, Instant, Json

revision = "0004"
down_revision = "0003"

_OPEN_CASES = ("received", "notified", "supplemented", "accepted", "suspended", "decided", "delivered")
_CASE_ACTIONS = (
    "receive", "take_papers", "notify", "notify_again", "supplement", "accept", "deem_accepted", "refuse", "undo",
    "undo_supplemented", "pledge_kept", "suspend", "resume", "extend", "decide", "deliver", "archive", "withdraw",
    "end", "recompute",
)  # fmt: skip


def upgrade() -> None:
    """A first version: no older station is there to go on working."""
    _tickets()
    _cases()
    _case_steps()
    _errands()
    _sent_online()


def _tickets() -> None:
    op.create_table(
        "tickets",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
        Column("day", Date, nullable=False),
        Column("number", Code, nullable=False),
        reference("line_id", "lines"),
        Column("came", Instant, nullable=False),
        Column("line_at", Instant, nullable=False),
        Column("priority", Text, nullable=False),
        *person_columns(),
        Column("state", Text, nullable=False),
        Column("since", Instant),
        reference("counter_id", "counters", nullable=True),
        reference("clerk_id", "staff", nullable=True),
        Column("calls", Integer, nullable=False),
        Column("first_called_at", Instant),
        Column("called_at", Instant),
        Column("out_of_order", Text),
        Column("misses", Integer, nullable=False),
        reference("pinned_counter_id", "counters", nullable=True),
        reference("pinned_clerk_id", "staff", nullable=True),
        reference("skip_counter_id", "counters", nullable=True),
        Column("skip_until", Instant),
        Column("note", Text),
        Column("reprints", Integer, nullable=False),
        Column("is_test", Boolean, nullable=False),
        Column("version", Integer, nullable=False),
        # Numbers start anew each day and are given once.
        UniqueConstraint("day", "number"),
        one_of("state", "waiting", "called", "serving", "held", "finished", "no_show", "cancelled"),
        one_of("priority", "ordinary", "disabled", "military", "pregnant", "elderly"),
        CheckConstraint(
            "state NOT IN ('called', 'serving', 'held') OR counter_id IS NOT NULL", name="at_a_counter"
        ),
        *person_checks(),
    )
    op.create_index(
        "uq_tickets_live_counter_id",
        "tickets",
        ["counter_id"],
        unique=True,
        postgresql_where=text("state IN ('called', 'serving')"),
        sqlite_where=text("state IN ('called', 'serving')"),
    )
    op.create_index(
        "ix_tickets_waiting",
        "tickets",
        ["day", "line_id", "line_at", "number"],
        postgresql_where=text("state = 'waiting'"),
        sqlite_where=text("state = 'waiting'"),
    )
    op.create_index(
        "ix_tickets_at_counter",
        "tickets",
        ["counter_id"],
        postgresql_where=text("state IN ('called', 'serving', 'held')"),
        sqlite_where=text("state IN ('called', 'serving', 'held')"),
    )
    op.create_index("ix_tickets_day_called_at", "tickets", ["day", "called_at"])
    op.create_index(
        "ix_tickets_identity_lookup",
        "tickets",
        ["identity_lookup"],
        postgresql_where=text("identity_lookup IS NOT NULL"),
        sqlite_where=text("identity_lookup IS NOT NULL"),
    )


def _cases() -> None:
    op.create_table(
        "cases",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
        Column("number", Code, nullable=False),
        reference("item_id", "item_versions"),
        Column("item_code", Code, nullable=False),
        Column("regime", Text, nullable=False),
        Column("situation", Text),
        reference("department_id", "departments"),
        reference("ticket_id", "tickets", nullable=True),
        Column("received_on", Date, nullable=False),
        Column("counts_from", Date, nullable=False),
        Column("tell_by", Date, nullable=False),
        Column("tell_by_provisional", Boolean, nullable=False),
        Column("organisation_name", Text),
        Column("organisation_code", Code),
        *person_columns(),
        *person_columns("agent_"),
        Column("state", Text, nullable=False),
        Column("since", Instant),
        Column("accepted_on", Date),
        Column("is_deemed", Boolean, nullable=False),
        Column("decided_on", Date),
        Column("result", Text),
        Column("delivered_on", Date),
        Column("watch", Text),
        Column("watch_by", Date),
        Column("watch_provisional", Boolean, nullable=False),
        Column("is_provisional", Boolean, nullable=False),
        Column("course", Json, nullable=False),
        Column("version", Integer, nullable=False),
        UniqueConstraint("number"),
        one_of("regime", "licence", "other"),
        one_of("state", *_OPEN_CASES, "archived", "refused", "withdrawn", "ended"),
        one_of("result", "granted", "denied"),
        one_of("watch", "tell", "supplement", "pledge", "decide", "resume", "deliver", "archive"),
        CheckConstraint(f"(state IN ({_quoted(_OPEN_CASES)})) = (watch_by IS NOT NULL)", name="watched"),
        CheckConstraint("(watch IS NULL) = (watch_by IS NULL)", name="watch_whole"),
        *person_checks(),
        *person_checks("agent_"),
    )
    op.create_index("ix_cases_watch_by", "cases", ["watch_by"])
    op.create_index("ix_cases_department_id_state", "cases", ["department_id", "state"])
    op.create_index("ix_cases_decided_on", "cases", ["decided_on"])


def _case_steps() -> None:
    op.create_table(
        "case_steps",
        reference("case_id", "cases"),
        Column("position", Integer, nullable=False),
        Column("action", Text, nullable=False),
        Column("state", Text, nullable=False),
        reference("by_id", "staff", nullable=True),
        Column("at", Instant, nullable=False),
        Column("day", Date, nullable=False),
        Column("text", Text, nullable=False),
        PrimaryKeyConstraint("case_id", "position"),
        one_of("action", *_CASE_ACTIONS),
        one_of("state", *_OPEN_CASES, "archived", "refused", "withdrawn", "ended"),
    )
    op.create_table(
        "case_keys",
        reference("case_id", "cases"),
        Column("key", LargeBinary, nullable=False),
        PrimaryKeyConstraint("key", "case_id"),
    )


def _quoted(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def _errands() -> None:
    op.create_table(
        "errands",
        Column("id", Uuid, primary_key=True),
        reference("ticket_id", "tickets"),
        Column("position", Integer, nullable=False),
        reference("item_id", "item_versions"),
        Column("item_code", Code, nullable=False),
        reference("line_id", "lines"),
        Column("situation", Text),
        Column("brought", Json),
        reference("case_id", "cases", nullable=True),
        Column("outcome", Text),
        reference("counter_id", "counters", nullable=True),
        reference("clerk_id", "staff", nullable=True),
        Column("started_at", Instant),
        Column("finished_at", Instant),
        Column("moved", Boolean, nullable=False),
        UniqueConstraint("ticket_id", "position"),
        one_of(
            "outcome",
            "completed",
            "accepted",
            "notified",
            "refused",
            "collected",
            "consulted",
            "wrong_item",
            "sent_online",
            "exception",
            "left",
        ),
        CheckConstraint("(outcome IS NULL) = (finished_at IS NULL)", name="ended"),
    )
    op.create_index("ix_errands_finished_at", "errands", ["finished_at"])
    op.create_index(
        "ix_errands_case_id",
        "errands",
        ["case_id"],
        postgresql_where=text("case_id IS NOT NULL"),
        sqlite_where=text("case_id IS NOT NULL"),
    )


def _sent_online() -> None:
    op.create_table(
        "sent_online",
        Column("id", Uuid, primary_key=True),
        hall_reference(),
        Column("day", Date, nullable=False),
        Column("at", Instant, nullable=False),
        reference("item_id", "item_versions"),
        Column("item_code", Code, nullable=False),
        reference("by_id", "staff"),
    )
    op.create_index("ix_sent_online_day", "sent_online", ["day"])
