"""Cases as use cases: over two trips, with and without a ticket, and moved by the calendar alone."""

import asyncio
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from app.domain.calendar import YearArrangement
from app.domain.case_parts import DeliveryWay, Extension, PaperForm, Procedure, Refusal, Result, WatchKind
from app.domain.case_table import CaseAction, CaseState
from app.domain.errand import Outcome
from app.domain.errors import BadInput, NotFound
from app.domain.judgement import Judgement, Verdict
from app.ports.queries import CaseQuery
from app.ports.rows import CasePage
from app.services import case_clock, case_intake, case_progress
from app.services.case_intake import Applying, Promised
from app.services.case_of_errand import Ending
from app.services.issue_ticket import Visitor
from app.services.notices import issue_notice, notify_case
from app.services.open_case import HandedIn
from app.services.paper import notice_pdf
from app.services.serving import finish
from app.services.telling import Again
from tests.refusals import refused
from tests.services.at_work import (
    ADMINISTRATOR,
    CLERK,
    COUNTER,
    DAY,
    HOUSE,
    MATE,
    SHOP,
    SUPERVISOR,
    TREES,
    HallAtWork,
    clerk_of,
    somebody,
)

SHOPS = 5
"""A counter where shops are registered."""
WATER = "IT053"
"""An item whose page names no limit at all."""


async def opened(hall: HallAtWork, item: str = TREES, **applying: Any) -> CasePage:
    return await hall.do(CLERK, case_intake.open_case, item, None, Applying(**applying))


async def accepted(hall: HallAtWork, item: str = TREES) -> CasePage:
    case = await opened(hall, item)
    return await hall.do(CLERK, case_intake.accept_case, case.row.number)


async def test_opened_without_a_ticket_found_again_by_whatever_people_remember(hall: HallAtWork) -> None:
    who = Visitor(name="单雄信", identity=somebody().identity, phone="13812340621")
    case = await opened(hall, person=who, agent=Visitor(name="秦叔宝"))
    assert (case.row.state, case.row.applicant, case.agent) == (CaseState.RECEIVED, "单*", "秦*")
    assert (case.phone, case.row.watch and case.row.watch.kind) == ("138****0621", WatchKind.TELL)
    for typed in ("0621", "单雄信", "shanxiongxin", "danxx", "sxx", "qsb", who.identity, "13812340621"):
        keys = hall.ports.protector.hints_of_query(typed)
        found = await hall.ports.readers.cases(CaseQuery(keys=tuple(keys)))
        assert [row.number for row in found] == ([] if typed == "danxx" else [case.row.number]), typed


async def test_an_organisation_applies(hall: HallAtWork) -> None:
    case = await opened(
        hall,
        SHOP,
        person=Visitor(name="李四"),
        organisation="青溪农场",
        organisation_code="91110000600037341l",
    )
    assert (case.row.applicant, case.organisation_code) == ("青溪农场", "91110000600037341L")
    with refused("organisation.rule.code_check_digit", BadInput):
        await opened(hall, SHOP, organisation="青溪农场", organisation_code="91110000600037342L")


async def test_papers_are_noted_as_they_came(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    papers = (HandedIn(1, 2, PaperForm.ORIGINAL, kept=False),)
    case = await hall.do(CLERK, case_intake.take_papers, number, papers)
    assert [(p.material, p.handed_in, p.kept) for p in case.papers] == [(1, 2, False)]
    with refused("notice.rule.foreign_material", NotFound, number=99):
        await hall.do(CLERK, case_intake.take_papers, number, (HandedIn(99),))


async def test_what_was_kept_is_given_back_once_and_that_is_on_record(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    came = (HandedIn(1, 2, PaperForm.COPY), HandedIn(2, 1, PaperForm.ORIGINAL, kept=False))
    await hall.do(CLERK, case_intake.take_papers, number, came)
    back = (HandedIn(1, returned=True),)
    case = await hall.do(CLERK, case_intake.take_papers, number, back)
    first, second = case.papers
    assert (first.handed_in, first.form, first.kept, first.returned_on) == (2, PaperForm.COPY, True, DAY)
    assert (second.kept, second.returned_on) == (False, None)
    for number_of, paper in (("1", 1), ("2", 2), ("3", 3)):  # back already, never kept, never came
        with refused("case.rule.not_held", numbers=number_of):
            await hall.do(CLERK, case_intake.take_papers, number, (HandedIn(paper, returned=True),))


async def test_two_trips_told_once_supplemented_accepted_decided_delivered(hall: HallAtWork) -> None:
    counter, clerk = SHOPS, clerk_of(SHOPS)
    ticket = await hall.served(SHOP, counter=counter, visitor=somebody())
    materials = (await hall.ports.readers.item(SHOP)).materials_for(None)
    missing = {m.number for m in materials[:2]}
    verdicts = tuple(
        Judgement(m.number, Verdict.MISSING if m.number in missing else Verdict.COMPLETE) for m in materials
    )
    await hall.do(clerk, issue_notice, ticket.number, SHOP, verdicts)
    await hall.finish(Outcome.NOTIFIED, counter)
    (row,) = await hall.ports.readers.cases(CaseQuery(state=CaseState.NOTIFIED))
    told = await hall.ports.readers.case(row.number)
    assert {o.material for o in told.outstanding} == missing
    assert [trip.ticket for trip in told.trips] == [ticket.number]

    case = await hall.do(clerk, case_intake.supplement_case, row.number, frozenset(missing))
    assert (case.row.state, case.outstanding) == (CaseState.SUPPLEMENTED, ())
    case = await hall.do(clerk, case_intake.accept_case, row.number)
    case = await hall.do(clerk, case_progress.decide_case, row.number, Result.GRANTED, "", "营业执照")
    case = await hall.do(clerk, case_progress.deliver_case, row.number, DeliveryWay.COUNTER, "张三丰")
    assert (case.delivery and case.delivery.received_by) == "张*"
    case = await hall.do(clerk, case_progress.archive_case, row.number)
    assert [step.action for step in case.steps] == [
        CaseAction.RECEIVE, CaseAction.NOTIFY, CaseAction.SUPPLEMENT, CaseAction.ACCEPT, CaseAction.DECIDE,
        CaseAction.DELIVER, CaseAction.ARCHIVE,
    ]  # fmt: skip
    assert (case.row.state, case.row.watch) == (CaseState.ARCHIVED, None)


async def test_a_further_notice_needs_a_reason_and_a_supervisor_and_is_counted(hall: HallAtWork) -> None:
    counter, clerk = SHOPS, clerk_of(SHOPS)
    ticket = await hall.served(SHOP, counter=counter, visitor=somebody())
    materials = (await hall.ports.readers.item(SHOP)).materials_for(None)

    def all_but(number: int) -> tuple[Judgement, ...]:
        return tuple(
            Judgement(m.number, Verdict.MISSING if m.number == number else Verdict.COMPLETE)
            for m in materials
        )

    first = await hall.do(clerk, issue_notice, ticket.number, SHOP, all_but(1))
    with refused("notice.rule.already_told"):
        await hall.do(clerk, issue_notice, ticket.number, SHOP, all_but(2))
    for reason, who in (("漏看了第 2 项", CLERK), (" ", SUPERVISOR)):
        with pytest.raises(Exception, match=r"staff.rule.not_permitted|case.rule.say_why"):
            await hall.do(
                clerk, issue_notice, ticket.number, SHOP, all_but(2), again=Again(reason, hall.staff[who])
            )
    again = await hall.do(
        clerk, issue_notice, ticket.number, SHOP, all_but(2),
        again=Again("漏看了第 2 项", hall.staff[SUPERVISOR]),
    )  # fmt: skip
    async with hall.ports.uow() as u:
        kept = await u.notices.by_number(again.number)
    assert (kept.replaces, kept.names_new, kept.reason) == (first.id, 1, "漏看了第 2 项")


async def test_nobody_told_in_time_so_the_law_accepts(hall: HallAtWork) -> None:
    licence, other = await opened(hall), await opened(hall, HOUSE)
    hall.pass_time(hours=24 * 7)
    assert await hall.do(CLERK, case_clock.sweep_cases) == case_clock.Swept()
    hall.pass_time(hours=24)
    assert await hall.do(CLERK, case_clock.sweep_cases) == case_clock.Swept(deemed_accepted=1)
    assert await hall.do(CLERK, case_clock.sweep_cases) == case_clock.Swept()
    deemed = await hall.ports.readers.case(licence.row.number)
    assert (deemed.row.state, deemed.is_deemed, deemed.row.accepted_on) == (
        CaseState.ACCEPTED, True, date(2026, 3, 18),
    )  # fmt: skip
    assert (deemed.steps[-1].by, deemed.steps[-1].action) == (None, CaseAction.DEEM_ACCEPTED)
    assert (await hall.ports.readers.case(other.row.number)).row.state is CaseState.RECEIVED


async def test_the_sweep_needs_nobody_and_goes_on_until_nothing_is_left(
    hall: HallAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_clock, "AT_ONCE", 1)
    for _ in range(3):
        await opened(hall)
    assert await case_clock.sweep_what_lapsed(hall.ports) == case_clock.Swept()
    hall.pass_time(hours=24 * 8)
    async with asyncio.TaskGroup() as group:
        stations = [group.create_task(case_clock.sweep_what_lapsed(hall.ports)) for _ in range(2)]
    assert sum(station.result().deemed_accepted for station in stations) == 3
    assert await case_clock.sweep_what_lapsed(hall.ports) == case_clock.Swept()


async def test_the_limit_is_asked_where_the_page_names_none(hall: HallAtWork) -> None:
    number = (await opened(hall, WATER)).row.number
    with refused("case.rule.say_limit"):
        await hall.do(CLERK, case_intake.accept_case, number)
    case = await hall.do(CLERK, case_intake.accept_case, number, Decimal(7))
    assert case.dates is not None
    assert case.dates.first.day == date(2026, 3, 27)


async def test_suspended_resumed_extended(hall: HallAtWork) -> None:
    number = (await accepted(hall)).row.number
    case = await hall.do(CLERK, case_progress.suspend_case, number, Procedure.INSPECTION, 5)
    assert (case.row.state, case.row.watch and case.row.watch.kind) == (CaseState.SUSPENDED, WatchKind.RESUME)
    case = await hall.do(CLERK, case_progress.resume_case, number)
    case = await hall.do(CLERK, case_progress.extend_case, number, Extension(10, "情况复杂", "局长"))
    assert case.extension is not None
    case = await hall.do(CLERK, case_progress.withdraw_case, number, "不办了")
    assert case.row.state is CaseState.WITHDRAWN


async def test_only_what_may_be_late_can_be_pledged(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    with refused("case.rule.may_not_be_late"):
        promised = Promised(frozenset({1}), date(2026, 3, 19))
        await hall.do(CLERK, case_intake.accept_case, number, promised=promised)


async def test_a_year_becomes_known_and_moves_what_was_provisional(hall: HallAtWork) -> None:
    """At the end of a year that nobody published, with a limit that reaches into the next one."""
    hall.pass_time(hours=24 * (date(2098, 12, 29) - DAY).days)
    number = (await accepted(hall)).row.number
    before = await hall.ports.readers.case(number)
    assert before.dates is not None
    assert before.dates.first.provisional
    last = YearArrangement(2098, frozenset(), frozenset())
    assert (await hall.do(ADMINISTRATOR, case_clock.enter_year, last)).recomputed == 0
    following = YearArrangement(2099, frozenset({before.dates.first.day}), frozenset())
    assert (await hall.do(ADMINISTRATOR, case_clock.enter_year, following)).recomputed == 1
    after = await hall.ports.readers.case(number)
    assert after.dates is not None
    assert after.dates.first.day > before.dates.first.day
    assert not after.dates.first.provisional
    assert after.steps[-1].action is CaseAction.RECOMPUTE


async def test_finishing_as_refused_says_why(hall: HallAtWork) -> None:
    await hall.served()
    with refused("case.rule.say_why"):
        await hall.do(CLERK, finish, COUNTER, Outcome.REFUSED)
    await hall.do(CLERK, finish, COUNTER, Outcome.REFUSED, Ending(Refusal("应向住建部门申请")))
    (row,) = await hall.ports.readers.cases(CaseQuery(state=CaseState.REFUSED))
    assert (await hall.ports.readers.case(row.number)).steps[-1].text == "应向住建部门申请"


async def test_somebody_else_may_go_on_with_a_case(hall: HallAtWork) -> None:
    number = (await accepted(hall)).row.number
    assert (await hall.do(MATE, case_progress.withdraw_case, number)).steps[-1].by == MATE


async def test_the_slip_names_who_applies_and_through_whom(hall: HallAtWork) -> None:
    case = await opened(
        hall, SHOP, person=Visitor(name="李四"), agent=Visitor(name="秦叔宝"), organisation="青溪农场",
        organisation_code="91110000600037341L",
    )  # fmt: skip
    asked = (await hall.ports.readers.item(SHOP)).materials_for(None)
    missing = tuple(Judgement(m.number, Verdict.MISSING) for m in asked)
    told = await hall.do(CLERK, notify_case, case.row.number, missing)
    pages = PdfReader(BytesIO(await notice_pdf(hall.ports, told))).pages
    text = "".join("".join(page.extract_text() for page in pages).split())
    for said in ("青溪农场", "91110000600037341L", "秦*", case.row.number):
        assert said in text
    assert "李四" not in text
