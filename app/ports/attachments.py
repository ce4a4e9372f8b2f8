"""Files of exception cases: whether they can be opened, and the folder beside the database that may keep them."""

from typing import Protocol

from app.domain.attachment import AttachmentKind


class AttachmentCheck(Protocol):
    """Whether a file is what it begins as."""

    def must_open(self, kind: AttachmentKind, content: bytes) -> None:
        """Refuse a file that cannot be opened.

        Raises:
            BadInput: damaged, locked by a password, or too many pixels to be shown.
        """


class AttachmentFolder(Protocol):
    """Keeps bytes by their hash; never writes over others, never removes."""

    def keep(self, sha256: str, content: bytes) -> None:
        """Keep the bytes, lasting.

        Raises:
            DeviceFailed: the folder cannot be written.
        """

    def read(self, sha256: str) -> bytes | None:
        """The bytes as they are now, unchecked; None where they are not there.

        Raises:
            DeviceFailed: they are there and cannot be read.
        """
