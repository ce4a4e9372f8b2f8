"""Finding items by name, code, pinyin and initials; what is usually taken stands first."""

import pytest

from tests.ui.guide_desk.desk_at_work import DeskAtWork
from tests.ui.guide_desk.morning import TRANSFER, Morning
from ui.guide_desk.state import GroupKind


def found(desk: DeskAtWork, kind: GroupKind) -> list[str]:
    """The codes in one section."""
    return [hit.code for group in desk.state.groups if group.kind is kind for hit in group.hits]


@pytest.mark.parametrize("typed", ["bdc", "不动产", "budongchan", "it008"])
def test_an_item_is_found_by_what_one_types(desk: DeskAtWork, typed: str) -> None:
    desk.presenter.search(typed)
    assert TRANSFER in found(desk, GroupKind.NAME)


def test_materials_have_a_section_of_their_own(desk: DeskAtWork) -> None:
    desk.presenter.search("不动产")
    hits = [hit for group in desk.state.groups if group.kind is GroupKind.MATERIAL for hit in group.hits]
    assert hits
    assert all("不动产" in hit.mention for hit in hits)


def test_nothing_found_shows_nothing(desk: DeskAtWork) -> None:
    desk.presenter.search("qqqq")
    assert desk.state.groups == ()


async def test_what_is_taken_here_stands_first(desk: DeskAtWork, morning: Morning) -> None:
    assert found(desk, GroupKind.USUAL) == []
    await morning.ticket("IT004")
    await morning.ticket(TRANSFER)
    await morning.ticket(TRANSFER)
    await desk.presenter.read_desk()
    assert found(desk, GroupKind.USUAL) == [TRANSFER, "IT004"]
    everything = found(desk, GroupKind.USUAL) + found(desk, GroupKind.ALL)
    assert len(everything) == len(set(everything))


async def test_what_was_chosen_outlives_a_restart(desk: DeskAtWork) -> None:
    await desk.pick(TRANSFER)
    desk.presenter.tick(1, True)
    await desk.settled()
    again = desk.restarted()
    await again.read_items()
    (errand,) = again.state.draft.errands
    assert (errand.code, errand.brought) == (TRANSFER, {1})
    assert errand.item is not None
