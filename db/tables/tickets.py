"""Tickets and their errands, and who was sent online instead."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

from app.domain.errand import Outcome
from app.domain.policy import Priority
from app.domain.ticket_table import TicketState
from db.tables.base import hall_reference, metadata, one_of, person_checks, person_columns, reference
from db.types import Code, Instant, Json

tickets = Table(
    "tickets",
    metadata,
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
    one_of("state", TicketState),
    one_of("priority", Priority),
    CheckConstraint(
        "state NOT IN ('called', 'serving', 'held') OR counter_id IS NOT NULL", name="at_a_counter"
    ),
    *person_checks(),
)

LIVE = text("state IN ('called', 'serving')")
WAITING = text("state = 'waiting'")
AT_COUNTER = text("state IN ('called', 'serving', 'held')")
IDENTIFIED = text("identity_lookup IS NOT NULL")

# One called or serving ticket per counter.
Index(
    "uq_tickets_live_counter_id",
    tickets.c.counter_id,
    unique=True,
    postgresql_where=LIVE,
    sqlite_where=LIVE,
)
# Who is next stays quick, however many tickets of past days there are.
Index(
    "ix_tickets_waiting",
    tickets.c.day,
    tickets.c.line_id,
    tickets.c.line_at,
    tickets.c.number,
    postgresql_where=WAITING,
    sqlite_where=WAITING,
)
Index("ix_tickets_at_counter", tickets.c.counter_id, postgresql_where=AT_COUNTER, sqlite_where=AT_COUNTER)
Index("ix_tickets_day_called_at", tickets.c.day, tickets.c.called_at)
Index(
    "ix_tickets_identity_lookup",
    tickets.c.identity_lookup,
    postgresql_where=IDENTIFIED,
    sqlite_where=IDENTIFIED,
)

errands = Table(
    "errands",
    metadata,
    Column("id", Uuid, primary_key=True),
    reference("ticket_id", "tickets"),
    Column("position", Integer, nullable=False),
    reference("item_id", "item_versions"),
    Column("item_code", Code, nullable=False),
    reference("line_id", "lines"),
    Column("situation", Text),
    Column("brought", Json),
    Column("not_applicable", Json),
    reference("case_id", "cases", nullable=True),
    Column("outcome", Text),
    reference("counter_id", "counters", nullable=True),
    reference("clerk_id", "staff", nullable=True),
    Column("started_at", Instant),
    Column("finished_at", Instant),
    Column("moved", Boolean, nullable=False),
    UniqueConstraint("ticket_id", "position"),
    one_of("outcome", Outcome),
    CheckConstraint("(outcome IS NULL) = (finished_at IS NULL)", name="ended"),
    Index("ix_errands_finished_at", "finished_at"),
)
FOR_A_CASE = text("case_id IS NOT NULL")
Index("ix_errands_case_id", errands.c.case_id, postgresql_where=FOR_A_CASE, sqlite_where=FOR_A_CASE)

# The guide desk sent somebody online instead of giving out a number.
sent_online = Table(
    "sent_online",
    metadata,
    Column("id", Uuid, primary_key=True),
    hall_reference(),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    reference("item_id", "item_versions"),
    Column("item_code", Code, nullable=False),
    reference("by_id", "staff"),
    Index("ix_sent_online_day", "day"),
)
