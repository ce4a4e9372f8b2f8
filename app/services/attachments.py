"""Files of exception cases: added once, kept with their hash, read by whose business they are and on the record."""

import asyncio
import hashlib
from dataclasses import dataclass

from app.domain.attachment import (
    Attachment,
    AttachmentAction,
    AttachmentKind,
    AttachmentPlace,
    AttachmentState,
    file_name,
    kind_of,
    must_fit,
)
from app.domain.attachment_readers import must_read
from app.domain.errors import RuleBroken
from app.domain.events import Event, Fact, Topic
from app.domain.exception_case import ExceptionCase
from app.domain.exception_working import attach
from app.domain.free_text import said
from app.domain.ids import AttachmentId
from app.domain.staff import Permission
from app.ports.rows import AttachmentRow, ExceptionPage
from app.services.exception_at_work import save_case, take_case
from app.services.policy import hall_policy
from app.services.use_case import Command, Ports, Work, use_case


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it is now; ``content`` is None where it is not there, or where its folder is not ``known``."""

    attachment: Attachment
    content: bytes | None
    known: bool = True

    @property
    def state(self) -> AttachmentState:
        """Whether it is what was added."""
        if not self.known:
            return AttachmentState.NO_FOLDER
        if self.content is None:
            return AttachmentState.MISSING
        same = hashlib.sha256(self.content).hexdigest() == self.attachment.sha256
        return AttachmentState.WHOLE if same else AttachmentState.CHANGED


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that may be added, by what it holds and where it is to lie."""

    name: str
    kind: AttachmentKind
    content: bytes
    sha256: str
    place: AttachmentPlace


async def attach_file(
    ports: Ports, command: Command, number: str, name: str, content: bytes
) -> ExceptionPage:
    """Add a photo or scan to a case; it is checked by what it holds.

    Opening it and writing to the folder take their time: both are done before the case is locked.

    Raises:
        BadInput: empty, too large, neither JPEG, PNG nor PDF, or it does not open.
        RuleBroken: the case is on file, or the hall keeps files in a folder and this station knows none.
        DeviceFailed: the folder cannot be written.
    """
    command.actor.must(Permission.EXCEPTION_OPEN)
    await ports.readers.exception(number)  # nothing is kept for a case that is none
    checked = await check_file(ports, name, content)
    await keep_file(ports, checked)
    return await add_checked_file(ports, command, number, checked)


@use_case
async def add_checked_file(work: Work, number: str, file: CheckedFile) -> ExceptionPage:
    """Add a file that ``attach_file`` has checked, and has kept where it is to lie in the folder.

    Raises:
        RuleBroken: the case is on file.
    """
    at = await take_case(work, number, Permission.EXCEPTION_OPEN)
    change = attach(at.case, file.name, at.by)
    attachment = Attachment(
        id=AttachmentId(work.u.new_id()),
        case=at.case.id,
        number=await work.u.attachments.count(at.case.id) + 1,
        name=file.name,
        kind=file.kind,
        size=len(file.content),
        sha256=file.sha256,
        added_by=work.actor.staff,
        added_at=at.by.now,
        place=file.place,
    )
    await work.u.attachments.add(attachment, file.content if file.place is AttachmentPlace.DATABASE else None)
    return await save_case(work, change)


async def read_attachment(ports: Ports, command: Command, number: str, attachment: int) -> StoredFile:
    """A file of a case, as it was added; who read it and when is written to the audit, for nothing in it is masked.

    Raises:
        NotPermitted: it is none of this person's business.
        NotFound: no such case, or no such file.
        RuleBroken: it is missing, it is no longer what was added, or this station knows no folder of files.
        DeviceFailed: it is there and cannot be read.
    """
    command.actor.must(Permission.EXCEPTION_OPEN)
    case, found, content = await _found(ports, number, attachment)
    must_read(case, found, command.actor)
    file = await _stored(ports, found, content)
    if file.state is not AttachmentState.WHOLE:
        raise RuleBroken(f"attachment.rule.{file.state}", name=found.name)
    facts = dict[str, Fact](number=number, attachment=attachment)
    async with ports.uow() as u:
        u.record(command.actor, Event(Topic.EXCEPTIONS, AttachmentAction.READ, case.id, facts))
        await u.commit()
    return file


async def file_states(ports: Ports, number: str) -> tuple[tuple[AttachmentRow, AttachmentState], ...]:
    """The files of a case, each with whether it is what was added; what they hold is not given out.

    Raises:
        NotFound: no such case.
    """
    page = await ports.readers.exception(number)
    return tuple([(row, await _state(ports, number, row.number)) for row in page.attachments])


async def _state(ports: Ports, number: str, attachment: int) -> AttachmentState:
    _, found, content = await _found(ports, number, attachment)
    return (await _stored(ports, found, content)).state


async def _found(
    ports: Ports, number: str, attachment: int
) -> tuple[ExceptionCase, Attachment, bytes | None]:
    """A file and its case, with the bytes where the database keeps them."""
    async with ports.uow() as u:
        case = await u.exceptions.by_number(number)
        return case, *await u.attachments.get(case.id, attachment)


async def _stored(ports: Ports, found: Attachment, content: bytes | None) -> StoredFile:
    """A file as it is now, whatever became of it."""
    if found.place is AttachmentPlace.DATABASE:
        return StoredFile(found, content)
    if ports.attachment_folder is None:
        return StoredFile(found, None, known=False)
    return StoredFile(found, await asyncio.to_thread(ports.attachment_folder.read, found.sha256))


async def check_file(ports: Ports, name: str, content: bytes) -> CheckedFile:
    """What may be added, by what it holds; nothing is written.

    Raises:
        BadInput: empty, too large, neither JPEG, PNG nor PDF, or it does not open.
        RuleBroken: the hall keeps files in a folder and this station knows none.
    """
    policy = await hall_policy(ports)
    must_fit(len(content), policy.attachment_megabytes)
    kind = kind_of(content)
    await asyncio.to_thread(ports.attachment_check.must_open, kind, content)
    place = AttachmentPlace.FOLDER if policy.attachments_in_folder else AttachmentPlace.DATABASE
    if place is AttachmentPlace.FOLDER and ports.attachment_folder is None:
        raise RuleBroken("attachment.rule.no_folder")
    # A name is typed freely: it stands on screens and paper, where no personal value may.
    named = said(file_name(name)) or f"{kind}"
    return CheckedFile(named, kind, content, hashlib.sha256(content).hexdigest(), place)


async def keep_file(ports: Ports, file: CheckedFile) -> None:
    """Let the bytes lie in the folder, where they are to, before the database speaks of them.

    One too many does no harm.

    Raises:
        DeviceFailed: the folder cannot be written.
    """
    if file.place is not AttachmentPlace.FOLDER:
        return
    if ports.attachment_folder is None:
        raise RuleBroken("attachment.rule.no_folder")
    await asyncio.to_thread(ports.attachment_folder.keep, file.sha256, file.content)
