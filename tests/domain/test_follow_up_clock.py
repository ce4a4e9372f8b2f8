"""What the calendar does to a follow-up: one warning for each limit, dated by its day, and limits counted anew."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from app.domain import follow_up_course as course
from app.domain.calendar import Due
from app.domain.follow_up import FollowUp
from app.domain.follow_up_clock import caught_up, recompute
from app.domain.follow_up_table import FollowUpAction, FollowUpLimit, FollowUpState
from app.domain.follow_up_terms import FollowUpTerms
from app.domain.policy import Policy
from tests.domain.make import DAY, NINE
from tests.domain.ratings import HANDLER, RATED, SUPERVISOR, EveryDay, follow_up, terms

A, L, S = FollowUpAction, FollowUpLimit, FollowUpState
LATER = DAY + timedelta(days=40)


def beginning_of(day: date) -> datetime:
    return datetime.combine(day, time(), NINE.tzinfo)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def warned(case: FollowUp, today: date) -> FollowUp:
    change = caught_up(case, today, beginning_of)
    assert change is not None
    return change[0]


def told(case: FollowUp) -> list[tuple[date, date | None]]:
    return [(step.at.date(), step.due) for step in case.steps if step.action is A.WARN]


def test_a_limit_that_is_near_from_the_first_day_is_not_warned_of() -> None:
    assert follow_up().warn_on == {L.RIGHT: after(2)}
    assert caught_up(follow_up(), after(1), beginning_of) is None


def test_each_limit_is_warned_of_once_on_its_day_however_late_somebody_looks() -> None:
    case = follow_up(
        contact_by=Due(after(5)), right_by=Due(after(8)), warn_on={L.CONTACT: after(2), L.RIGHT: after(5)}
    )
    late = warned(case, LATER)
    assert told(late) == [(after(2), after(5)), (after(5), after(8))]
    assert {(step.by, step.state) for step in late.steps[1:]} == {(None, S.OPENED)}
    assert caught_up(late, LATER, beginning_of) is None
    first = warned(case, after(2))
    assert (told(first), first.warn_on) == ([(after(2), after(5))], {L.RIGHT: after(5)})


def test_what_is_no_longer_owed_is_not_warned_of() -> None:
    case = follow_up(state=S.CONTACTED, handler=HANDLER, warn_on={L.CONTACT: after(2), L.RIGHT: after(5)})
    assert told(warned(case, LATER)) == [(after(5), after(5))]
    assert caught_up(replace(case, state=S.CLOSED), LATER, beginning_of) is None


def test_a_warning_never_stands_before_the_entry_it_follows() -> None:
    noted, _ = course.note(follow_up(), "又来电", SUPERVISOR, NINE + timedelta(days=4))
    assert warned(noted, LATER).steps[-1].at == noted.steps[-1].at


def test_an_extension_and_an_appeal_have_warnings_of_their_own() -> None:
    longer, _ = course.extend(follow_up(), "三个部门", SUPERVISOR, NINE, terms())
    assert longer.warn_on == {L.RIGHT: after(12)}
    lodged, _ = course.lodge_appeal(longer, "不是我", RATED, NINE, terms(after(1)))
    assert lodged.warn_on == {L.RIGHT: after(12), L.REVIEW: after(3)}
    assert told(warned(lodged, LATER)) == [(after(3), after(6)), (after(12), after(15))]
    reviewed, _ = course.review(lodged, False, "看了录像", SUPERVISOR, NINE)
    assert told(warned(reviewed, LATER)) == [(after(12), after(15))]


def test_the_review_of_what_is_on_file_is_warned_of_and_nothing_else() -> None:
    closed = follow_up(state=S.CLOSED, satisfied=True, handler=HANDLER)
    lodged, _ = course.lodge_appeal(closed, "不是我", RATED, NINE, terms(after(1)))
    assert told(warned(lodged, LATER)) == [(after(3), after(6))]
    change = recompute(lodged, ANEW, None, NINE, after(1), DAY.year)
    assert change is not None
    moved, _ = change
    assert (moved.review_by, moved.right_by, moved.state) == (Due(after(7)), closed.right_by, S.APPEALED)


def test_limits_that_end_on_one_day_are_warned_of_once() -> None:
    lodged, _ = course.lodge_appeal(follow_up(opened_on=after(-1)), "不是我", RATED, NINE, terms())
    assert told(warned(lodged, LATER)) == [(after(2), after(5))]


class _OneDayOff(EveryDay):
    """The third day from today is off."""

    def is_working_day(self, day: date) -> bool:
        return day != after(3)


ANEW = FollowUpTerms(Policy(), _OneDayOff(), DAY)


def test_a_limit_that_was_certain_stays_unless_its_year_was_entered() -> None:
    case = follow_up()
    assert recompute(case, ANEW, None, NINE, None) is None
    change = recompute(case, ANEW, SUPERVISOR, NINE, None, DAY.year)
    assert change is not None
    moved, (event,) = change
    assert (moved.contact_by, moved.right_by, moved.warn_on) == (
        case.contact_by,
        Due(after(6)),
        {L.RIGHT: after(2)},
    )
    assert (moved.steps[-1].action, moved.steps[-1].by, event.action) == (
        A.RECOMPUTE,
        SUPERVISOR,
        A.RECOMPUTE,
    )
    assert recompute(moved, ANEW, SUPERVISOR, NINE, None, DAY.year) is None


def test_a_provisional_limit_becomes_certain_with_its_warning() -> None:
    lodged, _ = course.lodge_appeal(follow_up(), "不是我", RATED, NINE, terms(after(1)))
    open_ = replace(lodged, is_complex=True, right_by=Due(after(15), provisional=True))
    open_ = replace(open_, review_by=Due(after(5), provisional=True), warn_on={})
    change = recompute(open_, replace(ANEW, today=after(1)), None, NINE, after(1))
    assert change is not None
    moved, _ = change
    assert (moved.right_by, moved.review_by) == (Due(after(16)), Due(after(7)))
    assert moved.warn_on == {L.RIGHT: after(13), L.REVIEW: after(4)}


def test_what_was_warned_of_is_not_warned_of_again_where_the_day_stays() -> None:
    given = warned(follow_up(right_by=Due(after(5), provisional=True)), after(3))
    change = recompute(given, terms(after(3)), None, NINE, None)
    assert change is not None
    assert (change[0].right_by, change[0].warn_on) == (Due(after(5)), {})


def test_the_day_of_a_warning_moves_where_the_limit_stays() -> None:
    case = follow_up(right_by=Due(after(6)), warn_on={L.RIGHT: after(3)})
    change = recompute(case, ANEW, SUPERVISOR, NINE, None, DAY.year)
    assert change is not None
    moved, (event,) = change
    assert moved == replace(case, warn_on={L.RIGHT: after(2)})  # the story tells of limits, and says nothing
    assert event.action is A.RECOMPUTE
    assert recompute(moved, ANEW, SUPERVISOR, NINE, None, DAY.year) is None
    assert recompute(case, ANEW, SUPERVISOR, NINE, None, DAY.year - 1) is None


def test_what_is_from_before_there_were_warnings_is_warned_of() -> None:
    old = follow_up(warn_on={})
    change = recompute(old, terms(after(3)), None, NINE, None)
    assert change is not None
    assert change[0] == replace(old, warn_on={L.RIGHT: after(2)})
    given = warned(change[0], after(3))
    assert told(given) == [(after(2), after(5))]
    assert recompute(given, terms(after(3)), None, NINE, None) is None


def test_what_is_on_file_is_not_counted_anew() -> None:
    closed = follow_up(state=S.CLOSED, right_by=Due(after(5), provisional=True))
    assert recompute(closed, ANEW, None, NINE, None, DAY.year) is None
