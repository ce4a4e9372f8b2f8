"""Contact, measures, the one extension, other departments' parts, and negative answers."""

from datetime import timedelta

from app.domain import exception_course as course
from app.domain import exception_working as working
from app.domain.exception_case import ExceptionCase
from app.domain.exception_table import ExceptionAction, ExceptionState
from tests.domain.exceptions import by, case
from tests.domain.make import CLERK, DAY, DEPARTMENT, NINE, OTHER_CLERK
from tests.refusals import refused

A, S = ExceptionAction, ExceptionState
DUE = DAY + timedelta(days=5)


def in_hand(**changes: object) -> ExceptionCase:
    return case(S.IN_HAND, handler=CLERK, department=DEPARTMENT, **changes)


def test_a_contact_that_is_owed_is_recorded_once() -> None:
    called, (event,) = working.contact(in_hand(contact_by=DAY), "已电话说明", by())
    assert (called.contact_by, called.steps[-1].text, event.action) == (None, "已电话说明", A.CONTACT)
    assert A.CONTACT not in called.actions()
    with refused("exception.rule.other_handler"):
        working.contact(in_hand(contact_by=DAY), "已电话说明", by(OTHER_CLERK))


def test_measures_are_said() -> None:
    with refused("exception.rule.say_why"):
        working.measure(in_hand(), " ", by())
    assert working.measure(in_hand(), "换机", by())[0].steps[-1].action is A.MEASURE


def test_extended_once_before_it_is_due() -> None:
    longer, _ = working.extend(in_hand(), "等省平台修复，已电话告知", by(today=DUE))
    assert (longer.due.day, longer.extended, longer.warn_on) == (
        DUE + timedelta(days=5), True, DUE + timedelta(days=4),
    )  # fmt: skip
    with refused("exception.rule.extended"):
        working.extend(longer, "再等等", by(today=DUE))
    assert A.EXTEND not in longer.actions()


def test_not_extended_too_late_nor_for_too_long_nor_without_a_word() -> None:
    with refused("exception.rule.extend_late", due=DUE):
        working.extend(in_hand(), "来不及", by(today=DUE + timedelta(days=1)))
    for until in (DUE, DUE + timedelta(days=6)):
        with refused("exception.rule.extend_until", latest=DUE + timedelta(days=5)):
            working.extend(in_hand(), "来不及", by(), until)
    with refused("exception.rule.say_why"):
        working.extend(in_hand(), "", by())
    assert working.extend(in_hand(), "来不及", by(), DUE + timedelta(days=2))[0].due.day == DUE + timedelta(
        days=2
    )


def test_an_extension_that_was_told_survives_a_return() -> None:
    given = case(S.ASSIGNED, handler=CLERK, department=DEPARTMENT)
    longer, _ = working.extend(given, "等省平台修复", by())
    back, _ = course.send_back(longer, "不属本部门", by())
    assert back.due == longer.due
    sooner, _ = course.assign(back, DEPARTMENT, CLERK, DAY + timedelta(days=2), "", by())
    back, _ = course.send_back(sooner, "也不属本部门", by())
    assert (back.due, back.warn_on, back.rises_on) == (longer.due, longer.warn_on, longer.rises_on)
    assert course.assign(back, DEPARTMENT, CLERK, longer.due.day, "", by())[0].due == longer.due


def test_the_lead_answers_once_all_parts_are_answered() -> None:
    joined, _ = working.join(in_hand(), DEPARTMENT, OTHER_CLERK, "核对档案", by())
    assert (joined.handler, joined.steps[-1].handler) == (CLERK, OTHER_CLERK)
    with refused("exception.rule.parts_open", count=1):
        course.answer(joined, "已办", by())
    with refused("exception.rule.parts_open", count=1):
        working.deny(joined, "办不了", "条例第五条", by())
    with refused("exception.rule.no_part"):
        working.answer_part(joined, "一致", by())
    done, _ = working.answer_part(joined, "档案一致", by(OTHER_CLERK))
    assert (done.parts[0].answer, done.parts[0].answered_at, done.open_parts) == ("档案一致", NINE, ())
    assert course.answer(done, "已办", by())[0].state is S.ANSWERED


def test_a_part_is_asked_of_another_and_once_at_a_time() -> None:
    with refused("exception.rule.join_lead"):
        working.join(in_hand(), DEPARTMENT, CLERK, "核对档案", by())
    joined, _ = working.join(in_hand(), DEPARTMENT, OTHER_CLERK, "核对档案", by())
    with refused("exception.rule.join_twice"):
        working.join(joined, DEPARTMENT, OTHER_CLERK, "再核对", by())
    free, _ = working.release(joined, OTHER_CLERK, "不用了", by())
    assert free.open_parts == ()
    assert len(working.join(free, DEPARTMENT, OTHER_CLERK, "再核对", by())[0].parts) == 2


def test_parts_end_with_a_return() -> None:
    given = case(S.ASSIGNED, handler=CLERK, department=DEPARTMENT)
    joined, _ = working.join(given, DEPARTMENT, OTHER_CLERK, "核对档案", by())
    back, _ = course.send_back(joined, "不属本部门", by())
    assert [part.released for part in back.parts] == [True]


def test_a_negative_answer_has_a_basis_and_is_signed_off_by_another() -> None:
    with refused("exception.rule.basis"):
        working.deny(in_hand(), "办不了", " ", by())
    proposed, _ = working.deny(in_hand(contact_by=DAY), "办不了", "条例第五条", by())
    assert (proposed.state, proposed.steps[-1].basis) == (S.FOR_SIGN_OFF, "条例第五条")
    with refused("exception.rule.sign_off_by_other"):
        working.sign_off(proposed, "", by())
    with refused("exception.rule.sign_off_by_other"):
        working.refuse(proposed, "再想想", by())
    signed, _ = working.sign_off(proposed, "", by(OTHER_CLERK))
    assert (signed.state, signed.contact_by) == (S.ANSWERED, None)
    back, _ = working.refuse(proposed, "可以容缺", by(OTHER_CLERK))
    assert (back.state, back.handler) == (S.IN_HAND, CLERK)


def test_who_proposed_a_negative_answer_takes_it_back_and_nobody_else() -> None:
    proposed, _ = working.deny(in_hand(), "办不了", "条例第五条", by())
    with refused("exception.rule.withdraw_own"):
        working.withdraw(proposed, "另想办法", by(OTHER_CLERK))
    with refused("exception.rule.say_why"):
        working.withdraw(proposed, " ", by())
    back, _ = working.withdraw(proposed, "另想办法", by())
    assert (back.state, back.handler) == (S.IN_HAND, CLERK)
