"""The way of a bad rating: its owner, its clock, and what the rated clerk may not do."""

from datetime import timedelta

from app.domain import follow_up_course as course
from app.domain.calendar import Due
from app.domain.follow_up import FollowUp
from app.domain.follow_up_opening import follow_up_named, follow_up_number
from app.domain.follow_up_table import AppealState, FollowUpAction, FollowUpLimit, FollowUpState
from tests.domain.make import DAY, NINE, at
from tests.domain.ratings import HANDLER, RATED, SUPERVISOR, follow_up, terms
from tests.refusals import refused

A, L, S = FollowUpAction, FollowUpLimit, FollowUpState
NEXT = DAY + timedelta(1)


def appealed(case: FollowUp) -> FollowUp:
    return course.lodge_appeal(case, "排队的人说的不是我", RATED, at(5), terms(NEXT))[0]


def test_it_begins_with_the_rating_and_its_clock() -> None:
    opened = follow_up()
    (step,) = opened.steps
    assert (step.action, step.by, step.text) == (A.OPEN, None, "等了很久")
    assert (opened.contact_by, opened.right_by) == (Due(DAY + timedelta(1)), Due(DAY + timedelta(5)))
    assert (opened.due, opened.next_step) == (opened.contact_by, A.CONTACT)


def test_contact_makes_an_owner_and_the_next_limit_counts() -> None:
    contacted, (event,) = course.contact(follow_up(), "已致电，说材料清单没讲清", HANDLER, at(9))
    assert (contacted.state, contacted.handler) == (S.CONTACTED, HANDLER)
    assert (contacted.due, contacted.next_step) == (contacted.right_by, A.PUT_RIGHT)
    assert (event.action, contacted.steps[-1].due) == (A.CONTACT, contacted.right_by.day)
    with refused("follow_up.rule.other_handler"):
        course.put_right(contacted, "改了", SUPERVISOR, at(10))


def test_words_are_asked_for() -> None:
    for words in ("", " "):
        with refused("follow_up.rule.say_why"):
            course.contact(follow_up(), words, HANDLER, NINE)
        with refused("follow_up.rule.say_why"):
            course.put_right(follow_up(state=S.CONTACTED), words, HANDLER, NINE)


def test_what_was_said_is_masked() -> None:
    noted, _ = course.note(follow_up(), "回拨 13800000001", SUPERVISOR, NINE)
    assert noted.steps[-1].text == "回拨 138****0001"


def test_a_complex_one_has_longer_once_and_in_time() -> None:
    longer, _ = course.extend(follow_up(), "牵涉三个部门", SUPERVISOR, NINE, terms())
    assert (longer.right_by, longer.is_complex) == (Due(DAY + timedelta(15)), True)
    assert longer.steps[-1].due == longer.right_by.day
    with refused("follow_up.rule.transition", action=A.EXTEND):
        course.extend(longer, "再长一点", SUPERVISOR, NINE, terms())
    with refused("follow_up.rule.too_late"):
        course.extend(follow_up(), "晚了", SUPERVISOR, NINE, terms(DAY + timedelta(6)))


def test_the_rated_clerk_takes_no_step() -> None:
    for case in (follow_up(), follow_up(state=S.ASKED, satisfied=True)):
        with refused("follow_up.rule.rated_clerk"):
            course.close(case, "", RATED, NINE)
        with refused("follow_up.rule.rated_clerk"):
            course.note(case, "我没错", RATED, NINE)
        with refused("follow_up.rule.rated_clerk"):
            course.assign(case, RATED, "", SUPERVISOR, NINE)
    with refused("follow_up.rule.rated_clerk"):
        course.contact(follow_up(), "我来", RATED, NINE)


def test_who_can_be_asked_is_asked_before_closing() -> None:
    fixed = follow_up(state=S.PUT_RIGHT)
    assert (fixed.next_step, A.CLOSE in fixed.actions()) == (A.ASK, False)
    nameless = follow_up(state=S.PUT_RIGHT, reachable=False)
    assert (nameless.next_step, A.ASK in nameless.actions()) == (A.CLOSE, False)
    closed, _ = course.close(nameless, "", SUPERVISOR, NINE)
    assert (closed.state, closed.due, closed.next_step) == (S.CLOSED, None, None)


def test_not_satisfied_goes_round_once_more() -> None:
    asked, _ = course.ask(follow_up(state=S.PUT_RIGHT), False, "还是没说清", SUPERVISOR, NINE)
    assert asked.next_step is A.REWORK
    with refused("follow_up.rule.transition", action=A.CLOSE):
        course.close(asked, "", SUPERVISOR, NINE)
    again, _ = course.rework(asked, "", SUPERVISOR, NINE)
    assert (again.state, again.satisfied) == (S.CONTACTED, None)


def test_an_appeal_is_the_rated_clerks_and_holds_the_closing_not_the_clock() -> None:
    with refused("follow_up.rule.only_rated"):
        course.lodge_appeal(follow_up(), "不公", HANDLER, NINE, terms(NEXT))
    with refused("follow_up.rule.only_rated"):  # on its day it would name who rated
        course.lodge_appeal(follow_up(), "不公", RATED, NINE, terms())
    lodged = appealed(follow_up(state=S.ASKED, satisfied=True, handler=HANDLER))
    assert (lodged.appeal, lodged.review_by, lodged.right_by) == (
        AppealState.LODGED, Due(NEXT + timedelta(5)), follow_up().right_by,
    )  # fmt: skip
    assert (lodged.next_step, lodged.steps[-1].due) == (A.DISMISS, NEXT + timedelta(5))
    with refused("follow_up.rule.transition", action=A.CLOSE):
        course.close(lodged, "", SUPERVISOR, NINE)


def test_an_appeal_is_decided_by_somebody_else_once() -> None:
    lodged = appealed(follow_up(state=S.ASKED, satisfied=True, handler=HANDLER))
    with refused("follow_up.rule.review_by_other"):
        course.review(lodged, True, "看了录像", HANDLER, NINE)
    with refused("follow_up.rule.rated_clerk"):
        course.review(lodged, True, "看了录像", RATED, NINE)
    upheld, _ = course.review(lodged, True, "看了录像", SUPERVISOR, NINE)
    assert (upheld.appeal, upheld.review_by, upheld.next_step) == (AppealState.UPHELD, None, A.CLOSE)
    dismissed, _ = course.review(lodged, False, "看了录像", SUPERVISOR, NINE)
    assert dismissed.appeal is AppealState.DISMISSED
    for decided in (upheld, dismissed):
        with refused("follow_up.rule.transition", action=A.APPEAL):
            appealed(decided)
        with refused("follow_up.rule.transition", action=A.UPHOLD):
            course.review(decided, True, "再看", SUPERVISOR, NINE)


def closed() -> FollowUp:
    return follow_up(state=S.CLOSED, satisfied=True, handler=HANDLER)


def test_what_is_on_file_takes_an_appeal_and_owes_its_review() -> None:
    lodged = appealed(closed())
    review_by = Due(NEXT + timedelta(5))
    assert (lodged.state, lodged.is_open, lodged.due, lodged.next_step) == (
        S.APPEALED, True, review_by, A.DISMISS,
    )  # fmt: skip
    assert (lodged.running, lodged.warn_on) == ({L.REVIEW: review_by}, {L.REVIEW: NEXT + timedelta(2)})
    assert lodged.actions() == {A.UPHOLD, A.DISMISS, A.NOTE}
    for by, code in ((HANDLER, "review_by_other"), (RATED, "rated_clerk")):
        with refused(f"follow_up.rule.{code}"):
            course.review(lodged, True, "看了录像", by, NINE)
    for uphold, decided in ((True, AppealState.UPHELD), (False, AppealState.DISMISSED)):
        done, _ = course.review(lodged, uphold, "看了录像", SUPERVISOR, NINE)
        assert (done.state, done.appeal, done.due, done.next_step) == (S.CLOSED, decided, None, None)
        assert done.steps[:-1] == lodged.steps
        with refused("follow_up.rule.transition", action=A.APPEAL):
            appealed(done)


def test_what_is_on_file_takes_an_appeal_for_some_days() -> None:
    last = terms().appeal_by(DAY).day
    assert last == DAY + timedelta(5)
    assert course.lodge_appeal(closed(), "不公", RATED, NINE, terms(last))[0].state is S.APPEALED
    for day in (DAY, last + timedelta(1)):
        with refused("follow_up.rule.only_rated"):
            course.lodge_appeal(closed(), "不公", RATED, NINE, terms(day))
    late = follow_up(state=S.CONTACTED, handler=HANDLER)
    assert (
        course.lodge_appeal(late, "不公", RATED, NINE, terms(last + timedelta(9)))[0].appeal
        is AppealState.LODGED
    )


def test_numbers() -> None:
    assert follow_up_number(2026, 41) == "差评〔2026〕0041"
    for typed in ("差评〔2026〕0041", " 0041", "41"):
        assert follow_up_named(typed, 2026) == "差评〔2026〕0041"
