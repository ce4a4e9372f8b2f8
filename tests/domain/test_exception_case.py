"""The way of an exception case, its owners and its dates."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain import exception_course as course
from app.domain import exception_working as working
from app.domain.calendar import Due, OfficeCalendar, YearArrangement
from app.domain.exception_case import Part, Step, exception_number
from app.domain.exception_category import Category, ExceptionCategory, hall_categories, must_be_offered
from app.domain.exception_course import By
from app.domain.exception_dates import recompute
from app.domain.exception_story import answer_due
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung, Terms
from app.domain.person import Person
from tests.domain.exceptions import POLICY, by, case, terms
from tests.domain.make import CLERK, DAY, DEPARTMENT, NINE, OTHER_CLERK, at
from tests.domain.ratings import EveryDay
from tests.refusals import refused

A, S = ExceptionAction, ExceptionState


@pytest.mark.parametrize(("level", "days"), [("instant", 0), ("simple", 1), ("ordinary", 5), ("complex", 10)])
def test_deadlines_of_the_levels(level: str, days: int) -> None:
    assert terms().due(ExceptionLevel(level), DAY) == Due(DAY + timedelta(days=days))


def test_the_hall_sets_the_deadlines() -> None:
    slower = replace(POLICY, exception_days_ordinary=7)
    assert terms(policy=slower).due(ExceptionLevel.ORDINARY, DAY) == Due(DAY + timedelta(days=7))


def test_categories_are_the_usual_ones_and_the_halls_own() -> None:
    own = (Category("payment", "缴费"), Category("tax", "办税"), Category("conduct", retired=True))
    known = {category.code: category for category in hall_categories(own)}
    assert known["payment"].name == "缴费"
    assert list(known)[:2] == ["system_failure", "payment"]
    assert list(known)[-1] == "tax"
    must_be_offered("tax", own)
    for gone in ("conduct", "nothing"):
        with refused("exception.rule.category", category=gone):
            must_be_offered(gone, own)


def test_triage_sets_category_level_and_deadline_from_registration() -> None:
    judged, (event,) = course.triage(
        case(), ExceptionCategory.PAYMENT, ExceptionLevel.COMPLEX, "涉及银行", by(now=at(600))
    )
    assert (judged.state, judged.category, judged.due) == (
        S.TRIAGED, ExceptionCategory.PAYMENT, Due(DAY + timedelta(days=10)),
    )  # fmt: skip
    assert (judged.steps[-1].text, judged.steps[-1].due, event.action) == (
        "涉及银行",
        judged.due.day,
        A.TRIAGE,
    )


@pytest.mark.parametrize("offset", [-1, 6])
def test_the_date_given_lies_between_registration_and_the_levels_deadline(offset: int) -> None:
    with refused("exception.rule.due", latest=DAY + timedelta(days=5)):
        course.assign(case(S.TRIAGED), DEPARTMENT, CLERK, DAY + timedelta(days=offset), "", by())


def test_assigned_to_an_owner_with_a_date_and_a_day_to_contact_the_person() -> None:
    due = DAY + timedelta(days=2)
    given, _ = course.assign(case(S.TRIAGED), DEPARTMENT, CLERK, due, "", by(OTHER_CLERK))
    assert (given.state, given.department, given.handler, given.due.day, given.contact_by) == (
        S.ASSIGNED, DEPARTMENT, CLERK, due, DAY,
    )  # fmt: skip
    nameless, _ = course.assign(case(S.TRIAGED, person=Person()), DEPARTMENT, CLERK, due, "", by(OTHER_CLERK))
    assert nameless.contact_by is None


def test_sent_back_has_no_owner_and_says_why() -> None:
    given = case(S.ASSIGNED, handler=CLERK, department=DEPARTMENT, contact_by=DAY)
    back, _ = course.send_back(given, "不属本部门", by())
    assert (back.state, back.handler, back.department, back.contact_by) == (S.TRIAGED, None, None, None)
    with refused("exception.rule.say_why"):
        course.send_back(given, " ", by())


def test_only_the_handler_takes_and_answers() -> None:
    for state, act in ((S.ASSIGNED, course.take), (S.IN_HAND, course.answer)):
        with refused("exception.rule.other_handler"):
            act(case(state, handler=CLERK), "说明", by(OTHER_CLERK))
        moved, _ = act(case(state, handler=CLERK), "说明", by())
        assert moved.state is not state


def test_an_answer_has_words_and_is_contact_enough() -> None:
    owed = case(S.IN_HAND, handler=CLERK, contact_by=DAY)
    with refused("exception.rule.say_why"):
        course.answer(owed, " ", by())
    assert course.answer(owed, "已办", by())[0].contact_by is None


def test_an_answer_names_the_day_of_its_follow_up_and_its_own_limit_stays_known() -> None:
    day = DAY + timedelta(days=3)
    answered, _ = course.answer(case(S.IN_HAND, steps=(assigned_step(),)), "已办", by(today=day))
    assert (answered.due.day, answered.steps[-1].due) == (day + timedelta(days=2), day + timedelta(days=2))
    assert answer_due(answered.state, answered.due, answered.steps) == Due(DAY + timedelta(days=5))
    asked, _ = course.follow_up(answered, False, "", by(today=day))
    again, _ = course.rework(asked, "", by(today=day))
    assert answer_due(again.state, again.due, again.steps) == again.due == Due(day + timedelta(days=5))


def assigned_step() -> Step:
    return Step(A.ASSIGN, S.ASSIGNED, CLERK, NINE, due=DAY + timedelta(days=5))


def test_who_can_be_asked_is_asked_before_closing() -> None:
    answered = case(S.ANSWERED)
    assert answered.actions() == {A.FOLLOW_UP, A.NOTE, A.ATTACH}
    with refused("exception.rule.transition", action=A.CLOSE):
        course.close(answered, "", by())


def test_an_anonymous_case_is_closed_without_asking() -> None:
    nameless = case(S.ANSWERED, person=Person())
    assert nameless.is_anonymous
    assert nameless.actions() == {A.CLOSE, A.NOTE, A.ATTACH}
    with refused("exception.rule.transition", action=A.FOLLOW_UP):
        course.follow_up(nameless, True, "", by())
    assert course.close(nameless, "", by())[0].state is S.CLOSED


def test_satisfied_is_closed_and_not_satisfied_goes_back_in_hand() -> None:
    happy, _ = course.follow_up(case(S.ANSWERED), True, "满意", by())
    assert happy.actions() == {A.CLOSE, A.NOTE, A.ATTACH}
    unhappy, _ = course.follow_up(case(S.ANSWERED), False, "没有解决", by())
    assert unhappy.actions() == {A.REWORK, A.NOTE, A.ATTACH}
    with refused("exception.rule.transition"):
        course.close(unhappy, "", by())
    later = DAY + timedelta(days=8)
    again, _ = course.rework(unhappy, "继续办", by(today=later))
    assert (again.state, again.satisfied, again.due.day) == (S.IN_HAND, None, later + timedelta(days=5))


def test_reopened_has_a_fresh_deadline_and_no_owner() -> None:
    closed = case(S.CLOSED, handler=CLERK, satisfied=True, extended=True, rung=Rung.DISTRICT)
    today = DAY + timedelta(days=30)
    back, _ = course.reopen(closed, "又发生了", by(today=today))
    assert (back.state, back.handler, back.satisfied) == (S.TRIAGED, None, None)
    assert (back.counts_from, back.due) == (today, Due(today + timedelta(days=5)))
    assert (back.extended, back.rung) == (False, Rung.HANDLER)


def test_a_note_changes_nothing_but_the_story() -> None:
    noted, _ = course.note(case(S.IN_HAND), "已电话联系", by(now=at(1)))
    assert (noted.state, [s.text for s in noted.steps]) == (S.IN_HAND, ["已电话联系"])
    with refused("exception.rule.transition"):
        course.note(case(S.CLOSED), "晚了", by())


def test_a_deadline_into_an_unpublished_year_stays_provisional_only_when_kept() -> None:
    open_ended = case(S.TRIAGED, due=Due(date(2027, 1, 4), provisional=True))
    kept, _ = course.assign(open_ended, DEPARTMENT, CLERK, date(2027, 1, 4), "", by())
    sooner, _ = course.assign(open_ended, DEPARTMENT, CLERK, date(2026, 12, 30), "", by())
    assert (kept.due.provisional, sooner.due.provisional) == (True, False)


def test_a_limit_is_computed_anew_until_the_case_is_on_file() -> None:
    guessed = Due(DAY + timedelta(days=4), provisional=True)
    for state in S:
        change = recompute(case(state, due=guessed), terms(), None, NINE)
        if state is S.CLOSED:
            assert change is None
        else:
            assert change is not None
            days = 2 if state in (S.ANSWERED, S.FOLLOWED_UP) else 5
            assert (change[0].due, change[0].state) == (Due(DAY + timedelta(days=days)), state)
            assert (change[0].steps[-1].action, change[0].steps[-1].by) == (A.RECOMPUTE, None)


def test_a_certain_limit_is_computed_anew_only_where_its_year_changed() -> None:
    certain = case(due=Due(DAY + timedelta(days=4)))
    assert recompute(certain, terms(), CLERK, NINE) is None
    assert recompute(certain, terms(), CLERK, NINE, DAY.year + 1) is None
    assert recompute(certain, terms(), CLERK, NINE, DAY.year) is not None


def test_a_day_before_the_limit_gives_way_to_one_that_is_earlier_now() -> None:
    given = replace(
        case(S.ASSIGNED, due=Due(DAY + timedelta(days=7))),
        steps=(Step(A.TRIAGE, S.TRIAGED, CLERK, NINE, due=DAY + timedelta(days=9)),),
    )
    change = recompute(given, terms(), CLERK, NINE, DAY.year)
    assert change is not None
    assert change[0].due == Due(DAY + timedelta(days=5))
    sooner = replace(given, due=Due(DAY + timedelta(days=2)))
    assert recompute(sooner, terms(), CLERK, NINE, DAY.year) is None


def test_a_limit_that_stays_still_lets_its_case_rise_on_another_day() -> None:
    due, guessed = date(2026, 12, 30), date(2027, 1, 4)
    risen = case(
        S.IN_HAND, due=Due(due), rung=Rung.DEPARTMENT_HEAD, rises_on=guessed, warn_on=None, counts_from=DAY
    )
    by_now = terms(due)  # every day is worked: two days sooner than weekends let it be
    assert by_now.rises_on(due, Rung.DEPARTMENT_HEAD) == date(2027, 1, 3)
    for year in (None, 2027):
        change = recompute(risen, by_now, None, NINE, year)
        assert change is not None
        moved, (event,) = change
        assert moved == replace(
            risen, rises_on=date(2027, 1, 3)
        )  # and the story, which tells of limits, says nothing
        assert event.action is A.RECOMPUTE
        assert recompute(moved, by_now, None, NINE, year) is None
    assert recompute(replace(risen, state=S.CLOSED), by_now, None, NINE) is None
    assert recompute(risen, by_now, None, NINE, 2025) is None


def test_a_warning_that_was_given_is_not_given_again() -> None:
    warned = case(S.IN_HAND, due=Due(DAY + timedelta(days=5)), warn_on=None, rises_on=DAY + timedelta(days=9))
    change = recompute(warned, terms(), CLERK, NINE, DAY.year)
    assert change is not None
    assert (change[0].warn_on, change[0].rises_on) == (None, DAY + timedelta(days=6))
    ahead = replace(warned, warn_on=DAY + timedelta(days=1))
    change = recompute(ahead, terms(), CLERK, NINE, DAY.year)
    assert change is not None
    assert change[0].warn_on == DAY + timedelta(days=4)


def test_a_release_cuts_a_handlers_day_but_leaves_the_levels_own_that_was_certain() -> None:
    came = date(2026, 12, 28)
    given = case(
        S.ASSIGNED, due=Due(date(2027, 1, 4)), counts_from=came, rises_on=None, warn_on=None,
        steps=(Step(A.TRIAGE, S.TRIAGED, CLERK, NINE, due=date(2027, 1, 5)),),
    )  # fmt: skip
    change = recompute(given, terms(came), None, NINE)
    assert change is not None
    assert change[0].due.day == came + timedelta(days=5)
    levels = replace(given, steps=())
    assert recompute(levels, terms(came), None, NINE) is None


def test_exception_numbers() -> None:
    assert exception_number(2026, 41) == "例外〔2026〕0041"


def test_a_day_that_the_person_was_told_of_stays_but_becomes_certain() -> None:
    told = replace(
        case(S.IN_HAND, due=Due(DAY + timedelta(days=9), provisional=True), extended=True),
        steps=(Step(A.EXTEND, S.IN_HAND, CLERK, NINE, due=DAY + timedelta(days=9)),),
    )
    change = recompute(told, terms(), None, NINE)
    assert change is not None
    assert change[0].due == Due(DAY + timedelta(days=9))


def test_what_is_worked_on_again_counts_from_that_day() -> None:
    later = DAY + timedelta(days=20)
    again, _ = course.rework(case(S.FOLLOWED_UP, satisfied=False), "还没办成", by(today=later))
    assert again.counts_from == later
    guessed = replace(again, due=replace(again.due, provisional=True))
    change = recompute(guessed, terms(later), None, NINE)
    assert change is not None
    assert (change[0].due, change[0].rises_on) == (
        Due(later + timedelta(days=5)), later + timedelta(days=6),
    )  # fmt: skip


def test_given_to_somebody_else_where_it_is_in_hand_with_a_reason_and_the_parts_stay_owed() -> None:
    held = case(S.IN_HAND, handler=CLERK, department=DEPARTMENT, parts=(Part(DEPARTMENT, CLERK, "核对档案"),))
    for stands in (S.IN_HAND, S.FOR_SIGN_OFF):
        with refused("exception.rule.say_why"):
            course.assign(replace(held, state=stands), DEPARTMENT, OTHER_CLERK, DAY, " ", by())
        given, _ = course.assign(
            replace(held, state=stands), DEPARTMENT, OTHER_CLERK, held.due.day, "承办人已离岗", by()
        )
        assert (given.state, given.handler, given.contact_by) == (S.ASSIGNED, OTHER_CLERK, DAY)
        assert given.open_parts == held.parts
    soon, _ = course.assign(case(S.TRIAGED), DEPARTMENT, CLERK, DAY + timedelta(days=1), "", by())
    later, _ = course.assign(soon, DEPARTMENT, OTHER_CLERK, DAY + timedelta(days=5), "", by())
    assert later.due == Due(DAY + timedelta(days=5)), "the level's whole time may be given anew"


def test_triage_is_corrected_where_nobody_has_it_and_each_step_says_what_it_judged() -> None:
    judged, _ = course.triage(case(), "payment", ExceptionLevel.SIMPLE, "", by())
    corrected, _ = course.triage(judged, "biometrics", ExceptionLevel.COMPLEX, "看错了", by())
    assert [(step.category, step.level) for step in corrected.steps] == [
        ("payment", ExceptionLevel.SIMPLE),
        ("biometrics", ExceptionLevel.COMPLEX),
    ]
    assert (corrected.state, corrected.due) == (S.TRIAGED, Due(DAY + timedelta(days=10)))
    assert corrected.next_step is A.ASSIGN


def test_the_story_keeps_whether_the_person_was_satisfied() -> None:
    asked, _ = course.follow_up(case(S.ANSWERED), False, "", by())
    again, _ = course.rework(asked, "", by())
    assert [step.satisfied for step in again.steps] == [False, None]


def test_no_day_is_named_on_which_nobody_works() -> None:
    friday = Terms(
        POLICY, OfficeCalendar(EveryDay(), {2026: YearArrangement(2026, frozenset(), frozenset())}), DAY
    )
    sunday, who = date(2026, 3, 22), By(CLERK, NINE, friday)
    triaged = case(S.TRIAGED, due=Due(date(2026, 3, 25)))
    with refused("calendar.rule.day_off", day=sunday, before=date(2026, 3, 20)):
        course.assign(triaged, DEPARTMENT, CLERK, sunday, "", who)
    held = case(S.IN_HAND, handler=CLERK, department=DEPARTMENT, due=Due(date(2026, 3, 20)))
    with refused("calendar.rule.day_off", day=sunday, before=date(2026, 3, 20)):
        working.extend(held, "等省平台修复", who, sunday)
