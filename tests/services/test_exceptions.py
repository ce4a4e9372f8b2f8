"""Exception cases: from a ticket's context to the file, each step by who may take it."""

from datetime import date

import pytest

from app.domain.errand import Outcome
from app.domain.errors import BadInput, NotFound
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_table import ExceptionState
from app.domain.exception_terms import ExceptionLevel
from app.ports.rows import ExceptionPage
from app.services.exceptions import (
    answer_exception,
    assign_exception,
    close_exception,
    follow_up_exception,
    note_exception,
    reopen_exception,
    return_exception,
    rework_exception,
    take_exception,
    triage_exception,
)
from app.services.issue_ticket import ANYBODY, Visitor
from app.services.open_exception import open_exception
from app.services.staff import disable_staff
from tests.refusals import refused
from tests.services.at_work import (
    ADMINISTRATOR,
    CLERK,
    COUNTER,
    DAY,
    GUIDE,
    HOUSE,
    MATE,
    PASSPORT,
    SUPERVISOR,
    HallAtWork,
    somebody,
)

S = ExceptionState
PAYMENT = ExceptionCategory.PAYMENT


async def opened(hall: HallAtWork, who: str = CLERK, **how: object) -> ExceptionPage:
    known = {
        "summary": "刷卡缴费失败",
        "category": PAYMENT,
        "channel": Channel.COUNTER,
        "visitor": somebody(),
    }
    return await hall.do(who, open_exception, **(known | how))


async def assigned(hall: HallAtWork, handler: str = CLERK, **how: object) -> ExceptionPage:
    page = await opened(hall, **how)
    await hall.do(SUPERVISOR, triage_exception, page.row.number, PAYMENT, ExceptionLevel.ORDINARY)
    return await hall.do(SUPERVISOR, assign_exception, page.row.number, handler)


async def test_from_registration_to_the_file(hall: HallAtWork) -> None:
    page = await opened(hall)
    number = page.row.number
    assert (number, page.row.state, page.row.due.day) == ("例外〔2026〕0001", S.REGISTERED, date(2026, 3, 25))
    page = await hall.do(SUPERVISOR, triage_exception, number, PAYMENT, ExceptionLevel.SIMPLE, "换机可办")
    assert (page.row.state, page.row.due.day) == (S.TRIAGED, date(2026, 3, 19))
    page = await hall.do(SUPERVISOR, assign_exception, number, CLERK)
    assert (page.row.state, page.row.owner) == (S.ASSIGNED, CLERK)
    page = await hall.do(CLERK, take_exception, number)
    page = await hall.do(GUIDE, note_exception, number, "群众来电询问")
    page = await hall.do(CLERK, answer_exception, number, "已换机缴费")
    page = await hall.do(SUPERVISOR, follow_up_exception, number, False, "收据未给")
    page = await hall.do(SUPERVISOR, rework_exception, number)
    page = await hall.do(CLERK, answer_exception, number, "已补收据")
    page = await hall.do(SUPERVISOR, follow_up_exception, number, True)
    page = await hall.do(SUPERVISOR, close_exception, number)
    assert (page.row.state, page.satisfied, len(page.steps)) == (S.CLOSED, True, 11)
    page = await hall.do(SUPERVISOR, reopen_exception, number, "再次失败")
    assert (page.row.state, page.row.owner, page.satisfied) == (S.TRIAGED, None, None)


async def test_the_tickets_context_is_filled_in(hall: HallAtWork) -> None:
    ticket = await hall.served(HOUSE, PASSPORT, visitor=somebody())
    page = await opened(hall, ticket=ticket.number, visitor=ANYBODY)
    assert (page.ticket, page.item, page.counter, page.name) == (ticket.number, HOUSE, COUNTER, "张*")
    assert page.trips == 1
    other = await opened(hall, ticket=ticket.number, item=PASSPORT, visitor=ANYBODY)
    assert other.item == PASSPORT


async def test_what_is_typed_beside_a_ticket_replaces_that_alone(hall: HallAtWork) -> None:
    ticket = await hall.served(visitor=somebody())
    page = await opened(hall, ticket=ticket.number, visitor=Visitor(phone="13900000009"))
    assert (page.name, page.phone, page.trips) == ("张*", "139****0009", 1)
    agent = await opened(hall, ticket=ticket.number, visitor=Visitor(name="李四"))
    assert (agent.name, agent.phone) == ("李*", "138****0001")


async def test_an_identity_number_stays_with_its_name(hall: HallAtWork) -> None:
    ticket = await hall.served(visitor=somebody())
    for name, kept in (("张三", True), ("李四", False)):
        number = (await opened(hall, ticket=ticket.number, visitor=Visitor(name=name))).row.number
        async with hall.ports.uow() as u:
            person = (await u.exceptions.by_number(number)).person
        assert (person.identity is not None) == kept


async def test_an_item_without_a_ticket(hall: HallAtWork) -> None:
    assert (await opened(hall, item=HOUSE)).item == HOUSE
    with refused("catalogue.rule.none", NotFound):
        await opened(hall, item="IT999")
    with refused("ticket.rule.none", NotFound):
        await opened(hall, ticket="A999")


async def test_it_is_said_what_went_wrong_and_who_it_is(hall: HallAtWork) -> None:
    with refused("exception.rule.summary"):
        await opened(hall, summary=" ")
    with refused("person.rule.phone", BadInput):
        await opened(hall, visitor=Visitor(phone="1"))
    with refused("paper.error.unprintable", BadInput):
        await opened(hall, visitor=Visitor(name="\u0378某"))
    assert (await opened(hall)).row.number.endswith("0001")


async def test_an_anonymous_case_is_closed_after_its_answer(hall: HallAtWork) -> None:
    page = await assigned(hall, visitor=ANYBODY)
    number = page.row.number
    await hall.do(CLERK, take_exception, number)
    await hall.do(CLERK, answer_exception, number, "已解决")
    with refused("exception.rule.transition"):
        await hall.do(SUPERVISOR, follow_up_exception, number, True)
    assert (await hall.do(SUPERVISOR, close_exception, number)).row.state is S.CLOSED


@pytest.mark.parametrize("handler", [GUIDE, ADMINISTRATOR, MATE])
async def test_given_only_to_who_can_handle_it(hall: HallAtWork, handler: str) -> None:
    await hall.do(ADMINISTRATOR, disable_staff, MATE)
    with refused("exception.rule.handler", number=handler):
        await assigned(hall, handler)
    with refused("staff.rule.none", NotFound):
        await assigned(hall, "9999")


async def test_given_to_a_department_that_exists_until_a_day_that_the_level_allows(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    await hall.do(SUPERVISOR, triage_exception, number, PAYMENT, ExceptionLevel.ORDINARY)
    with refused("staff.rule.no_department", department="XX"):
        await hall.do(SUPERVISOR, assign_exception, number, CLERK, "XX")
    for day in (date(2026, 3, 26), date(2026, 3, 17)):
        with refused("exception.rule.due", latest=date(2026, 3, 25)):
            await hall.do(SUPERVISOR, assign_exception, number, CLERK, due=day)
    page = await hall.do(SUPERVISOR, assign_exception, number, CLERK, "GA", date(2026, 3, 20))
    assert page.row.due.day == date(2026, 3, 20)


async def test_returned_by_its_handler_or_who_directs_with_the_whole_time_again(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    await hall.do(SUPERVISOR, triage_exception, number, PAYMENT, ExceptionLevel.ORDINARY)
    await hall.do(SUPERVISOR, assign_exception, number, CLERK, due=date(2026, 3, 19))
    with refused("exception.rule.other_handler"):
        await hall.do(MATE, return_exception, number, "不属本部门")
    with refused("exception.rule.say_why"):
        await hall.do(CLERK, return_exception, number, " ")
    page = await hall.do(CLERK, return_exception, number, "不属本部门")
    assert (page.row.state, page.row.owner, page.row.due.day) == (S.TRIAGED, None, date(2026, 3, 25))
    await hall.do(SUPERVISOR, assign_exception, number, MATE, due=date(2026, 3, 25))
    page = await hall.do(SUPERVISOR, return_exception, number, "改派")
    assert page.row.state is S.TRIAGED


async def test_only_the_handler_takes_and_answers(hall: HallAtWork) -> None:
    number = (await assigned(hall)).row.number
    with refused("exception.rule.other_handler"):
        await hall.do(MATE, take_exception, number)
    await hall.do(CLERK, take_exception, number)
    with refused("exception.rule.other_handler"):
        await hall.do(SUPERVISOR, answer_exception, number, "已办")


async def test_a_deadline_into_an_unpublished_year_is_provisional(hall: HallAtWork) -> None:
    hall.pass_time(hours=24 * (date(2035, 12, 27) - DAY).days)
    page = await opened(hall)
    assert (page.row.due.day, page.row.due.provisional) == (date(2036, 1, 3), True)


async def test_an_errand_may_end_as_an_exception(hall: HallAtWork) -> None:
    ticket = await hall.served()
    page = await opened(hall, ticket=ticket.number)
    assert (await hall.finish(Outcome.EXCEPTION)).errand.outcome is Outcome.EXCEPTION
    assert page.row.number == (await hall.ports.readers.exception(page.row.number)).row.number
