"""A case from its receipt to whether it is taken on."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain import case_course, case_receipt
from app.domain.calendar import Due
from app.domain.case import Case
from app.domain.case_parts import Limit, Paper, Pledge, Procedure, Refusal, Watch, WatchKind
from app.domain.case_table import CaseAction, CaseState
from app.domain.catalogue import Regime
from tests.domain.cases import DAY, LIMIT, accepted, by, clock, notified, received
from tests.refusals import refused

TELL_BY = date(2026, 3, 25)


def test_five_working_days_to_tell() -> None:
    case = received()
    assert case.watch == Watch(WatchKind.TELL, Due(TELL_BY))
    assert [step.action for step in case.steps] == [CaseAction.RECEIVE]


def test_told_once_then_supplemented_in_parts_then_accepted() -> None:
    told = notified()
    assert (told.state, told.watch) == (
        CaseState.NOTIFIED,
        Watch(WatchKind.SUPPLEMENT, Due(date(2026, 4, 16))),
    )
    later = by(date(2026, 3, 30))
    half, _ = case_receipt.supplement(told, frozenset({3}), (Paper(3, "房产证", handed_in=1),), later)
    assert (half.state, half.outstanding, half.papers[0].handed_in) == (CaseState.NOTIFIED, frozenset({5}), 1)
    whole, _ = case_receipt.supplement(half, frozenset({5}), (Paper(5, "声明书"),), later)
    assert (whole.state, whole.outstanding) == (CaseState.SUPPLEMENTED, frozenset())
    assert (whole.counts_from, whole.tell_by) == (later.day, Due(date(2026, 4, 7)))
    taken, _ = case_receipt.accept(whole, LIMIT, later)
    assert (taken.state, taken.accepted_on, taken.received_on) == (CaseState.ACCEPTED, later.day, DAY)


def test_only_what_was_told_can_be_supplemented() -> None:
    with refused("case.rule.not_outstanding", numbers="4"):
        case_receipt.supplement(notified(), frozenset({4}), (), by())
    with refused("case.rule.transition", state=CaseState.RECEIVED):
        case_receipt.supplement(received(), frozenset(), (), by())


def test_a_further_notice_says_why() -> None:
    with refused("case.rule.say_why"):
        case_receipt.notify(notified(), frozenset({6}), 20, by())
    again, (event,) = case_receipt.notify(notified(), frozenset({6}), 20, by(), "漏看了第 6 项")
    assert (again.state, event.action, again.steps[-1].text) == (
        CaseState.NOTIFIED, CaseAction.NOTIFY_AGAIN, "漏看了第 6 项",
    )  # fmt: skip


def test_a_licence_that_nobody_told_in_time_is_accepted_as_of_its_receipt() -> None:
    case = received()
    with refused("case.rule.not_lapsed"):
        case_receipt.deem_accepted(case, LIMIT, clock(TELL_BY))
    assert case_receipt.has_lapsed(case, clock(TELL_BY + timedelta(days=1)))
    deemed, _ = case_receipt.deem_accepted(case, LIMIT, clock(TELL_BY + timedelta(days=9)))
    assert (deemed.is_deemed, deemed.accepted_on, deemed.steps[-1].by) == (True, DAY, None)
    assert deemed.dates is not None
    assert deemed.dates == accepted().dates
    assert CaseAction.UNDO not in deemed.actions()


def test_the_law_s_acceptance_goes_before_whatever_comes_later() -> None:
    """Also where nobody has written it down yet: no notice, no refusal, and accepted as of the receipt."""
    late = by(TELL_BY + timedelta(days=1))
    for step in (
        lambda: case_receipt.notify(received(), frozenset({3}), 20, late),
        lambda: case_receipt.refuse(received(), Refusal("不属于本机关"), late),
        lambda: case_receipt.accept(received(), LIMIT, late, pledge=Pledge((6,), Due(late.day))),
    ):
        with refused("case.rule.lapsed", until=TELL_BY, received=DAY):
            step()
    taken, _ = case_receipt.accept(received(), LIMIT, late, is_joint=True)
    assert (taken.is_deemed, taken.accepted_on, taken.dates) == (True, DAY, accepted().dates)
    assert (taken.is_joint, taken.steps[-1].action, taken.steps[-1].by) == (
        True, CaseAction.DEEM_ACCEPTED, None,
    )  # fmt: skip


def test_what_is_no_licence_may_be_told_and_taken_late() -> None:
    late = by(TELL_BY + timedelta(days=1))
    assert case_receipt.notify(received(Regime.OTHER), frozenset({3}), 20, late)[0].notified_on == late.day
    assert case_receipt.accept(received(Regime.OTHER), LIMIT, late)[0].accepted_on == late.day


def test_papers_that_were_supplemented_have_five_days_of_their_own() -> None:
    later = by(date(2026, 3, 30))
    whole, _ = case_receipt.supplement(notified(), frozenset({3, 5}), (), later)
    assert not case_receipt.has_lapsed(whole, clock(date(2026, 4, 7)))
    deemed, _ = case_receipt.deem_accepted(whole, LIMIT, clock(date(2026, 4, 8)))
    assert deemed.accepted_on == later.day


def test_nothing_else_is_ever_deemed_accepted() -> None:
    with refused("case.rule.not_lapsed"):
        case_receipt.deem_accepted(received(Regime.OTHER), LIMIT, clock(DAY + timedelta(days=99)))
    with refused("case.rule.not_lapsed"):
        case_receipt.deem_accepted(notified(), LIMIT, clock(DAY + timedelta(days=99)))


@pytest.mark.parametrize(
    "take", [accepted, lambda: case_receipt.refuse(received(), Refusal("不属于本机关"), by())[0]]
)
def test_acceptance_and_refusal_are_taken_back_with_the_finish(take: Callable[[], Case]) -> None:
    back, _ = case_receipt.undo(take(), by())
    assert (back.state, back.dates, back.refusal, back.watch) == (
        CaseState.RECEIVED,
        None,
        None,
        Watch(WatchKind.TELL, Due(TELL_BY)),
    )


def test_what_is_taken_back_leaves_nothing_of_its_course() -> None:
    held, _ = case_course.suspend(accepted(), Procedure.HEARING, 5, by())
    resumed, _ = case_course.resume(held, by(DAY + timedelta(days=2)))
    back, _ = case_receipt.undo(resumed, by(DAY + timedelta(days=2)))
    assert (back.suspensions, back.extension) == ((), None)


def test_a_supplemented_case_goes_back_to_supplemented() -> None:
    whole, _ = case_receipt.supplement(notified(), frozenset({3, 5}), (), by())
    back, _ = case_receipt.undo(case_receipt.accept(whole, LIMIT, by())[0], by())
    assert back.state is CaseState.SUPPLEMENTED


def test_a_refusal_gives_its_reason() -> None:
    with refused("case.rule.say_why"):
        case_receipt.refuse(received(), Refusal(" "), by())


def test_a_pledge_ends_before_the_promise() -> None:
    late = Pledge((6,), Due(date(2026, 4, 2)))
    with refused("case.rule.pledge_due", latest=date(2026, 4, 1)):
        case_receipt.accept(received(), LIMIT, by(), pledge=late)
    pledged, _ = case_receipt.accept(received(), LIMIT, by(), pledge=Pledge((6,), Due(date(2026, 3, 27))))
    assert pledged.watch == Watch(WatchKind.PLEDGE, Due(date(2026, 3, 27)))
    kept, _ = case_receipt.keep_pledge(pledged, (Paper(6, "完税证明"),), by(date(2026, 3, 24)))
    assert kept.watch == Watch(WatchKind.DECIDE, Due(date(2026, 4, 1)))
    with refused("case.rule.no_pledge"):
        case_receipt.keep_pledge(kept, (), by())


def test_an_hour_s_promise_is_due_at_an_instant() -> None:
    taken, _ = case_receipt.accept(received(), Limit(None, Decimal("0.125")), by(hour=11))
    assert taken.watch is not None
    assert taken.watch.due == Due(DAY, False, by(hour=12).at)
