"""Judging materials: everything at once, nothing piecemeal."""

from app.domain.catalogue import Material
from app.domain.judgement import (
    Findings,
    Judgement,
    Shortcoming,
    ShortcomingKind,
    Verdict,
    judge,
    with_others_complete,
)
from app.domain.notice import must_have_shortcomings
from tests.refusals import refused

FORM = Material(1, "申请表")
IDENTITY = Material(2, "身份证")
PROXY = Material(3, "委托书", required=False)
ALL = (FORM, IDENTITY, PROXY)
COMPLETE = Judgement(1, Verdict.COMPLETE)


def test_findings_part_what_is_wrong_from_what_is_in_order() -> None:
    wrong = Judgement(2, Verdict.WRONG, ShortcomingKind.EXPIRED, " 已过期 ")
    assert judge(ALL, [COMPLETE, wrong]) == Findings(
        shortcomings=(Shortcoming(IDENTITY, ShortcomingKind.EXPIRED, "已过期"),),
        complete=(FORM,),
        left_out=(PROXY,),
    )


def test_what_is_missing_was_handed_in_no_times() -> None:
    found = judge((FORM,), [Judgement(1, Verdict.MISSING)])
    assert found.shortcomings == (Shortcoming(FORM, ShortcomingKind.MISSING, "", handed_in=0),)


def test_of_what_nobody_judged_the_missing_is_told_again_under_its_number_of_now() -> None:
    """All but what is judged, and what the list does not ask for any more."""
    gone = Shortcoming(Material(4, "房产证"), ShortcomingKind.MISSING)
    waiting = (
        Shortcoming(Material(7, "身份证"), ShortcomingKind.EXPIRED, "已过期"),
        Shortcoming(FORM, ShortcomingKind.MISSING),
        Shortcoming(Material(5, "委托书"), ShortcomingKind.MISSING, "代办须提交"),
    )
    told = with_others_complete(ALL, [COMPLETE], (gone, *waiting))
    assert told == (
        COMPLETE,
        Judgement(2, Verdict.WRONG, ShortcomingKind.EXPIRED, "已过期"),
        Judgement(3, Verdict.MISSING, text="代办须提交"),
    )


def test_a_required_material_must_be_judged() -> None:
    with refused("notice.rule.unjudged", numbers="1, 2", count=2):
        judge(ALL, [])


def test_a_material_that_is_not_required_may_be_missing_unless_a_text_says_why() -> None:
    rest = [COMPLETE, Judgement(2, Verdict.COMPLETE)]
    assert judge(ALL, [*rest, Judgement(3, Verdict.MISSING)]).left_out == (PROXY,)
    told = judge(ALL, [*rest, Judgement(3, Verdict.MISSING, text="代办须提交")])
    assert [s.material for s in told.shortcomings] == [PROXY]


def test_what_does_not_apply_is_neither_told_nor_in_order() -> None:
    """Required or not, and whatever had been written about it: nobody asked for it and nobody handed it in."""
    apart = [Judgement(n, Verdict.NOT_APPLICABLE, text="未委托") for n in (2, 3)]
    assert judge(ALL, [COMPLETE, *apart]) == Findings((), (FORM,), not_applicable=(IDENTITY, PROXY))


def test_a_list_of_which_nothing_applies_is_told_to_nobody() -> None:
    """Something else was missing from the picture: the item or its situation."""
    none = judge(ALL, [Judgement(n, Verdict.NOT_APPLICABLE) for n in (1, 2, 3)])
    assert none.nothing_applies
    with refused("notice.rule.nothing_applies"):
        must_have_shortcomings(none)
    some = judge(ALL, [COMPLETE, *(Judgement(n, Verdict.NOT_APPLICABLE) for n in (2, 3))])
    assert not some.nothing_applies
    with refused("notice.rule.nothing_missing"):
        must_have_shortcomings(some)
    assert not judge((PROXY,), []).nothing_applies


def test_a_wrong_material_says_what_is_wrong() -> None:
    for kind in (None, ShortcomingKind.MISSING):
        with refused("notice.rule.say_what_is_wrong", number=1):
            judge((FORM,), [Judgement(1, Verdict.WRONG, kind)])
    with refused("notice.rule.say_other", number=1):
        judge((FORM,), [Judgement(1, Verdict.WRONG, ShortcomingKind.OTHER, " ")])


def test_judgements_are_of_this_item_and_once() -> None:
    with refused("notice.rule.foreign_material", number=9):
        judge((FORM,), [COMPLETE, Judgement(9, Verdict.COMPLETE)])
    with refused("notice.rule.judged_twice", number=1):
        judge((FORM,), [COMPLETE, COMPLETE])


def test_a_notice_tells_something() -> None:
    with refused("notice.rule.nothing_missing"):
        must_have_shortcomings(judge((FORM,), [COMPLETE]))
    must_have_shortcomings(judge((FORM,), [Judgement(1, Verdict.MISSING)]))
