"""What is ordered about cases and their papers, twice."""

from app.domain.case_parts import DeliveryWay, Procedure, Result
from app.domain.case_table import CaseState
from app.domain.document import DocumentKind
from app.domain.errand import Outcome
from app.domain.judgement import Judgement, Verdict
from app.domain.message import Message
from app.domain.office_text import TextPart
from app.domain.print_job import PaperKind
from app.ports.queries import CaseQuery
from app.services import (
    case_applicant,
    case_clock,
    case_dates,
    case_intake,
    case_progress,
    counters,
    documents,
    exception_dates,
    follow_up_dates,
    notices,
    office_texts,
    printing,
)
from app.services.exception_clock import sweep_some_exceptions
from app.services.follow_up_clock import sweep_some_follow_ups
from app.services.link_case import link_case
from app.services.open_case import HandedIn
from tests.services.at_work import (
    ADMINISTRATOR,
    CLERK,
    COUNTER,
    GUIDE,
    HOUSE,
    SUPERVISOR,
    HallAtWork,
    somebody,
)
from tests.services.twice import Twice
from tests.services.use_cases import (
    LATER,
    LONGER,
    YEAR,
)


async def cases_twice(hall: HallAtWork, twice: Twice) -> None:
    await twice(ADMINISTRATOR, case_clock.enter_year, YEAR)
    await twice(ADMINISTRATOR, case_clock.forget_year, YEAR.year)
    number = await _accepted(hall, twice)
    await twice(CLERK, case_progress.suspend_case, number, Procedure.HEARING, 5)
    await twice(CLERK, case_progress.resume_case, number)
    await twice(CLERK, case_progress.extend_case, number, LONGER)
    await twice(CLERK, case_progress.decide_case, number, Result.GRANTED)
    await twice(CLERK, case_progress.deliver_case, number, DeliveryWay.POST)
    await twice(CLERK, case_progress.archive_case, number)
    paper = (await hall.ports.readers.case(number)).documents[0].number
    await twice(CLERK, documents.count_document_reprint, paper)
    await twice(SUPERVISOR, documents.void_document, paper, "误")
    await twice(ADMINISTRATOR, office_texts.set_text, "NY", TextPart.REMEDIES, "另行告知")
    await twice(ADMINISTRATOR, office_texts.word_paper, "NY", None, {TextPart.INQUIRY_PHONE: "0000-7777"})
    await twice(ADMINISTRATOR, office_texts.reset_text, "NY", TextPart.REMEDIES)
    await twice(CLERK, documents.issue_document, number, DocumentKind.ACCEPTANCE)
    await twice(CLERK, case_progress.withdraw_case, await _opened(hall))
    await twice(CLERK, case_intake.refuse_case, await _opened(hall), "不属本机关")
    await _told_without_a_ticket(hall, twice)
    await _told_and_late(hall, twice)
    await _pledged(hall, twice)
    await twice(CLERK, notices.notify_case, await _opened(hall), await _all_missing(hall))
    await twice(CLERK, case_clock.sweep_cases)
    await twice(CLERK, sweep_some_exceptions)
    await twice(CLERK, case_dates.recompute_cases, ())
    await twice(CLERK, exception_dates.recompute_exceptions, ())
    await twice(CLERK, sweep_some_follow_ups)
    await twice(CLERK, follow_up_dates.recompute_follow_ups, ())


async def paper_twice(hall: HallAtWork, twice: Twice) -> None:
    number = (await hall.issue()).number
    job = await twice(GUIDE, printing.print_paper, "desk", PaperKind.TICKET, number)
    await twice(GUIDE, printing.start_print, job.id)
    await twice(GUIDE, printing.end_print, job.id, Message("device.no_printer"))
    await twice(GUIDE, printing.retry_print, job.id)
    await twice(GUIDE, printing.settle_prints, "desk")
    await twice(GUIDE, printing.start_print, job.id)
    await twice(GUIDE, printing.end_print, job.id)
    again = await twice(GUIDE, printing.print_again, "desk", PaperKind.TICKET, number)
    await twice(GUIDE, printing.cancel_print, again.id)


async def _opened(hall: HallAtWork, item: str = HOUSE) -> str:
    return str((await hall.do(CLERK, case_intake.open_case, item)).row.number)


async def _all_missing(hall: HallAtWork) -> tuple[Judgement, ...]:
    materials = (await hall.ports.readers.item(HOUSE)).materials_for(None)
    return tuple(Judgement(m.number, Verdict.MISSING) for m in materials)


async def _accepted(hall: HallAtWork, twice: Twice) -> str:
    case = await twice(CLERK, case_intake.open_case, HOUSE)
    await twice(CLERK, case_intake.take_papers, case.row.number, (HandedIn(1),))
    correction = case_applicant.Correction(case_intake.Applying(somebody(3)))
    await twice(CLERK, case_applicant.correct_applicant, case.row.number, correction)
    await twice(CLERK, case_intake.accept_case, case.row.number)
    return str(case.row.number)


async def _told_without_a_ticket(hall: HallAtWork, twice: Twice) -> None:
    materials = (await hall.ports.readers.item(HOUSE)).materials_for(None)
    missing = tuple(Judgement(m.number, Verdict.MISSING) for m in materials)
    number = await _opened(hall)
    await twice(CLERK, notices.notify_case, number, missing)
    await hall.do(CLERK, case_progress.withdraw_case, number)


async def _told_and_late(hall: HallAtWork, twice: Twice) -> None:
    """Two cases that were told what is missing: for one it comes, for the other it never does."""
    for ends in (False, True):
        ticket = await hall.served(visitor=somebody(8 + ends))
        await hall.do(CLERK, notices.issue_notice, ticket.number, HOUSE, await _all_missing(hall))
        await hall.finish(Outcome.NOTIFIED)
        await hall.do(CLERK, counters.close_counter, COUNTER)
        (row,) = await hall.ports.readers.cases(CaseQuery(state=CaseState.NOTIFIED, text=HOUSE))
        if ends:
            hall.pass_time(hours=24 * 40)
            await twice(CLERK, case_progress.end_case, row.number, "逾期未补正")
        else:
            outstanding = (await hall.ports.readers.case(row.number)).outstanding
            brought = frozenset(o.material for o in outstanding)
            await hall.served(visitor=somebody(8))
            await twice(CLERK, link_case, COUNTER, row.number)
            await hall.finish(Outcome.COLLECTED)
            await hall.do(CLERK, counters.close_counter, COUNTER)
            await twice(CLERK, case_intake.supplement_case, row.number, brought)


async def _pledged(hall: HallAtWork, twice: Twice) -> None:
    item = await hall.ports.readers.item(LATER)
    late = next(m.number for m in item.materials_for(None) if m.may_be_late)
    number, today = await _opened(hall, LATER), (await hall.ports.readers.hall()).day
    promised = case_intake.Promised(frozenset({late}), today)
    await hall.do(CLERK, case_intake.accept_case, number, promised=promised)
    await twice(CLERK, case_intake.keep_pledge, number)
