"""Where paper comes out: a printer or a folder. Printing never decides whether a record exists."""

from typing import Protocol


class PaperOut(Protocol):
    """One way out for finished PDF; it knows no forms."""

    async def deliver(self, pdf: bytes, title: str) -> str:
        """Put the document out under ``title`` (for the print queue or the file name); tells where it went.

        Runs off the loop, so that a slow printer never blocks a desk.

        Raises:
            DeviceFailed: it did not come out; the record is safe and can be printed again.
        """
        ...
