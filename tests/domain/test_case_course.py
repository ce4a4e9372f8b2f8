"""A case from its acceptance to the file."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from app.domain import case_course, case_receipt
from app.domain.calendar import Due, OfficeCalendar, YearArrangement
from app.domain.case import By, Case
from app.domain.case_clock import limit_of
from app.domain.case_parts import (
    Decision,
    Delivery,
    DeliveryWay,
    Extension,
    Limit,
    Paper,
    Pledge,
    Procedure,
    Result,
    Watch,
    WatchKind,
)
from app.domain.case_table import CaseAction, CaseState
from app.domain.catalogue import Regime, ServiceItem
from app.domain.ids import ItemVersionId
from app.domain.policy import Policy
from tests.domain.cases import DAY, LIMIT, TIME, accepted, by, clock, notified, received
from tests.domain.make import DEPARTMENT
from tests.refusals import refused

PROMISED, STATUTORY = date(2026, 4, 1), date(2026, 4, 16)
REASON = Extension(10, "情况复杂", "王局长")


def decision_dates(case: Case) -> tuple[date | None, date | None]:
    assert case.dates is not None
    return tuple(due and due.day for due in (case.dates.promised, case.dates.statutory))  # type: ignore[return-value]


def test_the_promise_and_the_law_both_run() -> None:
    assert decision_dates(accepted()) == (PROMISED, STATUTORY)
    assert accepted().watch == Watch(WatchKind.DECIDE, Due(PROMISED))


def test_a_special_procedure_does_not_count() -> None:
    held, _ = case_course.suspend(accepted(), Procedure.INSPECTION, 5, by(date(2026, 3, 20)))
    assert (held.state, held.watch) == (CaseState.SUSPENDED, Watch(WatchKind.RESUME, Due(date(2026, 3, 27))))
    assert decision_dates(held) == (date(2026, 4, 9), date(2026, 4, 23))
    shorter, _ = case_course.resume(held, by(date(2026, 3, 24)))
    assert (shorter.state, decision_dates(shorter)) == (
        CaseState.ACCEPTED,
        (date(2026, 4, 3), date(2026, 4, 20)),
    )


def test_several_procedures_add_up() -> None:
    case = accepted()
    for begins, ends in ((20, 23), (24, 25)):
        case, _ = case_course.suspend(case, Procedure.HEARING, 3, by(date(2026, 3, begins)))
        case, _ = case_course.resume(case, by(date(2026, 3, ends)))
    assert decision_dates(case) == (date(2026, 4, 3), date(2026, 4, 20))


def test_a_suspension_says_how_long_and_ends_once() -> None:
    with refused("case.rule.suspension_days"):
        case_course.suspend(accepted(), Procedure.HEARING, 0, by())
    with refused("case.rule.transition", action=CaseAction.RESUME):
        case_course.resume(accepted(), by())


def test_extended_once_before_it_is_over_with_approval_and_reason() -> None:
    longer, _ = case_course.extend(accepted(), REASON, by(PROMISED))
    assert decision_dates(longer) == (date(2026, 4, 16), date(2026, 4, 30))
    with refused("case.rule.transition", action=CaseAction.EXTEND):
        case_course.extend(longer, REASON, by(PROMISED))
    with refused("case.rule.extension_late"):
        case_course.extend(accepted(), REASON, by(date(2026, 4, 2)))
    for missing in (replace(REASON, reason=""), replace(REASON, approved_by=" ")):
        with refused("case.rule.say_why"):
            case_course.extend(accepted(), missing, by())


@pytest.mark.parametrize(
    ("regime", "is_joint", "days", "allowed"),
    [
        (Regime.LICENCE, False, 10, True),
        (Regime.LICENCE, False, 11, False),
        (Regime.LICENCE, True, 15, True),
        (Regime.LICENCE, True, 16, False),
        (Regime.OTHER, False, 40, True),
        (Regime.OTHER, False, 0, False),
    ],
)
def test_how_long_an_extension_may_be(regime: Regime, is_joint: bool, days: int, allowed: bool) -> None:
    case, _ = case_receipt.accept(received(regime), LIMIT, by(), is_joint=is_joint)
    extension = replace(REASON, days=days)
    if allowed:
        assert case_course.extend(case, extension, by())[0].extension == extension
    else:
        with refused("case.rule.extension_days"):
            case_course.extend(case, extension, by())


def test_decided_delivered_and_put_on_file() -> None:
    decided, _ = case_course.decide(accepted(), Decision(Result.GRANTED, DAY, certificate="许可证"), 10, by())
    assert decided.watch == Watch(WatchKind.DELIVER, Due(PROMISED))
    delivered, _ = case_course.deliver(decided, Delivery(DeliveryWay.COUNTER, DAY, "张*"), 30, by())
    assert delivered.watch is not None
    assert delivered.watch.kind is WatchKind.ARCHIVE
    filed, _ = case_course.archive(delivered, by())
    assert (filed.state, filed.is_open, filed.watch, filed.actions()) == (
        CaseState.ARCHIVED, False, None, frozenset(),
    )  # fmt: skip


def test_a_denial_gives_its_reasons() -> None:
    with refused("case.rule.say_why"):
        case_course.decide(accepted(), Decision(Result.DENIED, DAY), 10, by())


def test_a_decision_goes_back_with_the_finish_and_the_acceptance_by_a_step_of_its_own() -> None:
    decided, _ = case_course.decide(accepted(), Decision(Result.GRANTED, DAY), 10, by())
    with refused("case.rule.transition", state=CaseState.DECIDED, action=CaseAction.UNDO):
        case_receipt.undo(decided, by())
    undecided, _ = case_course.undo_decision(decided, by())
    assert (undecided.state, undecided.decision, undecided.deliver_by) == (CaseState.ACCEPTED, None, None)
    assert undecided.watch == accepted().watch
    assert case_receipt.undo(undecided, by())[0].state is CaseState.RECEIVED
    delivered, _ = case_course.deliver(decided, Delivery(DeliveryWay.COUNTER, DAY), 30, by())
    for further in (accepted(), delivered):
        with refused("case.rule.transition", state=further.state, action=CaseAction.UNDO):
            case_course.undo_decision(further, by())


def test_what_was_pledged_comes_before_the_decision_or_the_case_ends() -> None:
    pledged, _ = case_receipt.accept(received(), LIMIT, by(), pledge=Pledge((6,), Due(date(2026, 3, 27))))
    with refused("case.rule.pledge_open"):
        case_course.decide(pledged, Decision(Result.GRANTED, DAY), 10, by())
    assert not case_course.pledge_is_broken(pledged, clock(date(2026, 3, 27)))
    ended, _ = case_course.break_pledge(pledged, clock(date(2026, 3, 28)))
    assert (ended.state, ended.steps[-1].by, ended.is_open) == (CaseState.ENDED, None, False)
    assert ended.watch == Watch(WatchKind.ARCHIVE, Due(date(2026, 3, 30)))
    assert ended.actions() == {CaseAction.ARCHIVE}
    assert case_course.archive(ended, by(date(2026, 3, 30)))[0].watch is None
    with refused("case.rule.no_pledge"):
        case_course.break_pledge(accepted(), clock(date(2027, 1, 1)))


def test_what_was_pledged_may_come_while_the_case_is_held_up() -> None:
    due = date(2026, 3, 27)
    pledged, _ = case_receipt.accept(received(), LIMIT, by(), pledge=Pledge((6,), Due(due)))
    held, _ = case_course.suspend(pledged, Procedure.INSPECTION, 20, by(due))
    assert held.watch == Watch(WatchKind.PLEDGE, Due(due))
    for day in (due, date(2026, 3, 30)):
        kept, _ = case_receipt.keep_pledge(held, (Paper(6, "完税证明"),), by(day))
        assert (kept.state, kept.pledge_is_open) == (CaseState.SUSPENDED, False)
        assert kept.watch is not None
        assert kept.watch.kind is WatchKind.RESUME
    late = by(date(2026, 3, 30))
    resumed, _ = case_course.resume(held, late)
    assert case_course.pledge_is_broken(resumed, late)


def test_after_its_day_a_pledge_can_be_neither_kept_nor_held_up() -> None:
    pledged, _ = case_receipt.accept(received(), LIMIT, by(), pledge=Pledge((6,), Due(date(2026, 3, 27))))
    late = by(date(2026, 3, 28))
    with refused("case.rule.pledge_over", until=date(2026, 3, 27)):
        case_receipt.keep_pledge(pledged, (), late)
    with refused("case.rule.pledge_over"):
        case_course.suspend(pledged, Procedure.INSPECTION, 5, late)


def test_a_notified_case_ends_only_when_its_time_is_over_and_says_why() -> None:
    with refused("case.rule.not_over", until=date(2026, 4, 16)):
        case_course.end(notified(), "逾期未补正", by(date(2026, 4, 16)))
    ended, _ = case_course.end(notified(), "逾期未补正", by(date(2026, 4, 17)))
    assert (ended.state, ended.steps[-1].text) == (CaseState.ENDED, "逾期未补正")
    assert (ended.watch, ended.actions()) == (None, frozenset())


def _decided() -> Case:
    return case_course.decide(accepted(), Decision(Result.GRANTED, DAY), 10, by())[0]


def _delivered() -> Case:
    return case_course.deliver(_decided(), Delivery(DeliveryWay.COUNTER, DAY), 30, by())[0]


@pytest.mark.parametrize("case", [received(), notified(), accepted(), _decided(), _delivered()])
def test_it_can_be_withdrawn_until_it_is_on_file(case: Case) -> None:
    gone, _ = case_course.withdraw(case, "不办了", by())
    assert (gone.state, gone.watch, gone.decision) == (CaseState.WITHDRAWN, None, case.decision)
    filed, _ = case_course.archive(_delivered(), by())
    with refused("case.rule.transition", action=CaseAction.WITHDRAW):
        case_course.withdraw(filed, "", by())


def test_dates_are_computed_anew_when_a_year_is_known() -> None:
    """The end of the year before one that nobody published: provisional, then certain and later by a holiday."""
    start = date(2098, 12, 29)
    case, _ = case_receipt.accept(received(day=start), Limit(Decimal(20)), by(start))
    assert case.is_provisional
    year = YearArrangement(2099, frozenset({date(2099, 1, 1), date(2099, 1, 2)}), frozenset())
    last = YearArrangement(2098, frozenset(), frozenset())
    known = replace(TIME, calendar=OfficeCalendar.of(TIME.calendar, [last, year]))
    change = case_course.recompute(case, Policy(), By(None, by(start).at, known))
    assert change is not None
    moved, (event,) = change
    assert event.action is CaseAction.RECOMPUTE
    assert not moved.is_provisional
    assert decision_dates(case)[1] == date(2099, 1, 26)
    assert decision_dates(moved)[1] == date(2099, 1, 28)
    assert case_course.recompute(moved, Policy(), By(None, by(start).at, known)) is None


def _entered(*years: YearArrangement) -> By:
    return By(None, by().at, replace(TIME, calendar=OfficeCalendar.of(TIME.calendar, years)))


def _new_year(*off: int) -> YearArrangement:
    return YearArrangement(2099, frozenset(date(2099, 1, day) for day in off), frozenset())


def test_a_year_that_was_mistyped_is_put_right_and_one_that_is_forgotten_is_unknown_again() -> None:
    start, last = date(2098, 12, 29), YearArrangement(2098, frozenset(), frozenset())
    case, _ = case_receipt.accept(received(day=start), Limit(Decimal(10)), by(start))
    for year, day, provisional in (
        (_new_year(*range(5, 10)), 19, False),
        (_new_year(1), 13, False),
        (None, 12, True),
    ):
        known = _entered(last, year) if year else _entered(last)
        change = case_course.recompute(case, Policy(), known, 2099)
        assert change is not None
        case = change[0]
        assert (case.dates and case.dates.statutory) == Due(date(2099, 1, day), provisional)
    assert case_course.recompute(case, Policy(), _entered(last), 2099) is None


def test_a_year_that_the_dates_do_not_reach_moves_nothing() -> None:
    """Not even where a rule of the hall was changed since: what was told stays told."""
    told, later = notified(), Policy(days_to_supplement=30)
    for year in (2025, 2027):
        assert case_course.recompute(told, later, by(), year) is None
    assert case_course.recompute(told, later, by(), 2026) is not None


def test_days_that_do_not_count_are_counted_anew_too() -> None:
    """An overdue case may be held up in a later year than its limit ran out in."""
    held, _ = case_course.suspend(accepted(), Procedure.HEARING, 5, by(date(2098, 12, 30)))
    case, _ = case_course.resume(held, by(date(2099, 1, 8)))
    change = case_course.recompute(case, Policy(), _entered(_new_year(1, 2)), 2099)
    assert change is not None
    assert (case.dates and case.dates.first.day, change[0].dates and change[0].dates.first.day) == (
        date(2026, 4, 13), date(2026, 4, 9),
    )  # fmt: skip


def test_computing_anew_is_no_notice() -> None:
    """The time to supplement counts from the notice, however often its end moves."""
    start, last = date(2098, 12, 29), YearArrangement(2098, frozenset(), frozenset())
    case, _ = case_receipt.notify(received(day=start), frozenset({3}), 5, by(start))
    for day, year in ((date(2099, 1, 5), _new_year(1)), (date(2099, 1, 6), _new_year(1, 2))):
        known = replace(_entered(last, year), at=by(day).at)
        change = case_course.recompute(case, Policy(days_to_supplement=5), known, 2099)
        assert change is not None
        case = change[0]
    assert (case.notified_on, case.supplement_by) == (start, Due(date(2099, 1, 7)))


def _item(**changes: object) -> ServiceItem:
    item = ServiceItem(
        ItemVersionId(UUID(int=2)), "IT001", 1, "登记", DEPARTMENT, DAY, Regime.OTHER, "公共服务", ()
    )
    return replace(item, **changes)  # type: ignore[arg-type]


def test_the_limit_comes_from_the_law_the_page_or_the_clerk() -> None:
    licence = _item(regime=Regime.LICENCE, promised_days=Decimal(3))
    assert limit_of(licence, None, is_joint=False, said=None) == Limit(Decimal(20), Decimal(3))
    assert limit_of(licence, None, is_joint=True, said=None) == Limit(Decimal(45), Decimal(3))
    with refused("case.rule.say_limit"):
        limit_of(_item(), None, is_joint=False, said=None)
    assert limit_of(_item(), None, is_joint=False, said=Decimal(7)) == Limit(Decimal(7), None)
    assert limit_of(_item(promised_days=Decimal(3)), None, is_joint=False, said=Decimal(7)) == Limit(
        None, Decimal(3)
    )
