"""A material that this person does not need is neither missing nor demanded, and that outlives a restart."""

from dataclasses import replace
from pathlib import Path

from app.texts import Texts
from tests.ui.guide_desk.scenes import TRANSFER, guide_of, item_row
from ui.guide_desk.draft import ErrandDraft
from ui.guide_desk.keeping import NOTHING_KEPT, KeptDraft, KeptErrand
from ui.guide_desk.phrases import precheck_text
from ui.kept_file import KeptFile

WORDS = Texts("zh")
ERRAND = ErrandDraft(item_row(TRANSFER)).learn(guide_of(TRANSFER))
EVERY = frozenset(m.number for m in ERRAND.materials)


def test_what_is_set_aside_is_neither_needed_nor_missing() -> None:
    apart = ERRAND.tick(1, True).set_aside(2, True)
    assert {m.number for m in apart.missing} == {m.number for m in ERRAND.needed} - {1, 2}
    assert precheck_text(WORDS, apart).startswith(f"已带 1 / {len(ERRAND.needed) - 1}，")


def test_a_material_is_brought_or_set_aside_but_not_both() -> None:
    apart = ERRAND.tick(1, True).set_aside(1, True)
    assert (apart.brought, apart.not_applicable) == (frozenset(), {1})
    back = apart.tick(1, True)
    assert (back.brought, back.not_applicable) == ({1}, frozenset())
    assert apart.set_aside(1, False).not_applicable == frozenset()


def test_everything_brought_means_everything_needed() -> None:
    apart = ERRAND.set_aside(2, True).tick_all()
    assert (apart.brought, apart.not_applicable, apart.missing) == (EVERY - {2}, {2}, ())
    assert apart.tick_all().brought == frozenset()


def test_another_situation_keeps_what_it_also_asks_for() -> None:
    item = guide_of(TRANSFER)
    first, second = item.situations[:2]
    only = next(iter(set(first.materials) - set(second.materials)))
    apart = ErrandDraft(item_row(TRANSFER), item).choose(first.name).set_aside(only, True).set_aside(1, True)
    assert apart.choose(second.name).not_applicable == {1}


def test_a_list_of_which_nothing_is_needed_asks_for_a_second_look() -> None:
    none = replace(ERRAND, brought=frozenset(), not_applicable=EVERY)
    assert none.nothing_applies
    assert not none.missing
    assert precheck_text(WORDS, none) == "都不需要，请核对事项"
    assert not ERRAND.nothing_applies


async def test_the_kept_draft_of_an_older_version_is_read(tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    path.write_text('{"errands": [{"item": "IT008", "situation": null, "brought": [1]}], "at": 0}')
    kept = KeptFile(path, KeptDraft, NOTHING_KEPT)
    assert kept.read() == KeptDraft((KeptErrand("IT008", None, frozenset({1})),))
    newer = KeptDraft((KeptErrand("IT008", None, frozenset({1}), frozenset({2})),))
    await kept.write(newer)
    assert kept.read() == newer
