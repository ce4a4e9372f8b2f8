"""Working on a case at the station: contact, parts of others, negative answers, extension, files."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.exception_category import Category
from app.domain.exception_table import ExceptionAction, ExceptionState
from app.domain.exception_terms import ExceptionLevel, Rung
from app.domain.message import Message
from app.domain.worklist import Urgency
from app.services.exception_clock import sweep_exceptions
from app.settings import config_folder
from app.texts import Texts
from tests.photos import PHOTO, image
from tests.ui import worklists
from tests.ui.exceptions.hall import CITIZEN, HANDLER, NOW, OTHER_CLERK, SUPERVISOR, HallAtWork
from tests.ui.exceptions.office import Office
from ui.exception_words import category_options
from ui.exceptions import rules
from ui.exceptions.presenter import OPENED

_A, _S = ExceptionAction, ExceptionState


async def in_hand(hall: HallAtWork, level: ExceptionLevel = ExceptionLevel.ORDINARY) -> str:
    number = await hall.open("户口迁入两次没办成", visitor=CITIZEN, level=level)
    await hall.triage(number, level)
    await hall.assign(number)
    await hall.take(number)
    return number


def offered(office: Office) -> dict[ExceptionAction, str | None]:
    return {offer.action: offer.barred.code if offer.barred else None for offer in rules.offers(office.state)}


async def test_contact_is_owed_first_and_today(office: Office, hall: HallAtWork) -> None:
    number = await in_hand(hall)
    await office.work_as(HANDLER)
    await office.look_at(number)
    assert rules.action_of(office.state) is _A.CONTACT
    assert rules.urgency(office.state, office.state.page.row) is Urgency.TODAY
    await office.act()
    assert office.state.problem is not None
    await office.act("已电话联系，本人下午在家")
    assert office.state.page.row.contact_by is None
    assert rules.action_of(office.state) is _A.ANSWER


async def test_who_takes_a_case_from_its_handler_is_asked_why(office: Office, hall: HallAtWork) -> None:
    number = await in_hand(hall)
    await office.look_at(number)
    office.presenter.acting.choose(_A.ASSIGN)
    office.fill(handler=OTHER_CLERK)
    office.presenter.acting.act()
    assert (office.state.busy, office.state.problem) == (False, Message("exception.rule.say_why"))
    assert office.view.focused[-1] == "action"
    await office.act("原承办人休假", handler=OTHER_CLERK)
    assert office.state.page.row.owner == OTHER_CLERK


async def test_a_part_is_asked_for_answered_and_only_then_the_person(
    office: Office, hall: HallAtWork
) -> None:
    number = await in_hand(hall)
    await office.look_at(number)
    await office.choose(_A.JOIN, "核对档案")
    assert office.state.problem.code == "exceptions.lacking.handler"
    await office.act("核对档案", handler=OTHER_CLERK)
    assert offered(office)[_A.ANSWER] == "exception.rule.other_handler"
    assert _A.PART not in offered(office)

    await office.work_as(OTHER_CLERK)
    await office.look_at(number)
    assert rules.is_mine(office.state.page.row, office.state.actor)
    assert rules.action_of(office.state) is _A.PART

    await office.work_as(HANDLER)
    await office.look_at(number)
    assert offered(office)[_A.ANSWER] == offered(office)[_A.DENY] == "exception.rule.parts_open"

    await office.work_as(OTHER_CLERK)
    await office.look_at(number)
    await office.act("档案一致")
    assert [part.answer for part in office.state.page.parts] == ["档案一致"]
    await office.work_as(HANDLER)
    await office.look_at(number)
    assert offered(office)[_A.ANSWER] is None


async def test_a_part_is_released(office: Office, hall: HallAtWork) -> None:
    number = await in_hand(hall)
    await hall.join(number, OTHER_CLERK, "核对档案")
    await office.look_at(number)
    await office.choose(_A.RELEASE, "已查到", handler=OTHER_CLERK)
    assert office.state.page.row.supporters == ()


async def test_a_negative_answer_waits_for_another(office: Office, hall: HallAtWork) -> None:
    number = await in_hand(hall)
    await office.work_as(HANDLER)
    await office.look_at(number)
    await office.choose(_A.DENY, "不能减免")
    assert office.state.problem.code == "exception.rule.basis"
    await office.act("不能减免", basis="税收征管法第三条")
    assert office.state.page.row.state is _S.FOR_SIGN_OFF
    assert offered(office)[_A.SIGN_OFF] == "staff.rule.not_permitted"
    await office.work_as(SUPERVISOR)
    await office.look_at(number)
    assert rules.action_of(office.state) is _A.SIGN_OFF
    await office.act()
    assert office.state.page.row.state is _S.ANSWERED


async def test_who_proposed_it_cannot_sign_it(office: Office, hall: HallAtWork) -> None:
    number = await hall.open("户口迁入两次没办成", visitor=CITIZEN)
    await hall.triage(number)
    await hall.assign(number, SUPERVISOR)
    await hall.take(number, SUPERVISOR)
    await hall.deny(number, "不能减免", "税收征管法第三条", SUPERVISOR)
    await office.look_at(number)
    assert offered(office)[_A.SIGN_OFF] == offered(office)[_A.REFUSE] == "exception.rule.sign_off_by_other"


async def test_extended_once_to_a_day_that_is_offered(office: Office, hall: HallAtWork) -> None:
    number = await in_hand(hall)
    await office.look_at(number)
    longest, *_, shortest = office.state.longer_days
    assert (len(office.state.longer_days), longest > shortest) == (5, True)
    await office.choose(_A.EXTEND, "等省平台，已电话告知", due=shortest)
    assert office.state.page.row.due.day == shortest
    assert _A.EXTEND not in offered(office)


async def test_what_came_up_to_the_office_is_the_offices_too(office: Office, hall: HallAtWork) -> None:
    hall.days_ago(20)
    number = await in_hand(hall)
    hall.at(NOW)
    await sweep_exceptions(hall.hall.ports)
    await office.look_at(number)
    row = office.state.page.row
    assert row.rung is Rung.DISTRICT
    assert rules.is_mine(row, await hall.actor(SUPERVISOR))
    assert not rules.is_mine(row, await hall.actor(OTHER_CLERK))


async def test_files_are_added_opened_and_saved(office: Office, hall: HallAtWork, tmp_path: Path) -> None:
    number = await hall.open("户口迁入两次没办成")
    await office.look_at(number)
    photo, text = tmp_path / "票.png", tmp_path / "说明.txt"
    photo.write_bytes(PHOTO)
    text.write_text("没有图")
    office.presenter.files.add([photo, text])
    state = await office.until(lambda s: s.problem is not None and not s.busy)
    assert (state.problem.code, state.problem.params["name"]) == ("exceptions.files.refused", "说明.txt")
    assert state.problem.params["problem"].code == "attachment.rule.kind"
    assert [file.name for file in state.page.attachments] == ["票.png"]
    assert state.photos == {}

    office.presenter.files.open(1)
    await office.until(lambda s: s.photos)
    assert list(office.state.photos.values()) == [PHOTO]
    assert office.view.opened[0].read_bytes() == PHOTO
    assert office.view.opened[0].stat().st_mode & 0o077 == 0
    office.presenter.files.save(1, tmp_path / "copy.png")
    await office.until(lambda s: (tmp_path / "copy.png").exists())
    office.presenter.files.save(1, tmp_path / "copy.png")
    assert (await office.until(lambda s: s.problem is not None)).problem.code == "device.file_exists"


async def test_nobody_reads_a_file_unknown(office: Office, hall: HallAtWork, tmp_path: Path) -> None:
    number = await hall.open("户口迁入两次没办成")
    await hall.attach(number, "票.png", PHOTO)
    await office.look_at(number)
    office.presenter.files.open(1)
    await office.until(lambda s: s.photos)
    (copy,) = office.view.opened
    assert copy.exists()
    office.presenter.signing.sign_out()
    assert (office.state.photos, copy.exists()) == ({}, False)
    office.presenter.files.save(1, tmp_path / "copy.png")
    problem = (await office.until(lambda s: s.problem is not None)).problem
    assert (problem.code, (tmp_path / "copy.png").exists()) == ("setup.rule.nobody_signed_in", False)
    await hall.note(number, "已核对", SUPERVISOR)
    office.presenter.read_again()
    await office.until(lambda s: s.page.steps[-1].text == "已核对")
    assert office.state.photos == {}


async def test_a_file_of_others_is_not_opened(office: Office, hall: HallAtWork, tmp_path: Path) -> None:
    number = await hall.open("户口迁入两次没办成")
    await hall.attach(number, "票.png", PHOTO)
    await office.work_as(HANDLER)
    await office.look_at(number)
    assert not rules.may_open(office.state, office.state.page.attachments[0])
    for ask in (
        office.presenter.files.open,
        lambda at: office.presenter.files.save(at, tmp_path / "copy.png"),
    ):
        ask(1)
        problem = (await office.until(lambda s: s.problem is not None)).problem
        assert (problem.code, problem.params) == ("attachment.rule.others", {"number": number})
    assert (office.view.opened, office.state.photos, (tmp_path / "copy.png").exists()) == ([], {}, False)
    await hall.triage(number)
    await hall.assign(number)
    office.presenter.read_again()
    await office.until(lambda s: rules.may_open(s, s.page.attachments[0]))


async def test_who_left_while_a_file_was_read_leaves_no_copy(office: Office, hall: HallAtWork) -> None:
    number = await hall.open("户口迁入两次没办成")
    await hall.attach(number, "票.png", PHOTO)
    await office.look_at(number)
    office.presenter.files.open(1)
    reading = next(task for task in asyncio.all_tasks() if task.get_name() == "open a file")
    await asyncio.sleep(0)
    office.presenter.signing.sign_out()
    async with asyncio.timeout(worklists.LONGEST):
        await reading
    assert (office.view.opened, office.state.photos) == ([], {})
    assert not any((config_folder() / OPENED).glob("*"))


async def test_a_file_that_cannot_be_read_is_said_to_be(
    office: Office, hall: HallAtWork, tmp_path: Path
) -> None:
    await office.look_at(await hall.open("户口迁入两次没办成"))
    office.presenter.files.add([tmp_path / "gone.png"])
    assert office.state.problem.params["problem"].code == "device.file_unreadable"


async def test_all_files_go_to_the_case_they_were_given_to_though_another_is_looked_at(
    office: Office, hall: HallAtWork, tmp_path: Path
) -> None:
    meant, other = await hall.open("户口迁入两次没办成"), await hall.open("刷卡交税失败")
    await office.look_at(meant)
    photos = [tmp_path / name for name in ("1.png", "2.png", "3.png")]
    for at, photo in enumerate(photos, 1):
        photo.write_bytes(image(side=at * 8))
    office.presenter.files.add(photos)
    await office.look_at(other)
    await office.until(lambda s: len(office.view.said) == len(photos) and not s.busy)
    assert [file.name for file in (await hall.page(meant)).attachments] == ["1.png", "2.png", "3.png"]
    assert (await hall.page(other)).attachments == ()
    assert (office.state.page.row.number, office.state.photos) == (other, {})
    assert {message.params["number"] for message in office.view.said} == {meant}


async def test_what_a_refused_file_leaves_out_is_named(
    office: Office, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await hall.open("户口迁入两次没办成")
    await office.look_at(number)
    text, photo = tmp_path / "说明.txt", tmp_path / "票 13800000621.png"
    text.write_text("没有图")
    photo.write_bytes(PHOTO)
    office.presenter.files.add([text, photo])
    office.presenter.files.add([photo])
    assert office.state.problem.params["problem"].code == "exceptions.files.busy"
    problem = (await office.until(lambda s: not s.busy and s.problem)).problem
    assert problem.code == "exceptions.files.left_out"
    assert Texts("zh")(problem) == (
        f"{number} 附件“说明.txt”：只收 JPEG、PNG 图片和 PDF，按文件内容判断。"
        "没有添加的其余文件：票 138****0621.png"
    )


@pytest.mark.parametrize("retired", [False, True])
async def test_the_halls_own_categories_are_offered(
    office: Office, hall: HallAtWork, *, retired: bool
) -> None:
    policy = replace(office.state.policy, exception_categories=(Category("tax", "办税", retired),))
    offered_now = [option.text for option in category_options(Texts("zh"), policy)]
    assert ("办税" in offered_now) is not retired
