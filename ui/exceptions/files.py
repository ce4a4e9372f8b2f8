"""The files of a case: added, opened, and saved elsewhere."""

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import Protocol

from app.domain.attachment import AttachmentKind, file_name
from app.domain.free_text import said
from app.domain.message import Message
from app.ports.errors import DeviceFailed
from app.ports.files import reason_of, write_new_file
from app.ports.rows import ExceptionPage
from app.services.attachments import StoredFile, attach_file, read_attachment
from app.services.use_case import Command
from ui.exceptions.listing import ExceptionListing
from ui.exceptions.state import ExceptionsState
from ui.one_command import Commands
from ui.worklist.desk import Desk


class FilesView(Protocol):
    """What the presenter needs of a screen that shows files."""

    def open_file(self, path: Path) -> None:
        """Open a file with the system's own program."""


class CaseFiles:
    """Adds one file after the other; ``folder`` holds copies for the system's own programs to open."""

    def __init__(
        self,
        desk: Desk[ExceptionsState],
        view: FilesView,
        commands: Commands,
        listing: ExceptionListing,
        folder: Path,
    ) -> None:
        self._desk, self._view, self._commands = desk, view, commands
        self._listing, self._folder = listing, folder

    def add(self, paths: Sequence[Path]) -> None:
        """Add files to the case on the page, each as a command of its own; one that is refused ends it.

        All go to this case, whatever is looked at meanwhile; what is left out is named.
        """
        page = self._desk.state.page
        if page is not None and paths:
            self._add(page.row.number, paths)

    def _add(self, number: str, paths: Sequence[Path]) -> None:
        first, *others = paths
        told = partial(_told, number, first, others)
        if self._desk.state.busy:
            self._desk.change(problem=told(Message("exceptions.files.busy")))
            return
        try:
            content = first.read_bytes()
        except OSError as error:
            problem = Message("device.file_unreadable", {"path": str(first), "reason": reason_of(error)})
            self._desk.change(problem=told(problem))
            return
        self._commands.give(
            ("attach", number, first, content),
            lambda command: attach_file(self._desk.ports, command, number, first.name, content),
            lambda done: self._added(done, others),
            told,
        )

    def open(self, attachment: int) -> None:
        """Open a copy of a file with the system's own program; it is written down who read it."""
        self._desk.change(problem=None)
        self._desk.look(lambda: self._open(attachment), "open a file")

    def save(self, attachment: int, path: Path) -> None:
        """Write a file elsewhere, which is written down too; nothing that is there is written over."""
        self._desk.change(problem=None)
        self._desk.look(lambda: self._save(attachment, path), "save a file")

    def forget(self) -> None:
        """Somebody came or left: nobody sees another's photos, and no copy waits for the next person."""
        self._desk.change(photos={})
        self.remove_copies()

    def remove_copies(self) -> None:
        """Remove what was opened; a copy that a program still holds goes at the next start."""
        rmtree(self._folder, ignore_errors=True)

    def _added(self, page: ExceptionPage, others: Sequence[Path]) -> None:
        number = page.row.number
        self._listing.show_page(page)
        self._desk.view.say(
            Message("exceptions.files.added", {"name": page.attachments[-1].name, "number": number})
        )
        if others:
            self._add(number, others)

    async def _open(self, attachment: int) -> None:
        order, file = await self._read(attachment)
        path = self._folder / f"{attachment}-{file_name(file.attachment.name)}"
        await asyncio.to_thread(_put, path, file.content or b"")
        if self._desk.session.actor != order.actor:
            self.remove_copies()  # who asked for it has left meanwhile
            return
        self._view.open_file(path)
        self._show_small(file)

    def _show_small(self, file: StoredFile) -> None:
        """From now on it is recognised by its picture.

        Not before it was opened: whoever sees what a file holds has read it, which is to be wanted and written down.
        """
        if self._desk.state.page is None or file.attachment.kind is AttachmentKind.PDF:
            return
        of_page = {row.sha256 for row in self._desk.state.page.attachments}
        photos = {sha256: photo for sha256, photo in self._desk.state.photos.items() if sha256 in of_page}
        self._desk.change(photos=photos | {file.attachment.sha256: file.content})

    async def _save(self, attachment: int, path: Path) -> None:
        _, file = await self._read(attachment)
        await asyncio.to_thread(write_new_file, path, file.content or b"")
        self._desk.view.say(Message("exceptions.files.saved", {"path": str(path)}))

    async def _read(self, attachment: int) -> tuple[Command, StoredFile]:
        assert self._desk.state.page is not None, "its files are in sight"
        number, order = self._desk.state.page.row.number, self._desk.session.command()
        return order, await read_attachment(self._desk.ports, order, number, attachment)


def _told(number: str, first: Path, others: Sequence[Path], problem: Message) -> Message:
    """The problem of a file by its name, and the files that were to follow it."""
    told = {"number": number, "name": said(first.name), "problem": problem}
    if not others:
        return Message("exceptions.files.refused", told)
    names = "、".join(said(path.name) for path in others)
    return Message("exceptions.files.left_out", {**told, "names": names})


def _put(path: Path, content: bytes) -> None:
    """Only who runs the station reads the copy."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.touch(mode=0o600, exist_ok=False)
        path.write_bytes(content)
    except OSError as error:
        raise DeviceFailed("device.file_failed", path=str(path), reason=reason_of(error)) from error
