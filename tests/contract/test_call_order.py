"""The next ticket by SQL is the next ticket by ``domain.line.next_for``, on random halls."""

import random
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from uuid_utils.compat import uuid7

from app.domain import ticket_calls
from app.domain.errand import Errand
from app.domain.ids import ErrandId, TicketId
from app.domain.line import in_order, next_for, number_text
from app.domain.policy import Priority
from app.domain.ticket import Ticket, place_at_issue
from app.domain.ticket_table import TicketState
from db import Database
from tests.contract.small_hall import CLERKS, COUNTERS, HALL, ITEMS, A, B, at, issue, open_counter

_STATES = (TicketState.WAITING,) * 6 + (TicketState.NO_SHOW, TicketState.CANCELLED, TicketState.FINISHED)


def _random_ticket(luck: random.Random, sequence: int, now: datetime) -> Ticket:
    line, item = luck.choice([(A, ITEMS[0]), (B, ITEMS[2])])
    came = now - timedelta(minutes=luck.randint(0, 8))
    priority = luck.choice(tuple(Priority))
    pin = luck.random()
    skip = luck.random() < 0.3
    return Ticket(
        id=TicketId(uuid7()),
        hall=HALL.id,
        day=HALL.business_day(now),
        number=number_text(line.prefix, sequence),
        line=line.id,
        came=came,
        line_at=place_at_issue(came, priority, HALL.policy),
        priority=priority,
        errands=(Errand(ErrandId(uuid7()), item.id, item.code, line.id),),
        state=luck.choice(_STATES),
        is_test=luck.random() < 0.15,
        pinned_counter=luck.choice(COUNTERS).id if pin < 0.2 else None,
        pinned_clerk=luck.choice(CLERKS).id if 0.1 < pin < 0.3 else None,
        skip_counter=luck.choice(COUNTERS).id if skip else None,
        skip_until=luck.choice([None, now, now + timedelta(minutes=1), now - timedelta(minutes=1)])
        if skip
        else None,
    )


@pytest.mark.parametrize("seed", range(12))
async def test_the_claim_follows_the_domain(hall: Database, seed: int) -> None:
    luck = random.Random(seed)
    now = at(0)
    tickets = [_random_ticket(luck, sequence, now) for sequence in luck.sample(range(1, 1200), 30)]
    counters = [await open_counter(hall, index) for index in range(3)]
    async with hall.uow() as u:
        for ticket in tickets:
            await u.tickets.add(ticket)
        yesterday = replace(
            tickets[0], id=TicketId(uuid7()), day=tickets[0].day - timedelta(days=1), state=TicketState.WAITING,
            line_at=now - timedelta(days=1), errands=(replace(tickets[0].errands[0], id=ErrandId(uuid7())),),
        )  # fmt: skip
        await u.tickets.add(yesterday)
        for counter in counters:
            expected = in_order(counter, tickets, now)
            assert expected, "a seed without anybody to call tests nothing"
            assert await u.tickets.claim_next(counter, tickets[0].day, now) == next_for(counter, tickets, now)


async def test_nobody_to_call(hall: Database) -> None:
    counter = await open_counter(hall)
    async with hall.uow() as u:
        assert await u.tickets.claim_next(counter, HALL.business_day(at(0)), at(0)) is None


async def test_the_queue_on_the_screen_is_in_the_order_of_calls(hall: Database) -> None:
    luck = random.Random(99)
    counter = await open_counter(hall, 1)
    async with hall.uow() as u:
        now = await u.now()
        tickets = [_random_ticket(luck, sequence, now) for sequence in range(1, 40)]
        for ticket in tickets:
            await u.tickets.add(ticket)
        await u.commit()
    desk = await hall.readers.counter_desk(2)
    expected = [ticket.number for ticket in in_order(counter, tickets, desk.now)]
    assert len(expected) > 5
    assert [row.number for row in desk.queue] == expected


async def test_announcing_again_makes_no_call_the_lines_latest(hall: Database) -> None:
    early, late, missed = [await issue(hall) for _ in range(3)]
    async with hall.uow() as u:
        for minute, ticket in enumerate((early, late)):
            called, _ = ticket_calls.call(ticket, COUNTERS[minute].id, CLERKS[minute].id, at(minute))
            await u.tickets.save(called)
        await u.commit()
    async with hall.uow() as u:
        assert await u.lines.latest_call(A.id, early.day, besides=missed.id) == late.line_at
        found = await u.tickets.get(early.id)
        again, _ = ticket_calls.recall(found, HALL.policy, at(2))
        await u.tickets.save(again)
        assert await u.lines.latest_call(A.id, early.day, besides=missed.id) == late.line_at
