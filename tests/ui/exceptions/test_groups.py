"""Groups of one cause at the station: a case is put into one, its cause is removed, and it opens again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.exception_group import GroupState
from app.domain.message import Message
from tests.ui.exceptions.hall import HANDLER, OTHER_CLERK, SUPERVISOR, HallAtWork
from tests.ui.exceptions.office import Office
from tests.ui.exceptions.station import station_in
from tests.ui.worklists import CTRL
from ui.exceptions.group_rules import ORDER, action_of, answering, offers
from ui.exceptions.group_state import GroupDeed, GroupDraft, JoinDraft
from ui.exceptions.state import ExceptionsState, Pane, Scope
from ui.exceptions.typed import Kept
from ui.kept_file import KeptFile

FIRST, SECOND, THIRD = "刷卡交税提示系统忙", "刷卡交税失败，提示系统忙", "刷卡交税又失败，系统忙"
CAUSE = "刷卡机的证书过期"
_D = GroupDeed


async def at_group(office: Office, group: str) -> ExceptionsState:
    office.presenter.grouping.open(group)
    return await office.until(lambda s: s.group is not None and s.group.row.number == group)


async def do(
    office: Office, deed: GroupDeed, draft: GroupDraft, until: GroupState | None = None
) -> ExceptionsState:
    grouping = office.presenter.grouping
    grouping.choose(deed)
    grouping.write(draft)
    grouping.act()
    return await office.until(
        lambda s: not s.busy and s.group is not None and (until is None or s.group.row.state is until)
    )


async def test_a_case_is_put_into_a_new_group_with_one_like_it(office: Office, hall: HallAtWork) -> None:
    first, second = await hall.open(FIRST), await hall.open(SECOND)
    await office.look_at(second)
    await office.until(lambda s: s.own_alike)
    grouping = office.presenter.grouping
    grouping.toggle()
    state = await office.until(lambda s: s.pane is Pane.JOIN)
    assert state.join == JoinDraft(others=(first,))
    office.presenter.act()
    assert office.state.problem == Message("groups.lacking.cause")
    grouping.write_join(JoinDraft(cause=CAUSE, others=(first,)))
    office.presenter.act()
    state = await office.until(lambda s: s.pane is Pane.GROUP and s.group is not None)
    assert state.group is not None
    assert [case.number for case in state.group.cases] == [first, second]
    assert state.joins == {}
    grouping.toggle()
    state = await office.until(lambda s: s.pane is Pane.CASE and s.page is not None and s.page.group)
    grouping.toggle()
    assert office.state.pane is Pane.GROUP


async def test_one_key_leads_to_the_group_of_the_case_that_is_like_it(
    office: Office, hall: HallAtWork
) -> None:
    group = await hall.group(CAUSE, await hall.open(FIRST))
    second = await hall.open(SECOND)
    await office.look_at(second)
    await office.until(lambda s: any(one.case.group for one in s.own_alike))
    office.presenter.grouping.toggle()
    await office.until(lambda s: s.join.group == group and s.known_groups)
    office.presenter.act()
    state = await office.until(lambda s: s.group is not None and s.group.row.cases == 2)
    assert state.pane is Pane.GROUP


async def test_the_answer_leaves_another_case_that_is_looked_at_alone(
    office: Office, hall: HallAtWork
) -> None:
    first, other = await hall.open(FIRST), await hall.open("证件照不合格")
    grouping = office.presenter.grouping
    for number, cause in ((other, "没有照相机"), (first, CAUSE)):
        await office.look_at(number)
        grouping.toggle()
        grouping.write_join(JoinDraft(cause=cause))
    office.presenter.act()
    await office.look_at(other)
    grouping.toggle()
    state = await office.until(lambda s: not s.busy and office.view.said)
    assert (state.page.row.number, state.pane, state.group) == (other, Pane.JOIN, None)
    assert state.joins == {other: JoinDraft(cause="没有照相机")}
    assert (await hall.page(first)).group is not None


async def test_from_the_plan_to_the_end_and_open_again(office: Office, hall: HallAtWork) -> None:
    group = await hall.group(CAUSE, await hall.open(FIRST))
    state = await at_group(office, group)
    assert action_of(state.groups_state()) is _D.PLAN
    office.presenter.act()
    assert office.state.problem == Message("groups.lacking.unit")
    plan = GroupDraft("换证书", unit="GA", days=3)
    state = await do(office, _D.PLAN, plan, GroupState.RECTIFYING)
    assert state.group is not None
    assert (state.group.row.unit, state.group.measure, state.group_drafts) == ("公安/户籍", "换证书", {})
    await office.work_as(HANDLER)
    await do(office, _D.PROVE, GroupDraft("试刷 20 笔，都成"), GroupState.PROVEN)
    assert action_of(office.state.groups_state()) is None, "the review is the office's"
    await office.work_as(SUPERVISOR)
    await at_group(office, group)
    await do(office, _D.REJECT, GroupDraft("再试 50 笔"), GroupState.RECTIFYING)
    await office.work_as(HANDLER)
    await do(office, _D.PROVE, GroupDraft("试刷 50 笔，都成"), GroupState.PROVEN)
    await office.work_as(SUPERVISOR)
    await do(office, _D.CLOSE, GroupDraft(), GroupState.CLOSED)
    third = await hall.open(THIRD)
    await office.look_at(third)
    await office.until(lambda s: s.own_alike)
    office.presenter.grouping.toggle()
    await office.until(lambda s: s.join.group == group)
    office.presenter.act()
    await office.until(lambda s: s.group is not None and s.group.row.state is GroupState.RECTIFYING)


async def test_a_wrongly_grouped_case_is_taken_out(office: Office, hall: HallAtWork) -> None:
    first, wrong = await hall.open(FIRST), await hall.open("窗口态度不好")
    group = await hall.group(CAUSE, first, wrong)
    await at_group(office, group)
    await do(office, _D.REMOVE, GroupDraft("另一原因"))
    assert office.state.problem == Message("groups.lacking.case")
    state = await do(office, _D.REMOVE, GroupDraft("另一原因", case=wrong))
    assert state.group is not None
    assert [case.number for case in state.group.cases] == [first]
    assert state.group.steps[-1].case == wrong
    assert (await hall.page(wrong)).group is None


async def test_other_proof_lets_who_gave_the_first_review_it(office: Office, hall: HallAtWork) -> None:
    group = await hall.group(CAUSE, await hall.open(FIRST))
    await at_group(office, group)
    await do(office, _D.PLAN, GroupDraft("换证书", unit="GA", days=3), GroupState.RECTIFYING)
    await do(office, _D.PROVE, GroupDraft("照片"), GroupState.PROVEN)
    await do(office, _D.CLOSE, GroupDraft())
    assert office.state.problem is not None
    assert office.state.problem.code == "exception_group.rule.same_person"
    await office.work_as(HANDLER)
    await do(office, _D.PROVE, GroupDraft("试刷 20 笔，都成"), GroupState.PROVEN)
    await office.work_as(SUPERVISOR)
    await at_group(office, group)
    await do(office, _D.CLOSE, GroupDraft(), GroupState.CLOSED)


async def test_departments_are_asked_and_answer_each_for_itself(office: Office, hall: HallAtWork) -> None:
    group = await hall.group(CAUSE, await hall.open(FIRST))
    await at_group(office, group)
    await do(office, _D.ASK, GroupDraft())
    state = await office.until(lambda s: s.checks)
    (check,) = state.checks
    assert check.question == CAUSE
    asked = len(check.entries)
    await office.work_as(OTHER_CLERK)
    assert answering(office.state.groups_state()) == "RS"
    office.presenter.grouping.choose(_D.ANSWER)
    office.presenter.grouping.write(GroupDraft(found=True))
    office.presenter.act()
    assert office.state.problem == Message("department_check.rule.say_what")
    await do(office, _D.ANSWER, GroupDraft("两台刷卡机", found=True))
    state = await office.until(lambda s: s.checks and s.checks[0].unanswered == asked - 1)
    office.presenter.grouping.choose(_D.ANSWER)
    office.presenter.grouping.write(GroupDraft(found=False))
    office.presenter.act()
    assert office.state.problem == Message("groups.lacking.not_asked")
    await office.work_as(SUPERVISOR)
    await do(office, _D.ANSWER, GroupDraft(found=False, department="YB"))
    await office.until(lambda s: s.checks and s.checks[0].unanswered == asked - 2)


async def test_who_may_do_what(office: Office, hall: HallAtWork) -> None:
    await at_group(office, await hall.group(CAUSE, await hall.open(FIRST)))
    assert {offer.action for offer in offers(office.state.groups_state()) if not offer.barred} == {
        _D.PLAN,
        _D.ASK,
        _D.REMOVE,
    }
    await office.work_as(HANDLER)
    offered = offers(office.state.groups_state())
    assert [(offer.action, offer.barred is None) for offer in offered] == [
        (_D.PLAN, False),
        (_D.REMOVE, False),
    ]
    await office.look_at(await hall.open("没有组的事项"))
    office.presenter.grouping.toggle()
    assert office.state.pane is Pane.CASE
    assert office.state.problem is not None
    assert set(ORDER) == set(GroupDeed)


async def test_groups_are_listed_and_what_was_typed_about_one_waits(office: Office, hall: HallAtWork) -> None:
    case = await hall.open(FIRST)
    group = await hall.group(CAUSE, case)
    office.presenter.listing.show(Scope.GROUPS)
    await office.until(lambda s: [row.number for row in s.rows or ()] == [group])
    office.presenter.listing.open(group)
    await office.until(lambda s: s.group is not None)
    office.presenter.grouping.write(GroupDraft("换证书", unit="GA"))
    office.presenter.back()
    assert office.state.pane is Pane.CASE
    office.presenter.listing.open(group)
    assert office.state.groups_state().draft.text == "换证书"
    office.presenter.grouping.open_case(case)
    state = await office.until(lambda s: s.page is not None and s.page.row.number == case)
    assert state.pane is Pane.CASE


async def test_drafts_of_groups_outlive_the_program(tmp_path: Path) -> None:
    kept = KeptFile(tmp_path / "drafts.json", Kept, Kept())
    told = Kept(groups={"G": GroupDraft("换证书", "GA", 3)}, joins={"1": JoinDraft("G", CAUSE, ("2",))})
    await kept.write(told)
    assert KeptFile(tmp_path / "drafts.json", Kept, Kept()).read() == told


@pytest.mark.parametrize("size", [(1366, 768), (1000, 700)])
async def test_by_keyboard_in_the_window(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path, size: tuple[int, int]
) -> None:
    first, second = await hall.open(FIRST), await hall.open(SECOND)
    group = await hall.group(CAUSE, first)
    async with station_in(hall, tmp_path, SUPERVISOR, size=size) as station:
        await station.until(lambda s: s.page is not None)
        station.room.presenter.listing.open(second)
        await station.until(lambda s: any(one.case.group for one in s.own_alike))
        window = station.room.widget
        QTest.keyClick(window, Qt.Key.Key_G, CTRL)
        await station.until(lambda s: s.pane is Pane.JOIN and s.known_groups)
        assert station.work.join.isVisible()
        assert station.work.join.group.key() == group
        QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
        await station.until(lambda s: s.group is not None and s.group.row.cases == 2)
        assert station.work.group.isVisible()
        form = station.work.group.area.forms[_D.PLAN]
        assert form.isVisible()
        assert form.isAncestorOf(QApplication.focusWidget())
        assert station.work.around.isVisible() is (size[0] > 1040)
        QTest.keyClick(window, Qt.Key.Key_G, CTRL)
        assert station.work.case.isVisible()
        await station.until(lambda s: s.page is not None and s.page.group == group)
        QTest.keyClick(window, Qt.Key.Key_G, CTRL)
        assert station.work.group.isVisible()
        station.work.around.cases.picked.emit(first)
        await station.until(lambda s: s.page is not None and s.page.row.number == first)
        assert station.work.case.isVisible()
