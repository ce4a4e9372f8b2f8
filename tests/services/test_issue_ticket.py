"""The guide desk gives out numbers: for what, to whom, how many, when."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from app.domain.errors import BadInput, NotFound
from app.domain.hall import OpenPeriod
from app.domain.policy import Priority
from app.domain.ticket_table import TicketState
from app.ports.rows import TicketRow
from app.services.calling import call_ticket
from app.services.issue_ticket import ErrandWish, Visitor, issue_ticket
from app.services.tickets import cancel_ticket
from tests.refusals import refused
from tests.services.at_work import (
    COUNTER,
    DAY,
    GUIDE,
    HOUSE,
    MATES,
    MORTGAGE,
    NINE,
    PASSPORT,
    HallAtWork,
    clerk_of,
    somebody,
)


async def test_a_number_for_one_trip(hall: HallAtWork) -> None:
    first = await hall.issue(HOUSE, PASSPORT, visitor=somebody())
    second = await hall.issue(MORTGAGE)
    assert (first.number, second.number, first.state) == ("A001", "A002", TicketState.WAITING)
    assert [(e.item, e.line, e.outcome) for e in first.errands] == [(HOUSE, "A", None), (PASSPORT, "C", None)]
    assert (first.name, first.identity, first.phone) == (
        "张*",
        "33**************14",
        "138****0001",
    )
    assert timedelta() <= first.issued_at - NINE < timedelta(minutes=1)
    assert (first.line_at, first.ahead, second.ahead) == (first.issued_at, 0, 1)
    assert await hall.ticket("A001") == first


async def test_a_name_that_no_font_has_is_told_before_there_is_a_number(hall: HallAtWork) -> None:
    with refused("paper.error.unprintable", BadInput):
        await hall.issue(visitor=Visitor(name="\u0378某"))
    assert (await hall.issue()).number == "A001"


async def test_a_priority_class_gains_its_head_start(hall: HallAtWork) -> None:
    ordinary = await hall.issue()
    elderly = await hall.issue(visitor=Visitor(priority=Priority.ELDERLY))
    assert elderly.issued_at - elderly.line_at == timedelta(minutes=20)
    assert elderly.ahead == 0
    assert (await hall.ticket(ordinary.number)).ahead == 1


async def test_what_the_guide_desk_saw_is_kept(hall: HallAtWork) -> None:
    wish = ErrandWish(HOUSE, brought=frozenset({1, 3}))
    row = await hall.do(GUIDE, issue_ticket, (wish,))
    assert row.errand.brought == {1, 3}


@pytest.mark.parametrize(
    ("wishes", "code", "error"),
    [
        ((), "ticket.input.no_errand", BadInput),
        ((ErrandWish("IT999"),), "catalogue.rule.none", NotFound),
        ((ErrandWish(HOUSE, "没有的情形"),), "catalogue.rule.no_situation", NotFound),
        ((ErrandWish(HOUSE, brought=frozenset({1, 99})),), "notice.rule.foreign_material", NotFound),
    ],
    ids=["nothing", "item", "situation", "material"],
)
async def test_what_does_not_exist_gets_no_number(
    hall: HallAtWork, wishes: tuple[ErrandWish, ...], code: str, error: type[BadInput | NotFound]
) -> None:
    with refused(code, error):
        await hall.do(GUIDE, issue_ticket, wishes)
    assert (await hall.issue()).number == "A001"


@pytest.mark.parametrize(
    ("visitor", "code"),
    [
        (somebody(identity="330102198501010010"), "person.rule.identity_check_digit"),
        (somebody(phone="12345"), "person.rule.phone"),
    ],
    ids=["identity", "phone"],
)
async def test_wrong_numbers_of_people_are_refused(hall: HallAtWork, visitor: Visitor, code: str) -> None:
    with refused(code, BadInput):
        await hall.issue(visitor=visitor)


async def test_a_cancelled_item_gets_no_number_from_its_day_on(hall: HallAtWork) -> None:
    await cancel_item(hall, HOUSE)
    with refused("catalogue.rule.cancelled", since=DAY):
        await hall.issue(HOUSE)


async def test_an_item_that_no_line_serves_gets_no_number(hall: HallAtWork) -> None:
    async with hall.ports.uow() as u:
        line = await u.lines.by_prefix("A")
        await u.lines.save(replace(line, items=frozenset({MORTGAGE})))
        await u.commit()
    with refused("line.rule.none_for_item", NotFound):
        await hall.issue(HOUSE)


async def test_a_closed_hall_issues_nothing(hall: HallAtWork) -> None:
    async with hall.ports.uow() as u:
        await u.hall.save(
            replace(await u.hall.get(), opening_hours=(OpenPeriod((0, 1, 2, 3, 4), time(9), time(17)),))
        )
        await u.commit()
    assert (await hall.issue()).number == "A001"
    hall.pass_time(hours=8)
    with refused("hall.rule.closed"):
        await hall.issue()


async def test_a_person_holds_so_many_live_tickets_of_a_line(hall: HallAtWork) -> None:
    first = await hall.issue(visitor=somebody())
    await hall.issue(visitor=somebody())
    with refused("line.rule.live_tickets", limit=2):
        await hall.issue(visitor=somebody())
    await hall.issue(visitor=somebody(2))
    await hall.issue(PASSPORT, visitor=somebody())
    await hall.do(GUIDE, cancel_ticket, first.number, "开错")
    await hall.issue(visitor=somebody())


async def test_the_quota_of_a_line_counts_real_tickets_of_the_day(hall: HallAtWork) -> None:
    async with hall.ports.uow() as u:
        await u.lines.save(replace(await u.lines.by_prefix("A"), daily_quota=2))
        await u.commit()
    await hall.issue()
    await a_test_ticket(hall)
    await hall.issue()
    with refused("line.rule.quota", quota=2):
        await hall.issue()
    await a_test_ticket(hall)
    hall.pass_time(hours=24)
    assert (await hall.issue()).number == "A001"


async def test_a_test_ticket_counts_nowhere_and_is_never_called(hall: HallAtWork) -> None:
    test = await a_test_ticket(hall, somebody())
    assert test.is_test
    first, second = await hall.issue(visitor=somebody()), await hall.issue(visitor=somebody())
    assert (first.ahead, second.ahead) == (0, 1)
    await hall.open(COUNTER)
    queue = (await hall.ports.readers.counter_desk(COUNTER)).queue
    assert [row.number for row in queue] == [first.number, second.number]
    assert (await hall.call()).number == first.number
    await hall.open(MATES)
    with refused("ticket.rule.test_ticket"):
        await hall.do(clerk_of(MATES), call_ticket, MATES, test.number, "试一试")
    assert (await hall.ports.readers.guide_desk()).issued_today == 2


async def test_numbers_start_anew_each_day(hall: HallAtWork) -> None:
    await hall.issue()
    hall.pass_time(hours=15)
    tomorrow = await hall.issue()
    assert (tomorrow.number, tomorrow.day) == ("A001", DAY + timedelta(days=1))


async def a_test_ticket(hall: HallAtWork, visitor: Visitor | None = None) -> TicketRow:
    return await hall.do(
        GUIDE, issue_ticket, (ErrandWish(HOUSE),), visitor=visitor or Visitor(), is_test=True
    )


async def cancel_item(hall: HallAtWork, code: str) -> None:
    """A new version of an item that is cancelled from today on."""
    async with hall.ports.uow() as u:
        item = await u.catalogue.in_force(code, DAY)
        await u.catalogue.add_version(
            replace(item, id=u.new_id(), version_number=item.version_number + 1, cancelled_from=DAY)
        )
        await u.commit()
