"""Lines now: who serves them, how many wait, and how long it will take."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, func, select

from app.domain.counter import CounterState
from app.domain.line import expected_wait
from app.ports.rows import LineRow
from db.call_order import DAY, IS_WAITING
from db.reads.service_times import service_times
from db.reads.today import Today
from db.tables import counter_lines, counters, lines, tickets
from db.transaction import Transaction

_SERVING = (
    select(
        counter_lines.c.counter_id,
        counter_lines.c.preference,
        counters.c.number,
        counters.c.state,
        lines.c.id,
        lines.c.prefix,
    )
    .select_from(counter_lines)
    .join(counters, counters.c.id == counter_lines.c.counter_id)
    .join(lines, lines.c.id == counter_lines.c.line_id)
    .order_by(counters.c.number, lines.c.prefix)
)
_WAITING = (
    select(
        lines.c.id,
        lines.c.prefix,
        lines.c.name,
        func.count(tickets.c.id).label("waiting"),
        func.min(tickets.c.came).label("first_came"),
    )
    .select_from(lines)
    .outerjoin(tickets, and_(tickets.c.line_id == lines.c.id, IS_WAITING, DAY, tickets.c.is_test.is_(False)))
    .group_by(lines.c.id, lines.c.prefix, lines.c.name)
    .order_by(lines.c.prefix)
)


@dataclass
class Serving:
    """Which counter serves which line, whether it is open or not, and by how much it favours each."""

    prefixes: dict[UUID, list[str]] = field(default_factory=dict)
    preferences: dict[UUID, dict[str, timedelta]] = field(default_factory=dict)
    counters: dict[UUID, list[int]] = field(default_factory=dict)
    open_counters: dict[UUID, int] = field(default_factory=dict)


async def serving(t: Transaction) -> Serving:
    """Prefixes by counter; numbers of counters and how many are open by line."""
    found = Serving()
    for row in await t.execute(_SERVING):
        found.prefixes.setdefault(row.counter_id, []).append(row.prefix)
        found.preferences.setdefault(row.counter_id, {})[row.prefix] = row.preference
        found.counters.setdefault(row.id, []).append(row.number)
        is_open = row.state == CounterState.OPEN
        found.open_counters[row.id] = found.open_counters.get(row.id, 0) + is_open
    return found


@dataclass(frozen=True)
class Waits:
    """What the expected wait in any line is worked out from."""

    at: Today
    serving: Serving
    service_times: dict[UUID, timedelta]

    def expected(self, line: UUID, ahead: int) -> tuple[int, int] | None:
        """Minutes, from and to, for somebody with so many people ahead; None when nobody serves the line."""
        service = self.service_times.get(line, self.at.hall.policy.usual_service)
        return expected_wait(ahead, self.serving.open_counters.get(line, 0), service)


async def waits(t: Transaction, at: Today, served: Serving | None = None) -> Waits:
    """Everything needed to tell expected waits."""
    return Waits(at, served or await serving(t), await service_times(t, at))


async def line_rows(t: Transaction, known: Waits) -> tuple[LineRow, ...]:
    """All lines, by prefix."""
    rows = await t.execute(_WAITING, {"day": known.at.day})
    return tuple(_line_row(known, row.id, row.prefix, row.name, row.waiting, row.first_came) for row in rows)


def _line_row(
    known: Waits, line: UUID, prefix: str, name: str, waiting: int, first_came: datetime | None
) -> LineRow:
    longest = known.at.now - first_came if first_came else None
    return LineRow(
        prefix=prefix,
        name=name,
        waiting=waiting,
        wait_minutes=known.expected(line, waiting),
        longest_minutes=None if longest is None else int(longest.total_seconds() // 60),
        too_long=longest is not None and longest > known.at.hall.policy.long_wait,
        open_counters=known.serving.open_counters.get(line, 0),
        counters=tuple(known.serving.counters.get(line, ())),
    )
