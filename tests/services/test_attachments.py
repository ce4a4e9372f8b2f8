"""Files of exceptions: judged by what they hold, kept in the database or a folder, and told when they changed."""

import asyncio
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from app.adapters.attachment_folder import HashedFolder
from app.domain.attachment import AttachmentAction, AttachmentKind, AttachmentPlace, AttachmentState
from app.domain.errors import BadInput, NotFound, NotPermitted
from app.domain.exception_table import ExceptionAction
from app.domain.free_text import said
from app.domain.message import Message
from app.services.attachments import attach_file, file_states, read_attachment
from app.services.exception_working import answer_exception_part, join_exception
from app.services.exceptions import (
    answer_exception,
    assign_exception,
    close_exception,
    note_exception,
    return_exception,
    take_exception,
)
from app.services.issue_ticket import ANYBODY
from db.tables import audit_entries, exception_attachments
from tests.photos import PHOTO, image, scan, vast
from tests.refusals import refused
from tests.services.at_work import ADMINISTRATOR, CLERK, GUIDE, MATE, SUPERVISOR, HallAtWork, clerk_of
from tests.services.test_exception_working import set_up
from tests.services.test_exceptions import assigned, opened

LONGEST = 10.0
"""Seconds."""


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
    assert (await hall.do(CLERK, read_attachment, number, 1)).content == content


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
    assert (await hall.do(CLERK, read_attachment, first, 2)).content == PHOTO
    (kept,) = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    kept.write_bytes(b"something else")
    with refused("attachment.rule.changed", name="照片.png"):
        await hall.do(CLERK, read_attachment, first, 2)
    kept.unlink()
    with refused("attachment.rule.missing", name="照片.png"):
        await hall.do(CLERK, read_attachment, first, 2)
    states = [state for _, state in await file_states(hall.ports, first)]
    assert states == [AttachmentState.WHOLE, AttachmentState.MISSING]
    elsewhere = replace(hall.ports, attachment_folder=None)
    with refused("attachment.rule.no_folder"):
        await read_attachment(elsewhere, hall.command(CLERK), first, 2)
    states = [state for _, state in await file_states(elsewhere, first)]
    assert states == [AttachmentState.WHOLE, AttachmentState.NO_FOLDER]
    await hall.do(GUIDE, attach_file, first, "照片.png", PHOTO)
    assert (await hall.do(CLERK, read_attachment, first, 2)).content == PHOTO


async def test_a_station_without_the_folder_says_so(hall: HallAtWork) -> None:
    await set_up(hall, attachments_in_folder=1)
    hall = replace(hall, hall=replace(hall.hall, ports=replace(hall.ports, attachment_folder=None)))
    number = (await opened(hall)).row.number
    with refused("attachment.rule.no_folder"):
        await hall.do(GUIDE, attach_file, number, "photo.png", PHOTO)


async def test_there_is_no_other_file(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    with refused("attachment.rule.none", NotFound, attachment=1):
        await hall.do(CLERK, read_attachment, number, 1)


async def reads(hall: HallAtWork, who: str, number: str, attachment: int = 1) -> bool:
    """Whether this person is let read."""
    try:
        await hall.do(who, read_attachment, number, attachment)
    except NotPermitted as refusal:
        return refusal.message != Message("attachment.rule.others", {"number": number})
    return True


async def test_a_file_is_for_who_registered_the_case_who_added_it_and_who_directs(hall: HallAtWork) -> None:
    number = (await opened(hall, GUIDE)).row.number
    await hall.do(GUIDE, attach_file, number, "photo.png", PHOTO)
    await hall.do(CLERK, attach_file, number, "another.png", image(colour="red"))
    assert [await reads(hall, who, number) for who in (GUIDE, SUPERVISOR)] == [True, True]
    assert [await reads(hall, who, number) for who in (CLERK, MATE, ADMINISTRATOR)] == [False, False, False]
    assert [await reads(hall, who, number, 2) for who in (CLERK, GUIDE, MATE)] == [True, True, False]


async def test_a_file_is_for_who_has_or_had_the_case_or_a_part_of_it(hall: HallAtWork) -> None:
    number = (await assigned(hall, CLERK, who=GUIDE)).row.number
    await hall.do(GUIDE, attach_file, number, "photo.png", PHOTO)
    third = clerk_of(8)
    assert [await reads(hall, who, number) for who in (CLERK, MATE, third)] == [True, False, False]
    await hall.do(CLERK, return_exception, number, "不归我办")
    await hall.do(SUPERVISOR, assign_exception, number, MATE)
    await hall.do(MATE, take_exception, number)
    await hall.do(SUPERVISOR, join_exception, number, third, "核对档案")
    assert [await reads(hall, who, number) for who in (CLERK, MATE, third)] == [True, True, True]
    await hall.do(third, answer_exception_part, number, "档案一致")
    assert await reads(hall, third, number)
    page = await hall.ports.readers.exception(number)
    assert page.concerned == tuple(sorted((GUIDE, CLERK, MATE, third)))


async def test_who_reads_a_file_is_written_down(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    await hall.do(GUIDE, attach_file, number, "photo.png", PHOTO)
    await file_states(hall.ports, number)
    entries = select(audit_entries.c.actor_number).where(audit_entries.c.action == AttachmentAction.READ)
    async with hall.ports.uow() as u:
        assert (await u._t.execute(entries)).all() == []  # type: ignore[attr-defined]
    await hall.do(CLERK, read_attachment, number, 1)
    async with hall.ports.uow() as u:
        assert (await u._t.execute(entries)).scalars().all() == [CLERK]  # type: ignore[attr-defined]


async def test_a_number_in_a_files_name_is_masked(hall: HallAtWork) -> None:
    number = (await opened(hall)).row.number
    page = await hall.do(GUIDE, attach_file, number, "身份证 110101199003078494.png", PHOTO)
    assert "199003078494" not in repr(page)
    assert page.attachments[0].name == page.steps[-1].text == said("身份证 110101199003078494.png")


async def test_a_name_kept_before_names_were_masked_is_shown_masked(hall: HallAtWork) -> None:
    number, name = (await opened(hall)).row.number, "身份证 110101199003078494.png"
    await hall.do(CLERK, attach_file, number, "照片.png", PHOTO)
    async with hall.ports.uow() as u:
        await u._t.execute(update(exception_attachments).values(name=name))  # type: ignore[attr-defined]
        await u.commit()
    page, file = await hall.ports.readers.exception(number), await hall.do(CLERK, read_attachment, number, 1)
    assert page.attachments[0].name == file.attachment.name == said(name)


class Meanwhile:
    """The real check and the real folder; while either is busy, somebody else works on the case."""

    def __init__(self, hall: HallAtWork, number: str, folder: HashedFolder) -> None:
        self._hall, self._number, self._folder = hall, number, folder
        self._loop = asyncio.get_running_loop()

    def must_open(self, kind: AttachmentKind, content: bytes) -> None:
        self._note("检查时")
        self._hall.ports.attachment_check.must_open(kind, content)

    def keep(self, sha256: str, content: bytes) -> None:
        self._note("存放时")
        self._folder.keep(sha256, content)

    def read(self, sha256: str) -> bytes | None:
        return self._folder.read(sha256)

    def _note(self, text: str) -> None:
        noting = self._hall.do(CLERK, note_exception, self._number, text)
        asyncio.run_coroutine_threadsafe(noting, self._loop).result(LONGEST)


async def test_nobody_waits_while_a_file_is_opened_and_kept(hall: HallAtWork, tmp_path: Path) -> None:
    await set_up(hall, attachments_in_folder=1)
    number = (await opened(hall)).row.number
    slow = Meanwhile(hall, number, HashedFolder(tmp_path / "files"))
    ports = replace(hall.ports, attachment_check=slow, attachment_folder=slow)
    page = await attach_file(ports, hall.command(GUIDE), number, "photo.png", PHOTO)
    assert [step.text for step in page.steps[-3:]] == ["检查时", "存放时", "photo.png"]
