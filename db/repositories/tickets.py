"""Tickets with their errands, and who is next."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, bindparam, delete, func, insert, literal_column, or_, select

from app.domain.counter import Counter
from app.domain.ids import CounterId, HallId, ItemVersionId, LineId, StaffId, TicketId
from app.domain.policy import Priority
from app.domain.sent_online import SentOnline
from app.domain.ticket import Ticket
from app.domain.ticket_table import OPEN_STATES, TicketState
from db.call_order import CLERK, COUNTER, DAY, IS_LIVE, IS_WAITING, callable_tickets, in_states
from db.finished import LAST_FINISHED
from db.repositories import errands as children
from db.repositories.locking import locked_root, was_stale
from db.repositories.person import person_from, person_row
from db.repositories.saving import Known, guarded_update, in_hall, must_exist, save_guarded
from db.tables import errands, sent_online, tickets
from db.transaction import Transaction


def _with_errands(chosen: Select[Any], *, lock: bool = False, skip_locked: bool = False) -> Select[Any]:
    root = locked_root(tickets, chosen, lock=lock, skip_locked=skip_locked)
    return (
        root.statement.add_columns(*children.COLUMNS)
        .select_from(root.rows)
        .join(errands, errands.c.ticket_id == root.rows.c.id)
        .order_by(root.rows.c.line_at, root.rows.c.number, errands.c.position)
    )


_CLAIM = _with_errands(callable_tickets().limit(literal_column("1")), lock=True, skip_locked=True)
_BY_ID = _with_errands(select(tickets).where(tickets.c.id == bindparam("id")))
_LIVE_AT = _with_errands(select(tickets).where(tickets.c.counter_id == COUNTER, IS_LIVE))
_HELD_AT = _with_errands(select(tickets).where(tickets.c.counter_id == COUNTER, in_states(TicketState.HELD)))
_LAST_FINISHED = _with_errands(select(tickets).where(tickets.c.id == LAST_FINISHED))
_PINNED_TO = _with_errands(
    select(tickets).where(
        IS_WAITING,
        DAY,
        or_(tickets.c.pinned_counter_id == COUNTER, tickets.c.pinned_clerk_id == CLERK),
    )
)
_BY_NUMBER = {
    lock: _with_errands(select(tickets).where(DAY, tickets.c.number == bindparam("number")), lock=lock)
    for lock in (False, True)
}
_LIVE_OF_PERSON = select(func.count()).where(
    tickets.c.identity_lookup == bindparam("lookup"),
    tickets.c.line_id == bindparam("line"),
    DAY,
    in_states(*sorted(OPEN_STATES)),
    tickets.c.is_test.is_(False),
)
_TESTS = select(func.count()).where(tickets.c.line_id == bindparam("line"), DAY, tickets.c.is_test.is_(True))
_ADD = insert(tickets)
_SAVE = guarded_update(tickets)
_SENT_ONLINE = in_hall(sent_online)
_NOT_SENT_ONLINE = delete(sent_online).where(sent_online.c.id == bindparam("which")).returning(sent_online)


class TicketRepository:
    """Tickets, by number and day."""

    def __init__(self, t: Transaction) -> None:
        self._t = t
        self._known: Known[Ticket] = Known()

    async def by_number(self, number: str, day: date, *, lock: bool = False) -> Ticket:
        """The ticket with a number of a day. Raises ``NotFound`` (ticket.rule.none)."""
        rows = await self._rows(_BY_NUMBER[lock], number=number, day=day)
        if lock:
            rows = await self._fresh(rows)
        return must_exist(self._first(rows), "ticket.rule.none", number=number)

    async def get(self, id_: TicketId) -> Ticket:
        """The ticket with a key. Raises ``NotFound`` (ticket.rule.none)."""
        return must_exist(self._first(await self._rows(_BY_ID, id=id_)), "ticket.rule.none", number=str(id_))

    async def live_at(self, counter: CounterId) -> Ticket | None:
        """The called or serving ticket of a counter."""
        return self._first(await self._rows(_LIVE_AT, counter=counter))

    async def held_at(self, counter: CounterId) -> Sequence[Ticket]:
        """The tickets that a counter holds, of whatever day; the oldest first."""
        return self._from(await self._rows(_HELD_AT, counter=counter))

    async def last_finished(self, counter: CounterId, clerk: StaffId, since: datetime) -> Ticket | None:
        """The ticket that a clerk finished last at a counter, since then and of whatever day."""
        return self._first(await self._rows(_LAST_FINISHED, counter=counter, clerk=clerk, since=since))

    async def pinned_to(
        self, day: date, *, counter: CounterId | None = None, clerk: StaffId | None = None
    ) -> Sequence[Ticket]:
        """The waiting tickets of the day that were sent to a counter or a person."""
        return self._from(await self._rows(_PINNED_TO, day=day, counter=counter, clerk=clerk))

    async def claim_next(self, counter: Counter, day: date, now: datetime) -> Ticket | None:
        """The next callable ticket, locked; rows that others hold are skipped.

        The counter's lines are those stored: its row must be locked, and saved if it was changed.
        """
        rows = await self._rows(_CLAIM, counter=counter.id, clerk=counter.clerk, day=day, now=now)
        return self._first(await self._fresh(rows))

    async def live_of_person(self, lookup: bytes, line: LineId, day: date) -> int:
        """How many open tickets of that line the person holds that day."""
        result = await self._t.execute(_LIVE_OF_PERSON, {"lookup": lookup, "line": line, "day": day})
        return int(result.scalar_one())

    async def tests(self, line: LineId, day: date) -> int:
        """How many test tickets were issued in a line that day."""
        return int((await self._t.execute(_TESTS, {"line": line, "day": day})).scalar_one())

    async def sent_online(self, sent: SentOnline) -> None:
        """Keep that somebody was sent online instead of getting a ticket."""
        await self._t.execute(
            _SENT_ONLINE,
            {
                "id": sent.id,
                "day": sent.day,
                "at": sent.at,
                "item_id": sent.item,
                "item_code": sent.item_code,
                "by_id": sent.by,
            },
        )

    async def remove_sent_online(self, id_: UUID) -> SentOnline:
        """Keep it no longer: what it was. Raises ``NotFound`` (ticket.rule.not_sent)."""
        rows = await self._t.execute(_NOT_SENT_ONLINE, {"which": id_})
        row = must_exist(rows.one_or_none(), "ticket.rule.not_sent", number=str(id_))
        by = StaffId(row.by_id)
        return SentOnline(row.id, row.day, row.at, ItemVersionId(row.item_id), row.item_code, by)

    async def add(self, ticket: Ticket) -> None:
        """Add a ticket with its errands."""
        await self._t.execute(_ADD, _row(ticket))
        await children.add(self._t, ticket)
        self._known.saved(ticket, ticket.version)

    async def save(self, ticket: Ticket) -> None:
        """Save a ticket and those of its errands that changed. Raises ``ConcurrentChange``."""
        before = self._known.get(ticket)
        await save_guarded(self._t, _SAVE, _row, ticket, self._known)
        await children.save(self._t, ticket, before)

    async def _rows(self, statement: Select[Any], **params: Any) -> Sequence[Row[Any]]:
        return (await self._t.execute(statement, params | self._t.offset)).all()

    async def _fresh(self, rows: Sequence[Row[Any]]) -> Sequence[Row[Any]]:
        """Rows read under a lock, their errands as of after it; the clock came along."""
        if was_stale(rows):
            rows = await self._rows(_BY_ID, id=rows[0].id)
        if rows:
            self._t.saw(rows[0].clock)
        return rows

    def _first(self, rows: Sequence[Row[Any]]) -> Ticket | None:
        return next(iter(self._from(rows)), None)

    def _from(self, rows: Iterable[Row[Any]]) -> list[Ticket]:
        grouped: dict[TicketId, list[Row[Any]]] = {}
        for row in rows:
            grouped.setdefault(TicketId(row.id), []).append(row)
        return [self._known.loaded(_ticket_from(group)) for group in grouped.values()]


def _ticket_from(rows: Sequence[Row[Any]]) -> Ticket:
    """A ticket of its rows: one for each errand, in their order."""
    row = rows[0]
    return Ticket(
        id=TicketId(row.id),
        hall=HallId(row.hall_id),
        day=row.day,
        number=row.number,
        line=LineId(row.line_id),
        came=row.came,
        line_at=row.line_at,
        errands=tuple(children.errand_from(r) for r in rows),
        priority=Priority(row.priority),
        person=person_from(row),
        state=TicketState(row.state),
        since=row.since,
        counter=CounterId(row.counter_id) if row.counter_id else None,
        clerk=StaffId(row.clerk_id) if row.clerk_id else None,
        calls=row.calls,
        first_called_at=row.first_called_at,
        called_at=row.called_at,
        out_of_order=row.out_of_order,
        misses=row.misses,
        pinned_counter=CounterId(row.pinned_counter_id) if row.pinned_counter_id else None,
        pinned_clerk=StaffId(row.pinned_clerk_id) if row.pinned_clerk_id else None,
        skip_counter=CounterId(row.skip_counter_id) if row.skip_counter_id else None,
        skip_until=row.skip_until,
        note=row.note,
        reprints=row.reprints,
        is_test=row.is_test,
        version=row.version,
    )


def _row(ticket: Ticket) -> dict[str, Any]:
    return {
        "id": ticket.id,
        "hall_id": ticket.hall,
        "day": ticket.day,
        "number": ticket.number,
        "line_id": ticket.line,
        "came": ticket.came,
        "line_at": ticket.line_at,
        "priority": ticket.priority.value,
        **person_row(ticket.person),
        "state": ticket.state.value,
        "since": ticket.since,
        "counter_id": ticket.counter,
        "clerk_id": ticket.clerk,
        "calls": ticket.calls,
        "first_called_at": ticket.first_called_at,
        "called_at": ticket.called_at,
        "out_of_order": ticket.out_of_order,
        "misses": ticket.misses,
        "pinned_counter_id": ticket.pinned_counter,
        "pinned_clerk_id": ticket.pinned_clerk,
        "skip_counter_id": ticket.skip_counter,
        "skip_until": ticket.skip_until,
        "note": ticket.note,
        "reprints": ticket.reprints,
        "is_test": ticket.is_test,
        "version": ticket.version,
    }
