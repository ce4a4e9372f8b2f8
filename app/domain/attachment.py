"""Files that belong to an exception case: photos and scans, known by what they hold."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.errors import BadInput
from app.domain.ids import AttachmentId, ExceptionCaseId, StaffId

MEGABYTE = 1024 * 1024
LONGEST_NAME = 120
"""Characters."""


class AttachmentKind(StrEnum):
    """What may be attached, told by the content and never by the name."""

    JPEG = "jpeg"
    PNG = "png"
    PDF = "pdf"


class AttachmentPlace(StrEnum):
    """Where the bytes are: in the database, or in a folder beside it."""

    DATABASE = "database"
    FOLDER = "folder"


class AttachmentAction(StrEnum):
    """The audit word for reading a file, in which nothing is masked."""

    READ = "read_attachment"


class AttachmentState(StrEnum):
    """Whether the bytes are what was attached: there, gone, others, or in a folder that this station does not know."""

    WHOLE = "whole"
    MISSING = "missing"
    CHANGED = "changed"
    NO_FOLDER = "no_folder"


_BEGINNINGS = {
    b"\xff\xd8\xff": AttachmentKind.JPEG,
    b"\x89PNG\r\n\x1a\n": AttachmentKind.PNG,
    b"%PDF-": AttachmentKind.PDF,
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file; its number in the case counts from 1. ``sha256`` is in hexadecimal digits."""

    id: AttachmentId
    case: ExceptionCaseId
    number: int
    name: str
    kind: AttachmentKind
    size: int
    sha256: str
    added_by: StaffId
    added_at: datetime
    place: AttachmentPlace


def kind_of(content: bytes) -> AttachmentKind:
    """What the bytes begin as.

    Raises:
        BadInput: neither JPEG, PNG nor PDF.
    """
    for beginning, kind in _BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    raise BadInput("attachment.rule.kind")


def must_fit(size: int, megabytes: int) -> None:
    """Refuse nothing at all, and more than the hall takes.

    Raises:
        BadInput: empty, or too large.
    """
    if size == 0:
        raise BadInput("attachment.rule.empty")
    if size > megabytes * MEGABYTE:
        raise BadInput("attachment.rule.size", megabytes=megabytes)


def file_name(name: str) -> str:
    """The name alone, without folders and what no file system takes, no longer than it may be."""
    bare = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join("_" if char in '<>:"|?*' or not char.isprintable() else char for char in bare).strip(" .")
    stem, dot, ending = clean.rpartition(".")
    if len(clean) <= LONGEST_NAME:
        return clean
    return stem[: LONGEST_NAME - len(ending) - 1] + dot + ending if dot else clean[:LONGEST_NAME]
