"""Similar cases appear while one types, and beside the case that is looked at."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.ports.case_search import SimilarCase
from app.ports.errors import DatabaseAway
from app.ports.readers import Readers
from app.ports.rows import SearchedCase
from app.services.exception_groups import create_group
from tests.ui.exceptions.hall import SUPERVISOR, HallAtWork
from tests.ui.exceptions.office import Office, office_in
from tests.ui.exceptions.station import station_in
from ui import similar
from ui.exceptions.drafts import NOTHING_NEW, NewCase
from ui.exceptions.state import Pane
from ui.similar_card import About
from ui.widgets.chip import Chip

KNOWN = "EX036"
"""House and door number are written differently."""
TOLD = "房产证地址和门牌号写法不一样，户口落不了"


def _numbers(found: tuple[SimilarCase, ...]) -> list[str]:
    return [one.case.number for one in found]


async def test_known_and_own_cases_appear_while_one_types(office: Office, hall: HallAtWork) -> None:
    own = await hall.open("房产证与门牌证写法不一致")
    registering = office.presenter.registering
    registering.open()
    for end in range(1, len(TOLD) + 1):
        registering.write(NewCase(TOLD[:end]))
    state = await office.until(lambda s: s.similar)
    assert {own, KNOWN} <= set(_numbers(state.similar))
    assert state.pane is Pane.NEW


async def test_a_form_begun_anew_has_nothing_beside_it(office: Office) -> None:
    registering = office.presenter.registering
    registering.open()
    registering.write(NewCase(TOLD))
    await office.until(lambda s: s.similar)
    registering.clear()
    state = await office.until(lambda s: not s.similar)
    assert state.new == NOTHING_NEW


async def test_what_was_typed_last_time_is_looked_for_again(office: Office) -> None:
    office.presenter.typed.write_new(NewCase(TOLD))
    office.presenter.registering.open()
    await office.until(lambda s: KNOWN in _numbers(s.similar))


class LostReads:
    """The hall's readers, whose first answers about cases to be searched get lost on the way."""

    def __init__(self, real: Readers, losses: int) -> None:
        self._real, self.losses = real, losses

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    async def searched_cases(self, limit: int) -> Sequence[SearchedCase]:
        found = await self._real.searched_cases(limit)
        if self.losses:
            self.losses -= 1
            raise DatabaseAway("database.away")
        return found


async def test_what_the_database_did_not_answer_is_found_though_no_letter_follows(
    hall: HallAtWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(similar, "AGAIN", 0.0)
    lossy: Any = LostReads(hall.hall.ports.readers, losses=2)
    async with office_in(hall, tmp_path, SUPERVISOR, replace(hall.hall.ports, readers=lossy)) as office:
        office.presenter.registering.open()
        office.presenter.registering.write(NewCase(TOLD))
        await office.until(lambda s: KNOWN in _numbers(s.similar))
    assert lossy.losses == 0


async def test_beside_a_case_stand_those_like_it_but_not_itself(office: Office, hall: HallAtWork) -> None:
    first, second = await hall.open(TOLD), await hall.open(TOLD)
    await office.look_at(first)
    state = await office.until(lambda s: s.alike_to == first)
    assert second in _numbers(state.alike)
    assert first not in _numbers(state.alike)
    await office.look_at(second)
    state = await office.until(lambda s: s.alike_to == second)
    assert second not in _numbers(state.alike)


def _words_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


async def test_they_stand_beside_the_form_and_the_case_with_what_helped(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await hall.open(TOLD)
    page = await create_group(hall.hall.ports, await hall.order(SUPERVISOR), "地址库不一致", (number,))
    async with station_in(hall, tmp_path, SUPERVISOR) as station:
        await station.until(lambda s: s.alike_to == number)
        beside = _words_in(station.work.context)
        assert KNOWN in beside
        why = [chip.text() for chip in station.work.context.findChildren(Chip)]
        assert "相似描述" in why
        assert "先变更房产证地址，再落户。" in beside
        assert page.row.number in beside
        assert not station.work.alike.isVisible()
        station.room.presenter.registering.open()
        station.room.presenter.registering.write(NewCase(TOLD))
        await station.until(lambda s: s.similar)
        assert station.work.alike.isVisible()
        assert number in _words_in(station.work.alike)


async def test_where_there_is_no_room_beside_they_stand_in_the_form(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    async with station_in(hall, tmp_path, SUPERVISOR, size=(1000, 700)) as station:
        station.room.presenter.registering.open()
        await station.until(lambda s: s.pane is Pane.NEW)
        assert KNOWN not in _words_in(station.work.new)
        station.room.presenter.registering.write(NewCase(TOLD))
        await station.until(lambda s: s.similar)
        assert not station.work.alike.isVisible()
        assert KNOWN in _words_in(station.work.new)


def test_why_a_case_is_alike() -> None:
    case = SearchedCase("1", TOLD, "居民户口登记", "payment", "", is_open=True)
    assert About("payment", "居民户口登记").shared_with(case) == ["category", "item"]
    assert About("payment").shared_with(case) == ["category"]
    assert About("conduct", "社会保障卡申领").shared_with(case) == ["words"]
    assert About().shared_with(replace(case, item=None)) == ["words"]
