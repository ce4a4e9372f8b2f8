"""The folder beside the database: each file under its hash, so that none can take another's place."""

import hashlib
from pathlib import Path

from app.adapters.folder_paper import write_file
from app.ports.errors import DeviceFailed
from app.ports.files import reason_of


class HashedFolder:
    """``ab/abcdef…``: two digits part the files into folders that a person can still open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, sha256: str, content: bytes) -> None:
        path = self._path(sha256)
        if self._is_there(path, sha256):
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DeviceFailed(
                "device.file_failed", path=str(path.parent), reason=reason_of(error)
            ) from error
        write_file(path, content)

    def read(self, sha256: str) -> bytes | None:
        path = self._path(sha256)
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise DeviceFailed("device.file_unreadable", path=str(path), reason=reason_of(error)) from error

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def _is_there(self, path: Path, sha256: str) -> bool:
        """Whether the bytes are there already; a file that was changed is put right."""
        return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256
