"""The rules that the schema itself keeps, whatever the program does."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import delete, insert, text, update
from uuid_utils.compat import uuid7

from app.domain import ticket_calls
from app.domain.document import Document, DocumentKind
from app.domain.ids import CounterId, DocumentId, HallId, LineId, TicketId
from app.domain.ticket_table import TicketState
from app.ports.document_repositories import StoredDocument
from app.ports.errors import ConcurrentChange
from db import Database, open_database
from db.errors import StatementFailed
from db.tables import audit_entries, document_numbers, documents, tickets
from db.transaction import Transaction
from tests.contract.small_hall import (
    BY,
    CLERKS,
    COUNTERS,
    HALL,
    OFFICE,
    A,
    at,
    issue,
    open_counter,
    received,
    set_up,
)
from tests.refusals import refused


def transaction_of(u: object) -> Transaction:
    """The transaction of a unit of work: for statements that no repository would ever make."""
    return u._t  # type: ignore[attr-defined, no-any-return]


async def test_a_number_is_given_once_a_day(hall: Database) -> None:
    first = await issue(hall)
    again = replace(first, id=TicketId(uuid7()), errands=())
    async with hall.uow() as u:
        with refused("database.rule.changed", ConcurrentChange):
            await u.tickets.add(again)


async def test_one_called_or_serving_ticket_per_counter(hall: Database) -> None:
    await open_counter(hall)
    first, second = await issue(hall), await issue(hall)
    async with hall.uow() as u:
        called, _ = ticket_calls.call(first, COUNTERS[0].id, CLERKS[0].id, at(0))
        await u.tickets.save(called)
        other, _ = ticket_calls.call(second, COUNTERS[0].id, CLERKS[0].id, at(0))
        with refused("database.rule.changed", ConcurrentChange):
            await u.tickets.save(other)


@pytest.mark.parametrize("state", [TicketState.CALLED, TicketState.SERVING, TicketState.HELD])
async def test_where_it_is_served_is_known(hall: Database, state: TicketState) -> None:
    ticket = await issue(hall)
    async with hall.uow() as u:
        with pytest.raises(StatementFailed):
            await u.tickets.save(replace(ticket, state=state))


async def test_a_clerk_is_at_one_counter(hall: Database) -> None:
    await open_counter(hall, 0)
    async with hall.uow() as u:
        other, _ = (await u.counters.by_number(2)).open(CLERKS[0].id, at(0))
        with refused("database.rule.changed", ConcurrentChange):
            await u.counters.save(other)


async def test_an_open_counter_has_a_clerk(hall: Database) -> None:
    opened = await open_counter(hall)
    async with hall.uow() as u:
        with pytest.raises(StatementFailed):
            await u.counters.save(replace(opened, clerk=None))


async def test_a_database_holds_one_hall(hall: Database) -> None:
    async with hall.uow() as u:
        with refused("database.rule.changed", ConcurrentChange):
            await u.hall.save(replace(HALL, id=HallId(uuid7()), code="other"))


async def test_codes_are_unique(hall: Database) -> None:
    for double in (
        lambda u: u.hall.save_department(replace(OFFICE, id=uuid7())),
        lambda u: u.staff.add(replace(CLERKS[0], id=uuid7())),
        lambda u: u.lines.save(replace(A, id=LineId(uuid7()), items=frozenset())),
        lambda u: u.counters.add(replace(COUNTERS[0], id=CounterId(uuid7()))),
    ):
        async with hall.uow() as u:
            with refused("database.rule.changed", ConcurrentChange):
                await double(u)  # type: ignore[no-untyped-call]


async def test_document_numbers_are_unique_for_kind_scope_and_year(hall: Database) -> None:
    async with hall.uow() as u:
        await u.numbers.next("notice", "x", 2026)
        row = {"kind": "notice", "scope": "x", "year": 2026, "last_number": 7}
        with refused("database.rule.changed", ConcurrentChange):
            await transaction_of(u).execute(insert(document_numbers), row)


async def test_a_personal_value_is_whole_or_absent(hall: Database) -> None:
    await issue(hall)
    async with hall.uow() as u:
        with pytest.raises(StatementFailed):
            await transaction_of(u).execute(update(tickets).values(phone_mask="138****0000"))


@pytest.mark.parametrize(
    "change",
    [
        lambda: update(audit_entries).values(station="elsewhere"),
        lambda: delete(audit_entries),
    ],
    ids=["update", "delete"],
)
async def test_the_audit_trail_only_grows(hall: Database, change: Callable[[], object]) -> None:
    await issue(hall)
    async with hall.uow() as u:
        with pytest.raises(StatementFailed):
            await transaction_of(u).execute(change())  # type: ignore[arg-type]


async def test_no_audit_entry_is_replaced(sqlite_url: str) -> None:
    """SQLite's REPLACE removes a row without its trigger on DELETE; PostgreSQL has no such statement."""
    hall = await open_database(sqlite_url, "here")
    try:
        await set_up(hall)
        await issue(hall)
        async with hall.uow() as u:
            replaced = (
                "INSERT OR REPLACE INTO audit_entries SELECT seq, hall_id, at, actor_id, actor_number, role,"
                " 'elsewhere', origin, topic, action, subject, facts FROM audit_entries"
            )
            with pytest.raises(StatementFailed):
                await transaction_of(u).execute(text(replaced))
    finally:
        await hall.close()


async def test_the_audit_trail_cannot_be_truncated(postgres_url: str) -> None:
    hall = await open_database(postgres_url, "here")
    try:
        async with hall.uow() as u:
            with pytest.raises(StatementFailed):
                await transaction_of(u).execute(text("TRUNCATE audit_entries"))
    finally:
        await hall.close()


@pytest.mark.parametrize(
    "change",
    [
        lambda: update(documents).values(number="青溪受9号"),
        lambda: update(documents).values(data="{}", sha256="0" * 64),
        lambda: update(documents).values(pdf=b""),
        lambda: delete(documents),
    ],
    ids=["number", "data", "paper", "delete"],
)
async def test_what_was_issued_is_never_changed(hall: Database, change: Callable[[], object]) -> None:
    case, id_ = received(), DocumentId(uuid7())
    issued = Document(id_, "青溪收1号", DocumentKind.RECEIPT, case.id, OFFICE.id, BY.at, CLERKS[0].id)
    async with hall.uow() as u:
        await u.cases.add(case)
        await u.documents.issue(issued, StoredDocument(id_, "receipt", id_, "{}", "0" * 64, b"%PDF", BY.at))
        with pytest.raises(StatementFailed):
            await transaction_of(u).execute(change())  # type: ignore[arg-type]
