"""A case goes its way to the end, each step taken by whoever may take it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.calendar import Due
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_story import answer_due
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel
from app.domain.message import Message
from app.domain.policy import Policy
from app.services.issue_ticket import ANYBODY
from tests.documents.paper import text_of
from tests.ui.exceptions.hall import CITIZEN, GUIDE, HANDLER, OTHER_CLERK, SUPERVISOR, HallAtWork
from tests.ui.exceptions.office import Office
from tests.ui.exceptions.station import station_in
from ui.exceptions import rules
from ui.exceptions.state import Scope
from ui.exceptions.wording import owed_text
from ui.words import Words

_A, _S = ExceptionAction, ExceptionState


def done(office: Office) -> list[ExceptionAction]:
    """What has been done with the case on the page."""
    assert office.state.page is not None
    return [step.action for step in office.state.page.steps]


def at(office: Office) -> ExceptionState:
    """Where the case on the page is."""
    assert office.state.page is not None
    return office.state.page.row.state


async def in_hand(hall: HallAtWork) -> str:
    """A case of a known person that the handler has in hand."""
    number = await hall.open("户口迁入两次没办成", visitor=CITIZEN)
    await hall.triage(number)
    await hall.assign(number)
    await hall.take(number)
    return number


async def test_from_registered_to_closed(office: Office, hall: HallAtWork) -> None:
    number = await hall.open("户口迁入两次没办成", visitor=CITIZEN)
    await office.look_at(number)

    await office.act(category=ExceptionCategory.POLICY_GAP, level=ExceptionLevel.COMPLEX)
    assert at(office) is _S.TRIAGED
    due = office.state.due_days[-1]
    await office.act("请当天联系本人", department="GA", handler=HANDLER, due=due)
    assert at(office) is _S.ASSIGNED

    await office.work_as(HANDLER)
    await office.act()
    assert at(office) is _S.IN_HAND
    await office.act("已电话联系本人")
    await office.act("先变更房产证地址，再落户；3月20日前办好。")
    assert at(office) is _S.ANSWERED

    await office.work_as(SUPERVISOR)
    await office.act(satisfied=True)
    await office.act()
    assert at(office) is _S.CLOSED
    way = [_A.OPEN, _A.TRIAGE, _A.ASSIGN, _A.TAKE, _A.CONTACT, _A.ANSWER, _A.FOLLOW_UP, _A.CLOSE]
    assert done(office) == way

    page = await hall.page(number)
    assert page.row.category == ExceptionCategory.POLICY_GAP
    assert answer_due(page.row.state, page.row.due, page.steps) == Due(due)
    assert [step.text for step in page.steps[2:6]] == [
        "请当天联系本人",
        "",
        "已电话联系本人",
        "先变更房产证地址，再落户；3月20日前办好。",
    ]
    assert page.steps[3].by == HANDLER
    assert [message.code for message in office.view.said] == ["worklist.done"] * 7


async def test_triage_keeps_what_was_registered_unless_chosen_otherwise(
    office: Office, hall: HallAtWork
) -> None:
    await office.look_at(await hall.open("刷不了卡", level=ExceptionLevel.SIMPLE))
    await office.act()
    assert office.state.page is not None
    assert office.state.page.row.category == ExceptionCategory.INCONSISTENT_PAPERS
    assert office.state.page.row.level is ExceptionLevel.SIMPLE


async def test_returned_with_a_reason_and_assigned_anew(office: Office, hall: HallAtWork) -> None:
    number = await hall.open("刷不了卡")
    await hall.triage(number)
    await hall.assign(number)
    await office.work_as(HANDLER)
    await office.look_at(number)

    await office.choose(_A.RETURN)
    assert office.state.problem == Message("exception.rule.say_why")
    assert at(office) is _S.ASSIGNED
    await office.act("不是本单位的事")
    assert at(office) is _S.TRIAGED
    assert office.state.problem is None

    await office.work_as(SUPERVISOR)
    await office.act(handler=OTHER_CLERK)
    assert office.state.page is not None
    assert office.state.page.row.owner == OTHER_CLERK


async def test_not_satisfied_goes_back_to_work(office: Office, hall: HallAtWork) -> None:
    number = await in_hand(hall)
    await hall.answer(number)
    await office.look_at(number)
    await office.act("说还是没落成户", satisfied=False)
    assert rules.action_of(office.state) is _A.REWORK
    await office.act()
    assert at(office) is _S.IN_HAND

    await office.work_as(HANDLER)
    await office.act("已陪同办成")
    await office.work_as(SUPERVISOR)
    await office.act(satisfied=True)
    await office.act()
    assert at(office) is _S.CLOSED


async def test_an_anonymous_case_is_closed_without_a_follow_up(office: Office, hall: HallAtWork) -> None:
    number = await hall.open("窗口态度不好")
    await hall.triage(number)
    await hall.assign(number)
    await hall.take(number)
    await hall.answer(number)
    await office.look_at(number)
    assert office.state.page is not None
    assert _A.FOLLOW_UP not in [offer.action for offer in rules.offers(office.state)]
    await office.act()
    assert at(office) is _S.CLOSED


async def test_reopened_with_a_reason_and_a_fresh_deadline(office: Office, hall: HallAtWork) -> None:
    hall.days_ago(20)
    number = await hall.open("窗口态度不好")
    await hall.triage(number)
    await hall.assign(number)
    await hall.take(number)
    await hall.answer(number)
    await hall.close(number)
    hall.days_ago(0)
    await office.look_at(number)
    assert rules.action_of(office.state) is _A.REOPEN
    await office.act()
    assert office.state.problem == Message("exception.rule.say_why")
    await office.act("同样的事又发生了")
    assert at(office) is _S.TRIAGED
    assert office.state.page is not None
    assert office.state.page.row.due.day == date(2026, 3, 25)


async def test_a_note_changes_nothing_else(office: Office, hall: HallAtWork) -> None:
    number = await in_hand(hall)
    await office.look_at(number)
    await office.choose(_A.NOTE, "请不动产登记协查")
    assert at(office) is _S.IN_HAND
    assert done(office)[-1] is _A.NOTE
    assert office.state.draft.text == ""


@pytest.mark.parametrize(
    ("person", "action", "code"),
    [
        (HANDLER, _A.TRIAGE, "staff.rule.not_permitted"),
        (GUIDE, _A.TRIAGE, "staff.rule.not_permitted"),
    ],
)
async def test_who_may_not_direct_can_only_make_notes(
    office: Office, hall: HallAtWork, person: str, action: ExceptionAction, code: str
) -> None:
    number = await hall.open("刷不了卡")
    await office.work_as(person)
    await office.look_at(number)
    assert office.state.page is not None
    barred = {o.action: o.barred for o in rules.offers(office.state)}
    reason = barred[action]
    assert reason is not None
    assert reason.code == code
    assert barred[_A.NOTE] is None
    office.presenter.acting.choose(action)
    assert rules.action_of(office.state) is _A.NOTE
    await office.act("已打电话")
    assert at(office) is _S.REGISTERED


async def test_only_its_handler_answers(office: Office, hall: HallAtWork) -> None:
    number = await in_hand(hall)
    for person in (SUPERVISOR, OTHER_CLERK):
        await office.work_as(person)
        await office.look_at(number)
        assert office.state.page is not None
        barred = {o.action: o.barred for o in rules.offers(office.state)}
        assert barred[_A.ANSWER] == Message("exception.rule.other_handler", {"number": number})
        assert rules.action_of(office.state) is _A.NOTE


async def test_mine_is_what_waits_for_me(office: Office, hall: HallAtWork) -> None:
    waiting = await hall.open("刷不了卡")
    handled = await in_hand(hall)
    office.presenter.listing.show(Scope.MINE)
    await office.until(lambda s: len(s.rows or ()) == 2)
    assert [row.number for row in rules.listed(office.state)] == [waiting]
    await office.work_as(HANDLER)
    assert office.state.scope is Scope.MINE
    assert [row.number for row in rules.listed(office.state)] == [handled]
    await office.work_as(GUIDE)
    assert {row.number for row in rules.listed(office.state)} == {waiting, handled}


async def test_the_record_is_printed_as_the_case_stands(office: Office, hall: HallAtWork) -> None:
    number = await in_hand(hall)
    await office.look_at(number)
    office.presenter.print_record()
    await office.until(lambda _: "worklist.printed" in [message.code for message in office.view.said])
    await office.choose(_A.NOTE, "已与派出所核对")
    office.view.said.clear()
    office.presenter.print_record()
    await office.until(lambda _: "worklist.printed" in [message.code for message in office.view.said])
    records = [text_of(path.read_bytes()) for path in office.paper.glob("*.pdf")]
    assert len(records) == 2
    assert [("已与派出所核对" in record) for record in records].count(True) == 1
    assert all("反映问题户口迁入两次没办成" in record for record in records)
    assert not any("重印" in record for record in records)


@pytest.mark.parametrize(("who", "may"), [(SUPERVISOR, True), ("0001", False)])
async def test_who_may_not_print_is_not_offered_the_record(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path, who: str, may: bool
) -> None:
    number = await in_hand(hall)
    async with station_in(hall, tmp_path, who) as station:
        station.room.presenter.listing.open(number)
        await station.until(lambda s: s.page is not None and s.page.row.number == number)
        button = station.work.context.record
        assert (button.isVisible(), button.isEnabled()) == (True, may)
        station.click(button)
        await station.until(lambda s: not s.busy and (not may or list(tmp_path.glob("*.pdf"))))


async def test_no_step_is_taken_on_a_page_that_is_being_left(office: Office, hall: HallAtWork) -> None:
    left, wanted = await hall.open("刷不了卡"), await hall.open("户口迁入两次没办成")
    await office.look_at(left)
    office.presenter.listing.open(wanted)
    office.presenter.acting.act()
    assert not office.state.busy
    await office.until(lambda s: s.page is not None and s.page.row.number == wanted)
    assert [(await hall.page(number)).row.state for number in (left, wanted)] == [_S.REGISTERED] * 2


async def test_taking_says_until_when_the_person_is_contacted_where_somebody_can_be(
    office: Office, hall: HallAtWork, words: Words
) -> None:
    told = []
    for visitor, days in ((CITIZEN, 0), (CITIZEN, 2), (ANYBODY, 0)):
        number = await hall.open("户口迁入两次没办成", visitor=visitor)
        await hall.triage(number)
        page = await hall.assign(number)
        told.append(owed_text(words, Policy(exception_days_to_contact=days), page))
    assert told == ["接办，当天联系本人", "接办，2 个工作日内联系本人", "接办（匿名，联系不上本人）"]
