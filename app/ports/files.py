"""Files that people name: new ones are written whole, and what the system refuses is told in our words."""

import errno
from collections.abc import Mapping
from io import BufferedWriter
from pathlib import Path

from app.domain.message import Message
from app.ports.errors import DeviceFailed

_REASONS: Mapping[int, str] = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "not_a_folder",
    errno.EISDIR: "is_a_folder",
    errno.EEXIST: "exists",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read_only",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.ENAMETOOLONG: "long_name",
    errno.EINVAL: "bad_name",  # what Windows says of a name with ? or *
    errno.EBUSY: "in_use",
    errno.EIO: "disk_fault",
}
_WINDOWS_IN_USE = {32, 33}
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION: Python gives both the number of a missing permission."""


def reason_of(error: OSError) -> Message:
    """What is wrong with the path that was refused, and what to do about it; the path itself is told beside it.

    The system's own words are English and say not what to do.
    """
    if getattr(error, "winerror", None) in _WINDOWS_IN_USE:
        return Message("file.reason.in_use")
    reason = _REASONS.get(error.errno or 0)
    if reason is not None:
        return Message(f"file.reason.{reason}")
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return Message("file.reason.other", {"name": name})


def read_whole(path: Path) -> bytes:
    """What a file holds.

    Raises:
        DeviceFailed: it is missing or cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise DeviceFailed("device.file_unreadable", path=str(path), reason=reason_of(error)) from error


def write_new_file(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, as a whole or not at all.

    Raises:
        DeviceFailed: it is there already, or cannot be written.
    """
    try:
        with path.open("xb") as file:
            _fill(file, content)
    except FileExistsError:
        raise DeviceFailed("device.file_exists", path=str(path)) from None
    except OSError as error:
        raise DeviceFailed("device.file_failed", path=str(path), reason=reason_of(error)) from error


def _fill(file: BufferedWriter, content: bytes) -> None:
    try:
        file.write(content)
        file.flush()
    except OSError:
        # Half a file would be in the way of the next attempt.
        Path(file.name).unlink()
        raise
