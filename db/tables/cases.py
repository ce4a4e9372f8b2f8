"""Cases: applications for an item, across trips, with their story and the keys by which they are found."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)

from app.domain.case_parts import Result, WatchKind
from app.domain.case_table import OPEN_STATES, CaseAction, CaseState
from app.domain.catalogue import Regime
from db.tables.base import hall_reference, metadata, one_of, person_checks, person_columns, reference, story
from db.types import Code, Instant, Json

AGENT = "agent_"
_OPEN = ", ".join(f"'{state}'" for state in CaseState if state in OPEN_STATES)

# What lists and figures ask for has columns of its own; what only the case itself needs is its ``course``.
cases = Table(
    "cases",
    metadata,
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
    *person_columns(AGENT),
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
    one_of("regime", Regime),
    one_of("state", CaseState),
    one_of("result", Result),
    one_of("watch", WatchKind),
    # Nothing waits unseen; of those that ended only what the calendar ended waits, for the file.
    CheckConstraint(f"state = 'ended' OR (state IN ({_OPEN})) = (watch_by IS NOT NULL)", name="watched"),
    CheckConstraint("(watch IS NULL) = (watch_by IS NULL)", name="watch_whole"),
    *person_checks(),
    *person_checks(AGENT),
    Index("ix_cases_watch_by", "watch_by"),
    Index("ix_cases_department_id_state", "department_id", "state"),
    Index("ix_cases_decided_on", "decided_on"),
)

# Added to, never changed.
case_steps = Table(
    "case_steps",
    metadata,
    *story(reference("case_id", "cases"), CaseAction, CaseState),
    Column("day", Date, nullable=False),
)

# Keyed look-ups: none of them tells the value that it was made of.
case_keys = Table(
    "case_keys",
    metadata,
    reference("case_id", "cases"),
    Column("key", LargeBinary, nullable=False),
    PrimaryKeyConstraint("key", "case_id"),
)
