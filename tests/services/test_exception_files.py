"""Files given while a case is registered: checked before it is, added after it, once."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.attachment_folder import HashedFolder
from app.domain.errors import BadInput
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.ports.errors import DatabaseAway
from app.ports.queries import ExceptionQuery
from app.ports.rows import ExceptionPage
from app.ports.unit_of_work import UnitOfWork
from app.services.exception_files import GivenFile, open_with_files
from app.services.open_exception import open_exception
from app.services.use_case import Command, Ports
from tests.photos import PHOTO, scan
from tests.refusals import refused
from tests.services.at_work import GUIDE, HallAtWork
from tests.services.test_exception_working import set_up

PHOTO_FILE, SCAN = GivenFile("照片.png", PHOTO), GivenFile("回执.pdf", scan())


def opening(ports: Ports) -> Callable[[Command], Awaitable[ExceptionPage]]:
    """Registers a case."""
    told = ("刷卡失败", ExceptionCategory.PAYMENT, Channel.COUNTER)
    return lambda command: open_exception(ports, command, *told)


async def registered(hall: HallAtWork) -> int:
    """How many cases there are."""
    return len(await hall.ports.readers.exceptions(ExceptionQuery()))


async def test_registered_with_its_files_and_repeated_once(hall: HallAtWork) -> None:
    command = hall.command(GUIDE)
    for _ in range(2):
        done = await open_with_files(hall.ports, command, [PHOTO_FILE, SCAN], opening(hall.ports))
        assert done.problem is None
    page = await hall.ports.readers.exception(done.page.row.number)
    assert [file.name for file in page.attachments] == ["照片.png", "回执.pdf"]
    assert await registered(hall) == 1


async def test_a_file_that_cannot_be_added_stops_it_before_anything_is_written(hall: HallAtWork) -> None:
    files = [PHOTO_FILE, GivenFile("程序.png", b"MZ")]
    with refused("attachment.refused", BadInput, name="程序.png"):
        await open_with_files(hall.ports, hall.command(GUIDE), files, opening(hall.ports))
    await set_up(hall, attachments_in_folder=1)
    elsewhere = replace(hall.ports, attachment_folder=None)
    with refused("attachment.rule.no_folder"):
        await open_with_files(elsewhere, hall.command(GUIDE), [PHOTO_FILE], opening(elsewhere))
    assert await registered(hall) == 0


async def test_a_file_that_fails_afterwards_is_told_with_the_cases_number(
    hall: HallAtWork, tmp_path: Path
) -> None:
    await set_up(hall, attachments_in_folder=1)
    in_the_way = tmp_path / "files"
    in_the_way.write_text("no folder")
    ports = replace(hall.ports, attachment_folder=HashedFolder(in_the_way))
    done = await open_with_files(ports, hall.command(GUIDE), [PHOTO_FILE, SCAN], opening(ports))
    assert done.problem is not None
    assert done.problem.code == "attachment.not_added"
    assert done.problem.params["number"] == done.page.row.number
    assert done.problem.params["names"] == "照片.png、回执.pdf"
    assert await registered(hall) == 1


async def test_away_between_the_case_and_its_files_is_told_and_repeated(hall: HallAtWork) -> None:
    left = [1]

    def uow() -> UnitOfWork:
        if not left:
            raise DatabaseAway("database.rule.away")
        return hall.ports.uow()

    command, ports = hall.command(GUIDE), replace(hall.ports, uow=uow)

    async def and_then_away(order: Command) -> ExceptionPage:
        page = await opening(ports)(order)
        left.clear()
        return page

    with pytest.raises(DatabaseAway) as away:
        await open_with_files(ports, command, [PHOTO_FILE, SCAN], and_then_away)
    assert away.value.message.code == "attachment.away"
    assert away.value.message.params["names"] == "照片.png、回执.pdf"
    left.append(1)
    done = await open_with_files(ports, command, [PHOTO_FILE, SCAN], opening(ports))
    assert (len(done.page.attachments), await registered(hall)) == (2, 1)
