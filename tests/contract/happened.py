"""What happened in a small hall, for tests of what is read of it."""

from datetime import date, timedelta

from uuid_utils.compat import uuid7

from app.domain import ticket_calls, ticket_course
from app.domain.calendar import Due
from app.domain.counter import Counter
from app.domain.errand import Outcome
from app.domain.exception_case import Channel, Context, ExceptionCase, Step
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel
from app.domain.ids import ExceptionCaseId, NoticeId
from app.domain.judgement import Findings, Shortcoming, ShortcomingKind
from app.domain.notice import Notice, NoticeKind
from app.domain.ticket import Ticket
from db import Database
from tests.contract.small_hall import (
    CLERKS,
    COUNTERS,
    HALL,
    ITEMS,
    MATERIALS,
    OFFICE,
    SOMEBODY,
    call,
)


async def served(hall: Database, index: int, minutes: float, outcome: Outcome = Outcome.COMPLETED) -> Ticket:
    """The counter's next ticket, served for so long."""
    called = await call(hall, await counter(hall, index))
    assert called is not None
    async with hall.uow() as u:
        now = await u.now()
        started, _ = ticket_calls.start(called, now - timedelta(minutes=minutes))
        done, _ = ticket_course.finish(started, outcome, now)
        await u.tickets.save(done)
        await u.commit()
    return done


async def counter(hall: Database, index: int) -> Counter:
    """A counter as it is now."""
    async with hall.uow() as u:
        return await u.counters.get(COUNTERS[index].id)


async def told(hall: Database, ticket: Ticket, number: str = "告〔2026〕0001号") -> Notice:
    """A slip about a ticket."""
    findings = Findings((Shortcoming(MATERIALS[1], ShortcomingKind.EXPIRED, "过期", 1),), (MATERIALS[0],))
    notice = Notice(
        NoticeId(uuid7()), number, NoticeKind.SUPPLEMENT, OFFICE.id, ITEMS[0].id, "IT1", None, findings, ticket.day,
        ticket.came, CLERKS[0].id, ticket.id, None, date(2026, 3, 25), ticket.person,
    )  # fmt: skip
    async with hall.uow() as u:
        await u.notices.add(notice)
        await u.commit()
    return notice


async def reported(hall: Database, number: str, due: date, ticket: Ticket | None = None) -> ExceptionCase:
    """An exception case that is due on a day."""
    async with hall.uow() as u:
        now = await u.now()
        step = Step(ExceptionAction.OPEN, ExceptionState.REGISTERED, CLERKS[0].id, now, "无法刷卡")
        context = (
            Context(ticket.id, ticket.number, "IT1", ITEMS[0].name, COUNTERS[0].id) if ticket else Context()
        )
        case = ExceptionCase(
            ExceptionCaseId(uuid7()), number, Channel.COUNTER, ExceptionCategory.PAYMENT, "100% 无法刷卡",
            HALL.business_day(now), now, ExceptionLevel.SIMPLE, Due(due), (step,), "尽快",
            ticket.person if ticket else SOMEBODY, context,
        )  # fmt: skip
        await u.exceptions.add(case)
        await u.commit()
    return case
