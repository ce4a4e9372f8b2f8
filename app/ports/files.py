"""Why the operating system refused a file or folder, in our words: its own are English and say not what to do."""

import errno
from collections.abc import Mapping

from app.domain.message import Message

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
    """What is wrong with the path that was refused, and what to do about it; the path itself is told beside it."""
    if getattr(error, "winerror", None) in _WINDOWS_IN_USE:
        return Message("file.reason.in_use")
    reason = _REASONS.get(error.errno or 0)
    if reason is not None:
        return Message(f"file.reason.{reason}")
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return Message("file.reason.other", {"name": name})
