"""Each copy of a paper comes out once: what failed is the same paper again, what came out is a reprint."""

from io import BytesIO

from pypdf import PdfReader

from app.domain.errors import NotFound
from app.domain.message import Message
from app.domain.print_job import INTERRUPTED, LEFT_OVER, PaperKind, PrintJob, PrintState
from app.ports.queries import PrintQuery
from app.services import case_intake
from app.services.notices import consult
from app.services.paper import paper_pdf
from app.services.printing import (
    cancel_print,
    end_print,
    print_again,
    print_paper,
    retry_print,
    settle_prints,
    start_print,
)
from tests.refusals import refused
from tests.services.at_work import CLERK, GUIDE, HOUSE, HallAtWork

DESK, COUNTER = "导办台@front", "窗口 3@pc3"
JAM = Message("device.printer_stuck", {"printer": "HP"})


async def _ticket(hall: HallAtWork) -> PrintJob:
    number = (await hall.issue()).number
    return await hall.do(GUIDE, print_paper, DESK, PaperKind.TICKET, number)


async def _out(hall: HallAtWork, job: PrintJob) -> PrintJob:
    await hall.do(GUIDE, start_print, job.id)
    return await hall.do(GUIDE, end_print, job.id)


async def _failed(hall: HallAtWork, job: PrintJob) -> PrintJob:
    await hall.do(GUIDE, start_print, job.id)
    return await hall.do(GUIDE, end_print, job.id, JAM)


async def _again(hall: HallAtWork, job: PrintJob, queue: str = DESK) -> PrintJob:
    return await hall.do(GUIDE, print_again, queue, job.paper.kind, job.paper.number)


def _text(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


async def test_a_paper_is_queued_once_however_often_it_is_asked_for(hall: HallAtWork) -> None:
    job = await _ticket(hall)
    assert (job.state, job.paper.copy) == (PrintState.PENDING, 0)
    assert await hall.do(GUIDE, print_paper, DESK, PaperKind.TICKET, job.paper.number) == job
    assert await _again(hall, job) == job
    await _out(hall, job)
    assert (await hall.do(GUIDE, print_paper, COUNTER, PaperKind.TICKET, job.paper.number)).id == job.id


async def test_what_did_not_come_out_is_no_reprint(hall: HallAtWork) -> None:
    job = await _failed(hall, await _ticket(hall))
    assert job.problem == JAM
    again = await _again(hall, job)
    assert (again.id, again.state, again.paper.copy) == (job.id, PrintState.PENDING, 0)
    assert (await hall.ticket(job.paper.number)).reprints == 0
    out = await _out(hall, again)
    assert (out.state, out.attempts) == (PrintState.PRINTED, 2)


async def test_what_came_out_is_counted_and_marked(hall: HallAtWork) -> None:
    job = await _out(hall, await _ticket(hall))
    assert "重印" not in _text(await paper_pdf(hall.ports, job.paper))
    again = await _again(hall, job)
    assert (again.id != job.id, again.paper.copy) == (True, 1)
    assert (await hall.ticket(job.paper.number)).reprints == 1
    marked = _text(await paper_pdf(hall.ports, again.paper))
    assert "重印" in marked
    assert "09:0" in marked  # by the hall's clock, not by the database's


async def test_it_comes_out_at_the_other_station_and_at_this_one_no_more(hall: HallAtWork) -> None:
    job = await _failed(hall, await _ticket(hall))
    elsewhere = await _again(hall, job, COUNTER)
    assert (elsewhere.queue, elsewhere.paper.copy) == (COUNTER, 0)
    with refused("print.rule.transition"):
        await hall.do(GUIDE, retry_print, job.id)
    settled = await hall.do(GUIDE, settle_prints, DESK)
    assert (settled.waiting, settled.failed) == ((), ())


async def test_what_another_station_is_printing_becomes_a_reprint(hall: HallAtWork) -> None:
    job = await _ticket(hall)
    await hall.do(GUIDE, start_print, job.id)
    assert (await _again(hall, job)).id == job.id
    assert (await _again(hall, job, COUNTER)).paper.copy == 1


async def test_what_was_given_up_can_be_printed_after_all(hall: HallAtWork) -> None:
    job = await _ticket(hall)
    await hall.do(GUIDE, cancel_print, job.id)
    again = await _again(hall, job)
    assert (again.id != job.id, again.paper.copy) == (True, 0)


async def test_all_three_kinds_of_paper(hall: HallAtWork) -> None:
    told = await hall.do(GUIDE, consult, HOUSE, frozenset())
    case = await hall.do(CLERK, case_intake.open_case, HOUSE)
    taken = await hall.do(CLERK, case_intake.refuse_case, case.row.number, "不属本机关")
    (document,) = taken.documents
    for kind, number in ((PaperKind.NOTICE, told.number), (PaperKind.DOCUMENT, document.number)):
        job = await _out(hall, await hall.do(CLERK, print_paper, COUNTER, kind, number))
        again = await hall.do(CLERK, print_again, COUNTER, kind, number)
        assert again.paper.copy == 1
        assert "重印" not in _text(await paper_pdf(hall.ports, job.paper))
        assert "重印" in _text(await paper_pdf(hall.ports, again.paper))
    with refused("document.rule.no_number", NotFound):
        await hall.do(CLERK, print_paper, COUNTER, PaperKind.DOCUMENT, "无")


async def test_a_restart_goes_on_where_it_can_and_asks_where_it_cannot(hall: HallAtWork) -> None:
    printing, waiting = await _ticket(hall), await _ticket(hall)
    await hall.do(GUIDE, start_print, printing.id)
    settled = await hall.do(GUIDE, settle_prints, DESK)
    assert [job.id for job in settled.waiting] == [waiting.id]
    assert [(job.id, job.problem) for job in settled.failed] == [(printing.id, INTERRUPTED)]
    await hall.do(GUIDE, end_print, printing.id)  # it had come out
    assert (await hall.do(GUIDE, settle_prints, DESK)).failed == ()


async def test_yesterdays_paper_is_not_printed_unasked(hall: HallAtWork) -> None:
    ticket = await _ticket(hall)
    told = await hall.do(GUIDE, consult, HOUSE, frozenset())
    slip = await hall.do(GUIDE, print_paper, DESK, PaperKind.NOTICE, told.number)
    hall.pass_time(hours=24)
    settled = await hall.do(GUIDE, settle_prints, DESK)
    assert settled.waiting == ()
    assert [(job.id, job.problem) for job in settled.failed] == [(slip.id, LEFT_OVER)]
    gone = await hall.ports.readers.print_jobs(PrintQuery(states=frozenset({PrintState.CANCELLED})))
    assert [job.id for job in gone] == [ticket.id]
