"""Paper that is kept as PDF files: a folder instead of a printer, or one file that was named."""

import asyncio
import os
import re
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from app.ports.errors import DeviceFailed
from app.ports.files import reason_of

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_NAME = 60  # characters: file systems allow 255 bytes, and one character takes up to four


class FolderPaper:
    """Puts every document into a folder under its title; nothing that is there is written over."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def deliver(self, pdf: bytes, title: str) -> str:
        return str(await asyncio.to_thread(self._keep, pdf, title))

    def _keep(self, pdf: bytes, title: str) -> Path:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _failed(self._folder, error) from error
        path = self._free_name(_NOT_IN_NAMES.sub("_", title).strip(" .")[:_LONGEST_NAME] or "document")
        write_file(path, pdf)
        return path

    def _free_name(self, name: str) -> Path:
        path, count = self._folder / f"{name}.pdf", 1
        while path.exists():
            count += 1
            path = self._folder / f"{name}-{count}.pdf"
        return path


class FilePaper:
    """Puts the document into one named file and replaces what was there."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def deliver(self, pdf: bytes, title: str) -> str:
        await asyncio.to_thread(write_file, self._path, pdf)
        return str(self._path)


def write_file(path: Path, content: bytes) -> None:
    """Write a file as a whole: a full disk leaves what was there before, never half a document.

    Raises:
        DeviceFailed: it cannot be written; tells the path, why, and what to do.
    """
    try:
        if path.exists() and not path.is_file():  # a device or a pipe: there is nothing to replace
            path.write_bytes(content)
        else:
            _replace(path, content)
    except OSError as error:
        raise _failed(path, error) from error


def _replace(path: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as aside:
        try:
            aside.write(content)
            aside.flush()
            os.fsync(aside.fileno())
        except OSError:
            aside.close()
            with suppress(OSError):
                Path(aside.name).unlink()
            raise
    Path(aside.name).replace(path)


def _failed(path: Path, error: OSError) -> DeviceFailed:
    return DeviceFailed("device.file_failed", path=str(path), reason=reason_of(error))
