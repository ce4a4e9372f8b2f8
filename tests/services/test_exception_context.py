"""What comes along with an exception case: the ticket's or the case's, or nothing that leads to a person."""

from app.domain.errors import NotFound
from app.domain.judgement import Judgement, Verdict
from app.ports.rows import CasePage
from app.services import case_intake
from app.services.case_intake import Applying
from app.services.issue_ticket import ANYBODY
from app.services.link_case import link_case
from app.services.notices import issue_notice, notify_case
from app.services.telling import Again
from tests.refusals import refused
from tests.services.at_work import CLERK, COUNTER, HOUSE, SUPERVISOR, HallAtWork, somebody
from tests.services.test_exceptions import opened


async def case_of_somebody(hall: HallAtWork) -> CasePage:
    return await hall.do(CLERK, case_intake.open_case, HOUSE, None, Applying(person=somebody()))


async def missing(hall: HallAtWork) -> tuple[Judgement, ...]:
    asked = (await hall.ports.readers.item(HOUSE)).materials_for(None)
    return tuple(Judgement(material.number, Verdict.MISSING) for material in asked)


async def test_a_case_alone_brings_its_item_its_notice_and_its_person(hall: HallAtWork) -> None:
    case = (await case_of_somebody(hall)).row.number
    notice = await hall.do(CLERK, notify_case, case, await missing(hall))
    page = await opened(hall, case=case, visitor=ANYBODY)
    assert (page.case, page.item, page.name, page.ticket) == (case, HOUSE, "张*", None)
    assert (page.notice, page.notices, page.trips) == (notice.number, (notice.number,), 0)
    with refused("case.rule.none", NotFound):
        await opened(hall, case="没有")


async def test_a_trip_for_a_case_counts_the_cases_trips_and_tells_all_its_notices(hall: HallAtWork) -> None:
    case = (await case_of_somebody(hall)).row.number
    told = await hall.do(CLERK, notify_case, case, await missing(hall))
    ticket = await hall.served(visitor=somebody(2))
    await hall.do(CLERK, link_case, COUNTER, case)
    again = Again("材料又变了", hall.staff[SUPERVISOR])
    second = await hall.do(CLERK, issue_notice, ticket.number, HOUSE, await missing(hall), again=again)
    page = await opened(hall, ticket=ticket.number, visitor=ANYBODY)
    assert (page.case, page.trips, page.notice) == (case, 1, second.number)
    assert page.notices == (told.number, second.number)
    later = await hall.do(CLERK, notify_case, case, await missing(hall), again)
    read = await hall.ports.readers.exception(page.row.number)
    assert later.number not in read.notices, "it shows what was told by then"


async def test_anonymous_keeps_nothing_that_leads_to_the_person(hall: HallAtWork) -> None:
    ticket = await hall.served(visitor=somebody())
    page = await opened(hall, ticket=ticket.number, visitor=None)
    assert (page.item, page.counter) == (HOUSE, COUNTER)
    assert (page.name, page.phone, page.ticket, page.case, page.notices) == (None, None, None, None, ())
    case = (await case_of_somebody(hall)).row.number
    page = await opened(hall, case=case, visitor=None)
    assert (page.item, page.name, page.case, page.trips) == (HOUSE, None, None, 0)


async def test_told_at_a_counter_without_a_ticket(hall: HallAtWork) -> None:
    assert (await opened(hall, counter=COUNTER)).counter == COUNTER
    with refused("counter.rule.none", NotFound):
        await opened(hall, counter=99)
