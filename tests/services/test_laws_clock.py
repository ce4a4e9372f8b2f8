"""What the calendar does to cases: by law, by a pledge's day, and when a year becomes known or is put right."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.calendar import OfficeCalendar, YearArrangement
from app.domain.case_parts import Procedure, WatchKind
from app.domain.case_table import CaseAction, CaseState
from app.domain.document import DocumentKind, DocumentStatus
from app.domain.judgement import Judgement, Verdict
from app.ports.queries import CaseQuery
from app.services import case_clock, case_intake, case_progress, worklist
from app.services.case_clock import Swept
from app.services.documents import issue_document
from app.services.notices import notify_case
from tests.refusals import refused
from tests.services.at_work import ADMINISTRATOR, CLERK, DAY, TREES, HallAtWork

EIGHT_DAYS = 24 * 8
LATER = "IT060"
"""An item of which something may follow later."""


async def opened(hall: HallAtWork, item: str = TREES) -> str:
    return (await hall.do(CLERK, case_intake.open_case, item)).row.number


async def first_due(hall: HallAtWork, number: str) -> tuple[date, bool]:
    page = await hall.ports.readers.case(number)
    assert page.dates is not None
    return page.dates.first.day, page.dates.first.provisional


@pytest.fixture
async def over_new_year(hall: HallAtWork) -> str:
    """A case that is accepted at the end of a year and decided in one that nobody published."""
    hall.pass_time(hours=24 * (date(2098, 12, 29) - DAY).days)
    number = await opened(hall)
    await hall.do(CLERK, case_intake.accept_case, number)
    await hall.do(ADMINISTRATOR, case_clock.enter_year, YearArrangement(2098, frozenset(), frozenset()))
    return number


async def test_too_late_to_tell_though_no_station_was_open(hall: HallAtWork) -> None:
    number = await opened(hall)
    hall.pass_time(hours=EIGHT_DAYS)
    asked = (await hall.ports.readers.item(TREES)).materials_for(None)
    missing = tuple(Judgement(m.number, Verdict.MISSING) for m in asked)
    with refused("case.rule.lapsed", number=number):
        await hall.do(CLERK, notify_case, number, missing)
    with refused("case.rule.lapsed", number=number):
        await hall.do(CLERK, case_intake.refuse_case, number, "不归我们")
    page = await hall.do(CLERK, case_intake.accept_case, number)
    assert (page.row.state, page.is_deemed, page.row.accepted_on) == (CaseState.ACCEPTED, True, DAY)
    assert [document.kind for document in page.documents] == [DocumentKind.ACCEPTANCE]
    assert (page.steps[-1].action, page.steps[-1].by) == (CaseAction.DEEM_ACCEPTED, None)


async def test_a_mistyped_year_is_put_right_and_forgotten(hall: HallAtWork, over_new_year: str) -> None:
    guessed = await first_due(hall, over_new_year)
    year = guessed[0].year
    long = frozenset(date(year, 1, day) for day in (1, 2, *range(5, 10)))
    assert await hall.do(ADMINISTRATOR, case_clock.enter_year, YearArrangement(year, long, frozenset())) == (
        Swept(recomputed=1)
    )
    mistyped = await first_due(hall, over_new_year)
    short = YearArrangement(year, frozenset({date(year, 1, 1)}), frozenset())
    assert (await hall.do(ADMINISTRATOR, case_clock.enter_year, short)).recomputed == 1
    right = await first_due(hall, over_new_year)
    assert guessed[0] < right[0] < mistyped[0]
    assert not right[1]
    assert (await hall.do(ADMINISTRATOR, case_clock.enter_year, short)).recomputed == 0
    assert (await hall.do(ADMINISTRATOR, case_clock.forget_year, year)).recomputed == 1
    assert await first_due(hall, over_new_year) == (guessed[0], True)


async def test_a_year_that_a_release_brings_is_seen_by_the_sweep(
    hall: HallAtWork, over_new_year: str
) -> None:
    assert await case_clock.sweep(hall.ports) == Swept()
    guessed = await first_due(hall, over_new_year)
    year = guessed[0].year
    brought = YearArrangement(year, frozenset({guessed[0]}), frozenset())
    released = replace(hall.ports, working_days=OfficeCalendar.of(hall.ports.working_days, [brought]))
    assert await case_clock.sweep(released) == Swept(recomputed=1)
    after = await first_due(hall, over_new_year)
    assert after[0] > guessed[0]
    assert not after[1]
    assert await case_clock.sweep(released) == Swept()


async def test_a_holiday_that_a_release_brings_counts_before_anything_lapses(hall: HallAtWork) -> None:
    """Otherwise the law would accept what there was still time to tell."""
    hall.pass_time(hours=24 * (date(2098, 12, 29) - DAY).days)
    number = await opened(hall)
    tell_by = (await hall.ports.readers.case(number)).tell_by
    assert tell_by.provisional
    years = [
        YearArrangement(2098, frozenset(), frozenset()),
        YearArrangement(2099, frozenset({tell_by.day}), frozenset()),
    ]
    released = replace(hall.ports, working_days=OfficeCalendar.of(hall.ports.working_days, years))
    hall.pass_time(hours=24 * ((tell_by.day - date(2098, 12, 29)).days + 1))
    assert await case_clock.sweep(released) == Swept(recomputed=1)
    assert (await hall.ports.readers.case(number)).row.state is CaseState.RECEIVED


async def pledged(hall: HallAtWork, days: int) -> str:
    """A case of which something follows within so many days."""
    item = await hall.ports.readers.item(LATER)
    late = frozenset(m.number for m in item.materials_for(None) if m.may_be_late)
    number = await opened(hall, LATER)
    promised = case_intake.Promised(late, DAY + timedelta(days=days))
    await hall.do(CLERK, case_intake.accept_case, number, promised=promised)
    return number


async def test_what_was_pledged_comes_while_a_procedure_runs(hall: HallAtWork) -> None:
    number = await pledged(hall, days=1)
    await hall.do(CLERK, case_progress.suspend_case, number, Procedure.INSPECTION, 10)
    hall.pass_time(hours=24 * 2)
    assert await case_clock.sweep(hall.ports) == Swept()
    page = await hall.do(CLERK, case_intake.keep_pledge, number)
    assert page.pledge is not None
    assert page.pledge.kept_on == DAY + timedelta(days=2)
    await hall.do(CLERK, case_progress.resume_case, number)
    assert await case_clock.sweep(hall.ports) == Swept()


async def test_a_case_that_goes_on_without_what_was_pledged_ends(hall: HallAtWork) -> None:
    number = await pledged(hall, days=1)
    await hall.do(CLERK, case_progress.suspend_case, number, Procedure.INSPECTION, 10)
    hall.pass_time(hours=24 * 2)
    await hall.do(CLERK, case_progress.resume_case, number)
    with refused("case.rule.pledge_over"):
        await hall.do(CLERK, case_intake.keep_pledge, number)
    assert await case_clock.sweep(hall.ports) == Swept(ended=1)


async def test_what_the_calendar_ended_is_seen_until_somebody_files_it(hall: HallAtWork) -> None:
    number = await pledged(hall, days=1)
    hall.pass_time(hours=24 * 2)
    assert await case_clock.sweep(hall.ports) == Swept(ended=1)
    (row,) = await hall.ports.readers.cases(CaseQuery())
    assert (row.number, row.state, row.watch and row.watch.kind) == (
        number, CaseState.ENDED, WatchKind.ARCHIVE,
    )  # fmt: skip
    assert [(owed.watch, owed.count) for owed in (await worklist.owed(hall.ports)).rows] == [
        (WatchKind.ARCHIVE, 1)
    ]
    papers = (await hall.ports.readers.case(number)).documents
    assert {paper.kind: paper.status for paper in papers} == {
        DocumentKind.ACCEPTANCE: DocumentStatus.VOID, DocumentKind.LENIENCY: DocumentStatus.VOID,
    }  # fmt: skip
    assert await case_clock.sweep(hall.ports) == Swept()
    told = await hall.do(CLERK, issue_document, number, DocumentKind.ENDING)
    assert (told.kind, told.status) == (DocumentKind.ENDING, DocumentStatus.IN_FORCE)
    page = await hall.do(CLERK, case_progress.archive_case, number)
    assert (page.row.state, page.row.watch) == (CaseState.ARCHIVED, None)
    assert await hall.ports.readers.cases(CaseQuery()) == ()


async def test_whoever_ends_such_a_case_before_the_calendar_makes_its_papers_void_too(
    hall: HallAtWork,
) -> None:
    number = await pledged(hall, days=1)
    hall.pass_time(hours=24 * 2)
    page = await hall.do(CLERK, case_progress.end_case, number, "承诺的材料没有补交")
    assert page.row.state is CaseState.ENDED
    assert {paper.kind: paper.status for paper in page.documents} == {
        DocumentKind.ACCEPTANCE: DocumentStatus.VOID,
        DocumentKind.LENIENCY: DocumentStatus.VOID,
        DocumentKind.ENDING: DocumentStatus.IN_FORCE,
    }
