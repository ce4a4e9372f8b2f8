"""What a group owes is watched until it is closed: a plan, its rectification, the review."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from app.domain.alarm import SILENT
from app.domain.exception_group import CauseGroup, GroupAction, GroupState, new_group
from app.domain.exception_group_clock import caught_up, watched
from app.domain.ids import CauseGroupId, ExceptionCaseId
from tests.domain.exceptions import terms
from tests.domain.make import CLERK, DAY, DEPARTMENT, NINE, OTHER_CLERK

A, S = GroupAction, GroupState
FIRST, SECOND = (ExceptionCaseId(UUID(int=n)) for n in (1, 2))


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def gathered() -> CauseGroup:
    group, event = new_group(CauseGroupId(UUID(int=9)), "N", "刷卡机证书过期", CLERK, NINE)
    group, _ = watched(None, (group, (event,)), terms())
    return watched(group, group.add(FIRST, CLERK, NINE), terms())[0]


def planned(on: int = 0) -> CauseGroup:
    group, today = gathered(), terms(after(on))
    change = group.plan("更换证书", DEPARTMENT, 4, CLERK, NINE, today.today, today.calendar)
    return watched(group, change, today)[0]


def proven(on: int = 0) -> CauseGroup:
    group = planned()
    return watched(group, group.prove("更换记录", CLERK, midnight(after(on))), terms(after(on)))[0]


def told(group: CauseGroup, days: int) -> list[tuple[GroupAction, date, date | None]]:
    change = caught_up(group, after(days), midnight)
    return [(s.action, s.at.date(), s.due) for s in change[0].steps if s.by is None] if change else []


def test_each_stage_has_a_limit_which_its_entry_names() -> None:
    for group, due in ((gathered(), 5), (planned(2), 6), (proven(1), 4)):
        assert group.due is not None
        named = [step.due for step in group.steps if step.action is not A.ADD]
        assert group.due.day == named[-1] == after(due), group.state


def test_warned_of_before_and_told_after_it_by_nobody() -> None:
    for group, due in ((gathered(), 5), (planned(2), 6), (proven(1), 4)):
        warned, late = (A.WARN, after(due - 1), after(due)), (A.OVERDUE, after(due + 1), after(due))
        assert told(group, due - 2) == []
        assert told(group, due) == [warned]
        assert told(group, due + 90) == [warned, late], group.state


def test_it_happens_once_and_never_before_the_entry_that_it_follows() -> None:
    change = caught_up(gathered(), after(30), midnight)
    assert change is not None
    assert caught_up(change[0], after(60), midnight) is None
    assert [event.action for event in change[1]] == [A.WARN, A.OVERDUE]
    group = gathered()
    late = group.add(SECOND, CLERK, midnight(after(20)))[0]
    assert {day for _, day, _ in told(late, 30)} == {after(20)}


def test_what_was_sent_back_late_is_overdue_again_and_what_is_closed_is_left_alone() -> None:
    group = proven(1)
    back, _ = watched(group, group.review(False, "没换完", OTHER_CLERK, midnight(after(9))), terms(after(9)))
    assert back.due is not None
    assert (back.state, back.due.day) == (S.RECTIFYING, after(4))
    assert told(back, 9) == [(A.OVERDUE, after(9), after(4))]
    closed, _ = watched(group, group.review(True, "", OTHER_CLERK, NINE), terms())
    assert (closed.due, closed.alarm, told(closed, 90)) == (None, SILENT, [])


def test_a_further_case_or_another_proof_gives_no_more_time() -> None:
    group = planned()
    more, _ = watched(group, group.add(SECOND, CLERK, midnight(after(3))), terms(after(3)))
    assert (more.due, more.alarm) == (group.due, group.alarm)
