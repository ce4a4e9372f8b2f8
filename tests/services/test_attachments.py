"""Files of exceptions: judged by what they hold, kept in the database or a folder, and told when they changed."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.attachment_folder import HashedFolder
from app.domain.attachment import AttachmentKind, AttachmentPlace, AttachmentState
from app.domain.errors import BadInput, NotFound
from app.domain.exception_table import ExceptionAction
from app.services.attachments import attach_file, file_states, whole_file
from app.services.exceptions import answer_exception, close_exception, take_exception
from app.services.issue_ticket import ANYBODY
from tests.photos import PHOTO, image, scan, vast
from tests.refusals import refused
from tests.services.at_work import CLERK, GUIDE, SUPERVISOR, HallAtWork
from tests.services.test_exception_working import set_up
from tests.services.test_exceptions import assigned, opened


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("票.jpg", image("JPEG"), AttachmentKind.JPEG),
        ("票.exe", PHOTO, AttachmentKind.PNG),
        ("C:\\扫描\\一次告知.pdf", scan(), AttachmentKind.PDF),
    ],
)
async def test_known_by_what_it_holds(
    hall: HallAtWork, name: str, content: bytes, kind: AttachmentKind
) -> None:
    number = (await opened(hall)).row.number
    page = await hall.do(GUIDE, attach_file, number, name, content)
    (row,) = page.attachments
    assert (row.number, row.name, row.kind, row.size) == (1, name.rsplit("\\", 1)[-1], kind, len(content))
    assert row.sha256 == hashlib.sha256(content).hexdigest()
    assert (page.steps[-1].action, page.steps[-1].text) == (ExceptionAction.ATTACH, row.name)
    assert (await whole_file(hall.ports, number, 1)).content == content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"GIF89a", "kind"),
        (PHOTO[:45], "broken"),
        (image("JPEG")[:200], "broken"),
        (b"%PDF-1.7 nothing", "broken"),
        (vast(), "pixels"),
    ],
)
async def test_what_does_not_open_is_refused(hall: HallAtWork, content: bytes, code: str) -> None:
    number = (await opened(hall)).row.number
    with refused(f"attachment.rule.{code}", BadInput):
        await hall.do(GUIDE, attach_file, number, "photo.jpg", content)
    assert (await hall.ports.readers.exception(number)).attachments == ()


async def test_no_larger_than_the_hall_takes(hall: HallAtWork) -> None:
    await set_up(hall, attachment_megabytes=1)
    number = (await opened(hall)).row.number
    with refused("attachment.rule.size", BadInput, megabytes=1):
        await hall.do(GUIDE, attach_file, number, "scan.pdf", scan() + b"\n" * 1024 * 1024)


async def test_a_case_on_file_takes_no_more(hall: HallAtWork) -> None:
    number = (await assigned(hall, visitor=ANYBODY)).row.number
    await hall.do(CLERK, take_exception, number)
    await hall.do(CLERK, answer_exception, number, "已办")
    await hall.do(SUPERVISOR, close_exception, number)
    with refused("exception.rule.transition"):
        await hall.do(GUIDE, attach_file, number, "photo.png", PHOTO)


async def test_kept_in_a_folder_and_told_when_it_changed_or_is_gone(hall: HallAtWork, tmp_path: Path) -> None:
    hall = replace(
        hall,
        hall=replace(
            hall.hall, ports=replace(hall.ports, attachment_folder=HashedFolder(tmp_path / "files"))
        ),
    )
    first = (await opened(hall)).row.number
    await hall.do(GUIDE, attach_file, first, "早先.png", image(colour="red"))
    await set_up(hall, attachments_in_folder=1)
    page = await hall.do(GUIDE, attach_file, first, "照片.png", PHOTO)
    assert [row.place for row in page.attachments] == [AttachmentPlace.DATABASE, AttachmentPlace.FOLDER]
    assert (await whole_file(hall.ports, first, 2)).content == PHOTO
    (kept,) = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    kept.write_bytes(b"something else")
    with refused("attachment.rule.changed", name="照片.png"):
        await whole_file(hall.ports, first, 2)
    kept.unlink()
    with refused("attachment.rule.missing", name="照片.png"):
        await whole_file(hall.ports, first, 2)
    states = [state for _, state in await file_states(hall.ports, first)]
    assert states == [AttachmentState.WHOLE, AttachmentState.MISSING]
    await hall.do(GUIDE, attach_file, first, "照片.png", PHOTO)
    assert (await whole_file(hall.ports, first, 2)).content == PHOTO


async def test_a_station_without_the_folder_says_so(hall: HallAtWork) -> None:
    await set_up(hall, attachments_in_folder=1)
    hall = replace(hall, hall=replace(hall.hall, ports=replace(hall.ports, attachment_folder=None)))
    number = (await opened(hall)).row.number
    with refused("attachment.rule.no_folder"):
        await hall.do(GUIDE, attach_file, number, "photo.png", PHOTO)


async def test_there_is_no_other_file(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    with refused("attachment.rule.none", NotFound, attachment=1):
        await whole_file(hall.ports, number, 1)
