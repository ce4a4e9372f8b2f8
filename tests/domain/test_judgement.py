"""Judging materials: everything at once, nothing piecemeal."""

from app.domain.catalogue import Material
from app.domain.judgement import (
    BEYOND_FROM,
    Beyond,
    Findings,
    Judgement,
    Shortcoming,
    ShortcomingKind,
    Verdict,
    judge,
    told_again,
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


def test_of_what_nobody_says_to_be_required_nothing_is_taken_for_granted() -> None:
    unsaid = Material(4, "户口簿", required_stated=False)
    with refused("notice.rule.unjudged", numbers="4", count=1):
        judge((*ALL, unsaid), with_others_complete((*ALL, unsaid), [COMPLETE]))
    found = judge((unsaid,), [Judgement(4, Verdict.MISSING)])
    assert [s.material for s in found.shortcomings] == [unsaid], (
        "the clerk could have said that it is not needed"
    )


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


PROOF = Beyond(" 无犯罪记录证明 ", " 《保安服务管理条例》第十条 ")


def beyond(what: Beyond, verdict: Verdict = Verdict.MISSING) -> Judgement:
    return Judgement(0, verdict, None if verdict is Verdict.MISSING else ShortcomingKind.EXPIRED, "", what)


def in_order() -> list[Judgement]:
    return [COMPLETE, Judgement(2, Verdict.COMPLETE)]


def test_what_is_beyond_the_list_cites_its_basis_and_has_a_number_behind_every_list() -> None:
    found = judge(ALL, [*in_order(), beyond(PROOF), beyond(Beyond("资金证明", "指南备注"), Verdict.WRONG)])
    first, second = found.shortcomings
    assert first == Shortcoming(
        Material(BEYOND_FROM, "无犯罪记录证明", listed=False), ShortcomingKind.MISSING, handed_in=0,
        basis="《保安服务管理条例》第十条",
    )  # fmt: skip
    assert (second.material.number, second.kind) == (BEYOND_FROM + 1, ShortcomingKind.EXPIRED)
    assert found.complete == (FORM, IDENTITY)


def test_without_a_basis_nothing_beyond_the_list_is_asked_for() -> None:
    with refused("notice.rule.say_basis", name="无犯罪记录证明"):
        judge(ALL, [*in_order(), beyond(Beyond("无犯罪记录证明", " "))])
    with refused("notice.rule.say_name"):
        judge(ALL, [*in_order(), beyond(Beyond(" ", "条例"))])
    with refused("notice.rule.is_listed", name="身份证", number=2):
        judge(ALL, [*in_order(), beyond(Beyond("身份证", "条例"))])
    with refused("notice.rule.asked_twice", name="无犯罪记录证明"):
        judge(ALL, [*in_order(), beyond(PROOF), beyond(PROOF)])
    with refused("notice.rule.say_other_of", name="无犯罪记录证明"):
        judge(ALL, [*in_order(), Judgement(0, Verdict.WRONG, ShortcomingKind.OTHER, "", PROOF)])
    with refused("notice.rule.say_what_is_wrong"):
        judge(ALL, [*in_order(), Judgement(0, Verdict.COMPLETE, beyond=PROOF)])


def test_what_was_asked_for_beyond_the_list_keeps_its_number() -> None:
    known = (Material(BEYOND_FROM, "资金证明", listed=False), Material(BEYOND_FROM + 1, "无犯罪记录证明"))
    found = judge(ALL, [*in_order(), beyond(Beyond("新材料", "条例")), beyond(PROOF)], known)
    assert [s.material.number for s in found.shortcomings] == [BEYOND_FROM + 2, BEYOND_FROM + 1]


def test_what_is_waited_for_beyond_the_list_is_told_again_with_its_basis() -> None:
    waiting = judge(ALL, [*in_order(), beyond(PROOF)]).shortcomings
    told = judge(ALL, told_again(ALL, in_order(), waiting))
    assert told.shortcomings == waiting
    anew = told_again(ALL, [beyond(PROOF, Verdict.WRONG)], waiting)
    assert [judgement.verdict for judgement in anew] == [Verdict.WRONG]
    now_listed = (*ALL, Material(4, "无犯罪记录证明"))
    assert told_again(now_listed, (), waiting) == (Judgement(4, Verdict.MISSING),)
