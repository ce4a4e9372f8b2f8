"""Judgements grow key by key, and outlive errors and restarts."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.judgement import BEYOND_FROM, Beyond, Judgement, ShortcomingKind, Verdict
from tests.ui.counter.desks import MATERIALS, TODAY
from ui.counter.draft_file import DraftFile
from ui.judged import NOT_SAID_YET, NOTHING_JUDGED, Draft, judged_so_far

WRONG = NOTHING_JUDGED.judged(1, Verdict.WRONG).with_text(1, "没有盖章")


def test_a_changed_mind_keeps_the_words() -> None:
    back = WRONG.judged(1, Verdict.COMPLETE).judged(1, Verdict.WRONG)
    judgement = back.of(1)
    assert judgement is not None
    assert (judgement.kind, judgement.text) == (ShortcomingKind.WRONG_FORM, "没有盖章")


@pytest.mark.parametrize("verdict", [Verdict.COMPLETE, Verdict.NOT_APPLICABLE])
def test_words_about_a_material_with_nothing_to_put_right_are_not_told(verdict: Verdict) -> None:
    (told,) = WRONG.judged(1, verdict).for_materials(MATERIALS)
    assert (told.verdict, told.kind, told.text) == (verdict, None, "")


def test_a_material_that_does_not_apply_is_judged() -> None:
    so_far = judged_so_far(MATERIALS, WRONG.judged(2, Verdict.COMPLETE).judged(3, Verdict.NOT_APPLICABLE))
    assert so_far.is_whole
    assert [m.number for m in so_far.findings.not_applicable] == [3]


def test_other_needs_words() -> None:
    other = NOTHING_JUDGED.judged(1, Verdict.WRONG).with_kind(1, ShortcomingKind.OTHER)
    assert judged_so_far(MATERIALS, other).wordless == (1,)
    assert judged_so_far(MATERIALS, other.with_text(1, "复印不清")).wordless == ()


def test_what_is_left_is_counted() -> None:
    so_far = judged_so_far(MATERIALS, WRONG)
    assert so_far.unjudged == (2, 3)
    assert not so_far.is_whole
    assert [s.material.number for s in so_far.findings.shortcomings] == [1]


def test_judgements_of_materials_no_longer_asked_for_are_left_out() -> None:
    assert judged_so_far(MATERIALS[1:], WRONG).findings.shortcomings == ()


def test_without_a_list_there_is_nothing_to_tell() -> None:
    assert not judged_so_far((), NOTHING_JUDGED).is_whole


ASKED = Judgement(0, Verdict.MISSING, beyond=Beyond("资金证明", "《条例》第十条"))
IN_ORDER = Draft(tuple(Judgement(m.number, Verdict.COMPLETE) for m in MATERIALS))


def test_what_is_beyond_the_list_is_told_last_with_its_basis() -> None:
    so_far = judged_so_far(MATERIALS, replace(IN_ORDER, beyond=(ASKED,)))
    assert so_far.is_whole
    (told,) = so_far.findings.shortcomings
    assert (told.material.number, told.material.name, told.basis) == (
        BEYOND_FROM,
        "资金证明",
        "《条例》第十条",
    )


@pytest.mark.parametrize(
    ("beyond", "code"),
    [
        (NOT_SAID_YET, "notice.rule.say_name"),
        (replace(ASKED, beyond=Beyond("资金证明", " ")), "notice.rule.say_basis"),
        (replace(ASKED, beyond=Beyond("身份证", "条例")), "notice.rule.is_listed"),
        (ASKED, "notice.rule.asked_twice"),
    ],
)
def test_a_material_beyond_the_list_that_is_not_founded_holds_the_slip_back(
    beyond: Judgement, code: str
) -> None:
    so_far = judged_so_far(MATERIALS, replace(IN_ORDER, beyond=(ASKED, beyond)))
    assert not so_far.is_whole
    assert [(at, message.code) for at, message in so_far.unfounded.items()] == [(1, code)]
    assert len(so_far.findings.shortcomings) == 1


def test_another_verdict_leaves_what_is_beyond_the_list() -> None:
    assert replace(IN_ORDER, beyond=(ASKED,)).judged(1, Verdict.MISSING).beyond == (ASKED,)


async def test_drafts_outlive_the_program(tmp_path: Path) -> None:
    before = DraftFile(tmp_path / "state" / "drafts.json")
    draft = replace(WRONG, beyond=(ASKED, NOT_SAID_YET))
    before.put("a", draft, TODAY)
    await before.write()
    assert DraftFile(tmp_path / "state" / "drafts.json").of("a") == draft


async def test_a_number_in_a_remark_is_masked_in_the_file_alone(tmp_path: Path) -> None:
    file = tmp_path / "drafts.json"
    typed = WRONG.with_text(1, "证件110101199003070038不清")
    drafts = DraftFile(file)
    drafts.put("a", typed, TODAY)
    await drafts.write()
    assert drafts.of("a") == typed
    assert "19900307" not in file.read_text("utf-8")
    assert DraftFile(file).of("a") == WRONG.with_text(1, "证件11**************38不清")


async def test_yesterdays_drafts_go(tmp_path: Path) -> None:
    drafts = DraftFile(tmp_path / "drafts.json")
    drafts.put("a", WRONG, TODAY)
    drafts.put("b", WRONG, TODAY + timedelta(days=1))
    assert (drafts.of("a"), drafts.of("b")) == (NOTHING_JUDGED, WRONG)


@pytest.mark.parametrize("content", [b"", b"{", b'{"day": "2026-03-18"', b'{"day": 3, "drafts": 4}'])
def test_a_damaged_file_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "drafts.json"
    path.write_bytes(content)
    assert DraftFile(path).of("a") == Draft()


async def test_a_disk_that_takes_nothing_is_told_and_forgets_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    drafts = DraftFile(tmp_path / "file" / "drafts.json")
    drafts.put("a", WRONG, date(2026, 3, 18))
    with pytest.raises(OSError, match="file"):
        await drafts.write()
    assert drafts.of("a") == WRONG
