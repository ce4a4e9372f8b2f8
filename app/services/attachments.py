"""Files of exception cases: added once, kept with their hash, and told when they are not what was added."""

import asyncio
import hashlib
from dataclasses import dataclass

from app.domain.attachment import (
    Attachment,
    AttachmentPlace,
    AttachmentState,
    file_name,
    kind_of,
    must_fit,
)
from app.domain.errors import RuleBroken
from app.domain.exception_working import attach
from app.domain.ids import AttachmentId
from app.domain.policy import Policy
from app.domain.staff import Permission
from app.ports.rows import AttachmentRow, ExceptionPage
from app.services.exception_at_work import save_case, take_case
from app.services.use_case import Ports, Work, use_case


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it is now; ``content`` is None where it is not there."""

    attachment: Attachment
    content: bytes | None

    @property
    def state(self) -> AttachmentState:
        """Whether it is what was added."""
        if self.content is None:
            return AttachmentState.MISSING
        same = hashlib.sha256(self.content).hexdigest() == self.attachment.sha256
        return AttachmentState.WHOLE if same else AttachmentState.CHANGED


@use_case
async def attach_file(work: Work, number: str, name: str, content: bytes) -> ExceptionPage:
    """Add a photo or scan to a case; it is checked by what it holds.

    Raises:
        BadInput: empty, too large, neither JPEG, PNG nor PDF, or it does not open.
        RuleBroken: the case is on file, or the hall keeps files in a folder and this station knows none.
        DeviceFailed: the folder cannot be written.
    """
    at = await take_case(work, number, Permission.EXCEPTION_OPEN)
    must_fit(len(content), at.hall.policy.attachment_megabytes)
    kind = kind_of(content)
    await asyncio.to_thread(work.ports.attachment_check.must_open, kind, content)
    named = file_name(name) or f"{kind}"
    change = attach(at.case, named, at.by)
    attachment = Attachment(
        id=AttachmentId(work.u.new_id()),
        case=at.case.id,
        number=await work.u.attachments.count(at.case.id) + 1,
        name=named,
        kind=kind,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        added_by=work.actor.staff,
        added_at=at.by.now,
        place=_place(at.hall.policy),
    )
    await _keep(work, attachment, content)
    return await save_case(work, change)


async def stored_file(ports: Ports, number: str, attachment: int) -> StoredFile:
    """A file of a case as it is now, whatever became of it.

    Raises:
        NotFound: no such case, or no such file.
        DeviceFailed: it is there and cannot be read.
    """
    async with ports.uow() as u:
        case = await u.exceptions.by_number(number)
        found, content = await u.attachments.get(case.id, attachment)
    if found.place is AttachmentPlace.FOLDER and ports.attachment_folder is not None:
        content = await asyncio.to_thread(ports.attachment_folder.read, found.sha256)
    return StoredFile(found, content)


async def whole_file(ports: Ports, number: str, attachment: int) -> StoredFile:
    """A file of a case, as it was added.

    Raises:
        NotFound: no such case, or no such file.
        RuleBroken: it is missing, or it is no longer what was added.
        DeviceFailed: it is there and cannot be read.
    """
    file = await stored_file(ports, number, attachment)
    if file.state is not AttachmentState.WHOLE:
        raise RuleBroken(f"attachment.rule.{file.state}", name=file.attachment.name)
    return file


async def file_states(ports: Ports, number: str) -> tuple[tuple[AttachmentRow, AttachmentState], ...]:
    """The files of a case, each with whether it is what was added.

    Raises:
        NotFound: no such case.
    """
    page = await ports.readers.exception(number)
    return tuple([(row, (await stored_file(ports, number, row.number)).state) for row in page.attachments])


def _place(policy: Policy) -> AttachmentPlace:
    return AttachmentPlace.FOLDER if policy.attachments_in_folder else AttachmentPlace.DATABASE


async def _keep(work: Work, attachment: Attachment, content: bytes) -> None:
    """The bytes lie in the folder before the database speaks of them: one too many does no harm."""
    if attachment.place is AttachmentPlace.DATABASE:
        await work.u.attachments.add(attachment, content)
        return
    folder = work.ports.attachment_folder
    if folder is None:
        raise RuleBroken("attachment.rule.no_folder")
    await asyncio.to_thread(folder.keep, attachment.sha256, content)
    await work.u.attachments.add(attachment, None)
