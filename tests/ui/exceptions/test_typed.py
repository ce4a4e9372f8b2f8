"""Nothing that was typed is lost: not by a refusal, a refresh, a lost answer, or a restart."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.bootstrap import open_hall
from app.domain.exception_category import ExceptionCategory
from app.domain.exception_table import ExceptionAction
from app.domain.message import Message
from app.ports.errors import DatabaseAway
from app.ports.unit_of_work import UnitOfWork
from app.services.staff import disable_staff
from tests.ui.exceptions.hall import (
    ADMINISTRATOR,
    CITIZEN,
    HANDLER,
    STATION,
    SUPERVISOR,
    HallAtWork,
    database_in,
)
from tests.ui.exceptions.office import Office, office_in
from ui.exceptions import rules
from ui.exceptions.drafts import NewCase
from ui.exceptions.state import Scope

NEW = NewCase(
    "提取公积金时名字对不上",
    "能用户口本证明，电话13912345678",
    ExceptionCategory.MANY_TRIPS,
    name="张三",
    phone="13912345678",
)


async def test_words_stay_when_a_rule_refuses_them(office: Office, hall: HallAtWork) -> None:
    number = await hall.open("刷不了卡")
    await office.look_at(number)
    office.fill("交给公安")
    await hall.triage(number)  # somebody else was faster
    await hall.assign(number)
    office.presenter.acting.act()
    state = await office.until(lambda s: not s.busy)
    assert state.problem is not None
    assert state.problem.code == "exception.rule.transition"
    assert state.draft.text == "交给公安"


async def test_each_case_keeps_its_own_words(office: Office, hall: HallAtWork) -> None:
    first, second = await hall.open("刷不了卡"), await hall.open("系统总退出")
    await office.look_at(first)
    office.fill("关于第一件")
    await office.look_at(second)
    assert office.state.draft.text == ""
    office.fill("关于第二件")
    await office.look_at(first)
    assert office.state.draft.text == "关于第一件"


async def test_words_go_along_to_another_action(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await hall.open("刷不了卡"))
    office.fill("已打电话")
    office.presenter.acting.choose(ExceptionAction.NOTE)
    assert office.state.draft.text == "已打电话"


async def test_words_outlive_a_change_made_elsewhere(office: Office, hall: HallAtWork) -> None:
    number = await hall.open("刷不了卡")
    await office.look_at(number)
    office.fill("先研判为系统故障")
    await hall.triage(number)
    office.presenter.read_again()
    state = await office.until(lambda s: rules.action_of(s) is ExceptionAction.ASSIGN)
    assert state.draft.text == "先研判为系统故障"


async def test_words_outlive_a_restart_and_the_person_does_not(hall: HallAtWork, tmp_path: Path) -> None:
    number = await hall.open("刷不了卡")
    async with office_in(hall, tmp_path, SUPERVISOR) as office:
        await office.look_at(number)
        office.fill("写了一半，ID110101199003070038")
        office.presenter.typed.write_new(NEW)
    file = tmp_path / "drafts.json"
    assert file.stat().st_mode & 0o077 == 0
    assert "张三" not in file.read_text("utf-8")
    assert "13912345678" not in file.read_text("utf-8")
    assert "19900307" not in file.read_text("utf-8")
    async with office_in(hall, tmp_path, SUPERVISOR) as again:
        await again.look_at(number)
        assert again.state.draft.text == "写了一半，ID11**************38"
        assert again.state.new == replace(NEW, wish="能用户口本证明，电话139****5678", name="", phone="")


async def test_a_damaged_file_of_drafts_is_begun_anew(hall: HallAtWork, tmp_path: Path) -> None:
    (tmp_path / "drafts.json").write_text("{")
    async with office_in(hall, tmp_path, SUPERVISOR) as office:
        assert office.state.drafts == {}
        office.presenter.typed.write_new(NEW)
    assert json.loads((tmp_path / "drafts.json").read_text("utf-8"))["new"]["summary"] == NEW.summary


async def test_drafts_that_cannot_be_kept_are_told(office: Office, tmp_path: Path) -> None:
    (tmp_path / "drafts.json").mkdir()
    office.presenter.typed.write_new(NEW)
    await office.presenter.typed.write()
    assert office.state.problem == Message(
        "worklist.drafts_not_kept", {"reason": Message("file.reason.is_a_folder")}
    )
    assert office.state.new == NEW
    (tmp_path / "drafts.json").rmdir()


class LostAnswers:
    """Units of work whose first commits happen, while their answers get lost on the way."""

    def __init__(self, real: Callable[[], UnitOfWork], losses: int) -> None:
        self._real, self.losses = real, losses

    def __call__(self) -> Any:
        unit = self._real()
        commit = unit.commit

        async def commit_and_lose() -> None:
            await commit()
            if self.losses:
                self.losses -= 1
                raise DatabaseAway("database.away")

        unit.commit = commit_and_lose  # type: ignore[method-assign]
        return unit


async def test_a_command_whose_answer_was_lost_is_done_once(hall: HallAtWork, tmp_path: Path) -> None:
    number = await hall.open("刷不了卡")
    lossy = LostAnswers(hall.hall.ports.uow, losses=1)
    async with office_in(hall, tmp_path, SUPERVISOR, replace(hall.hall.ports, uow=lossy)) as office:
        await office.look_at(number)
        office.presenter.acting.choose(ExceptionAction.NOTE)
        office.fill("打过电话")
        office.presenter.acting.act()
        await office.until(lambda s: s.unconfirmed)
        assert office.state.draft.text == "打过电话"
        office.presenter.commands.repeat()
        await office.until(lambda s: not s.busy)
    notes = [step for step in (await hall.page(number)).steps if step.action is ExceptionAction.NOTE]
    assert [note.text for note in notes] == ["打过电话"]


async def test_who_gives_up_waiting_keeps_the_words(hall: HallAtWork, tmp_path: Path) -> None:
    number = await hall.open("刷不了卡")
    lossy = LostAnswers(hall.hall.ports.uow, losses=9)
    async with office_in(hall, tmp_path, HANDLER, replace(hall.hall.ports, uow=lossy)) as office:
        await office.look_at(number)
        office.fill("打过电话")
        office.presenter.acting.act()
        await office.until(lambda s: s.unconfirmed)
        office.presenter.commands.give_up()
        state = await office.until(lambda s: not s.busy)
        assert state.problem == Message("worklist.unconfirmed.given_up")
        assert state.draft.text == "打过电话"


async def test_the_same_again_after_giving_up_is_done_once(hall: HallAtWork, tmp_path: Path) -> None:
    number = await hall.open("刷不了卡")
    lossy = LostAnswers(hall.hall.ports.uow, losses=1)
    async with office_in(hall, tmp_path, HANDLER, replace(hall.hall.ports, uow=lossy)) as office:
        await office.look_at(number)
        office.presenter.acting.choose(ExceptionAction.NOTE)
        office.fill("打过电话")
        office.presenter.acting.act()
        await office.until(lambda s: s.unconfirmed)
        office.presenter.commands.give_up()
        await office.until(lambda s: not s.busy)
        office.presenter.acting.act()
        await office.until(lambda s: not s.busy)
        assert office.state.problem is None
    notes = [step for step in (await hall.page(number)).steps if step.action is ExceptionAction.NOTE]
    assert [note.text for note in notes] == ["打过电话"]


async def test_a_double_press_gives_one_command(office: Office, hall: HallAtWork) -> None:
    number = await hall.open("刷不了卡", visitor=CITIZEN)
    await office.look_at(number)
    office.presenter.acting.choose(ExceptionAction.NOTE)
    office.fill("打过电话")
    office.presenter.acting.act()
    office.presenter.acting.act()
    await office.until(lambda s: not s.busy)
    assert [step.action for step in (await hall.page(number)).steps] == [
        ExceptionAction.OPEN,
        ExceptionAction.NOTE,
    ]


async def test_who_is_disabled_meanwhile_is_shown_the_door(
    hall: HallAtWork, hall_folder: Path, office: Office
) -> None:
    url, key = database_in(hall_folder)
    async with open_hall(url, key, "elsewhere", "zh", hall.clock) as elsewhere:
        order = await HallAtWork(elsewhere, hall.clock).order(ADMINISTRATOR)
        await disable_staff(elsewhere.ports, order, SUPERVISOR)
        state = await office.until(lambda s: s.actor is None and s.signing_in.problem)
    assert state.signing_in.problem == Message("staff.rule.disabled", {"number": SUPERVISOR})


async def test_a_change_made_at_another_station_of_the_same_name_is_seen(
    hall: HallAtWork, hall_folder: Path, office: Office
) -> None:
    office.presenter.listing.show(Scope.OPEN)
    url, key = database_in(hall_folder)
    async with open_hall(url, key, STATION, "zh", hall.clock) as elsewhere:
        other = HallAtWork(elsewhere, hall.clock)
        number = await other.open("别处登记的")
        await office.until(lambda s: [row.number for row in s.rows or ()] == [number])
