"""Number tickets on paper: as they were when they were issued, however often they are printed."""

from io import BytesIO

from pypdf import PdfReader

from app.domain.errors import NotFound, NotPermitted
from app.ports.documents import Roll
from app.services.issue_ticket import ErrandWish, issue_ticket
from app.services.paper import ticket_pdf
from app.services.policy import hall_policy
from app.services.tickets import count_ticket_reprint
from tests.refusals import refused
from tests.services.at_work import CLERK, COUNTER, GUIDE, HOUSE, PASSPORT, HallAtWork, somebody


async def test_the_paper_says_what_was_true_when_it_was_issued(hall: HallAtWork) -> None:
    await hall.issue()
    ticket = await hall.issue(HOUSE, PASSPORT, visitor=somebody())
    first = await ticket_pdf(hall.ports, ticket)
    text = _text(first)
    for said in (ticket.number, "青溪区政务服务中心", "张*", ticket.errands[1].item_name[:4]):
        assert said in text.replace("\n", "")
    await hall.open(COUNTER)
    await hall.call()
    assert await ticket_pdf(hall.ports, await hall.ticket(ticket.number)) == first


async def test_a_ticket_fits_the_roll_in_the_printer(hall: HallAtWork) -> None:
    ticket = await hall.issue()
    widths = [_width(await ticket_pdf(hall.ports, ticket, roll)) for roll in (Roll.MM80, Roll.MM58)]
    assert widths == [80, 58]


async def test_reprints_are_counted_and_marked(hall: HallAtWork) -> None:
    ticket = await hall.issue()
    assert "重印" not in _text(await ticket_pdf(hall.ports, ticket))
    for count in (1, 2):
        row = await hall.do(GUIDE, count_ticket_reprint, ticket.number)
        assert row.reprints == count
    assert "重印" in _text(await ticket_pdf(hall.ports, row))


async def test_a_test_ticket_says_so(hall: HallAtWork) -> None:
    row = await hall.do(GUIDE, issue_ticket, (ErrandWish(HOUSE),), is_test=True)
    assert "测试号" in _text(await ticket_pdf(hall.ports, row))


async def test_the_guide_desk_reprints(hall: HallAtWork) -> None:
    ticket = await hall.issue()
    with refused("staff.rule.not_permitted", NotPermitted):
        await hall.do(CLERK, count_ticket_reprint, ticket.number)
    with refused("ticket.rule.none", NotFound):
        await hall.do(GUIDE, count_ticket_reprint, "A999")


async def test_the_rule_on_the_paper_is_the_halls(hall: HallAtWork) -> None:
    policy = await hall_policy(hall.ports)
    assert (policy.calls_before_miss, policy.misses_before_no_show) == (3, 2)


def _text(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def _width(pdf: bytes) -> int:
    """Of the first page, in millimetres."""
    return round(float(PdfReader(BytesIO(pdf)).pages[0].mediabox.width) / 72 * 25.4)
