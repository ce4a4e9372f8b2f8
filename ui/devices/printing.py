"""Paper from the system's printers, through Qt, never in the way of a desk."""

from app.ports.errors import DeviceFailed
from ui.devices.aside import Aside
from ui.devices.print_jobs import list_printers, spool
from ui.devices.printing_process import PrintingProcess

ANSWER_SECONDS = 8.0
"""How long a list of printers is waited for; the first one starts the printing process."""
SPOOL_SECONDS = 30.0

_aside = Aside("printing")
_process = PrintingProcess()
"""Entered by the thread aside only."""


async def system_printers(seconds: float = ANSWER_SECONDS) -> tuple[str, ...]:
    """The names of the system's printers.

    Raises:
        DeviceFailed: the print server does not answer.
    """
    try:
        names: tuple[str, ...] = await _aside.run(lambda: _process.do(seconds, list_printers))
    except TimeoutError as error:
        raise DeviceFailed("device.printers_silent") from error
    return names


class QtPaper:
    """One of the system's printers, by its name."""

    def __init__(self, printer: str, seconds: float = SPOOL_SECONDS) -> None:
        self._printer, self._seconds = printer, seconds

    async def deliver(self, pdf: bytes, title: str) -> str:
        try:
            where: str = await _aside.run(
                lambda: _process.do(self._seconds, spool, self._printer, pdf, title)
            )
        except TimeoutError as error:
            raise DeviceFailed("device.printer_silent", printer=self._printer) from error
        return where


class NoPaper:
    """A station for which no printer has been chosen."""

    async def deliver(self, pdf: bytes, title: str) -> str:
        raise DeviceFailed("device.no_printer")
