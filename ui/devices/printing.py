"""Paper from the system's printers, through Qt, never in the way of a desk."""

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.ports.errors import DeviceFailed
from ui.devices.aside import Aside
from ui.devices.pdf_pages import UnreadablePdf, print_pages
from ui.devices.queue_state import takes_jobs

ANSWER_SECONDS = 5.0
"""How long a list of printers is waited for: without a print server, or with a silent one, there are none."""
SPOOL_SECONDS = 30.0

_printing = Aside("printing")
"""Qt's print support is entered by one thread only."""


async def system_printers(seconds: float = ANSWER_SECONDS) -> tuple[str, ...]:
    """The names of the system's printers.

    Raises:
        DeviceFailed: the print server does not answer.
    """
    try:
        names = await _printing.run(QPrinterInfo.availablePrinterNames, seconds)
    except TimeoutError as error:
        raise DeviceFailed("device.printers_silent") from error
    return tuple(names)


class QtPaper:
    """One of the system's printers, by its name."""

    def __init__(self, printer: str, seconds: float = SPOOL_SECONDS) -> None:
        self._printer, self._seconds = printer, seconds

    async def deliver(self, pdf: bytes, title: str) -> str:
        try:
            await _printing.run(lambda: _spool(self._printer, pdf, title), self._seconds)
        except TimeoutError as error:
            raise DeviceFailed("device.printer_silent", printer=self._printer) from error
        return self._printer


class NoPaper:
    """A station for which no printer has been chosen."""

    async def deliver(self, pdf: bytes, title: str) -> str:
        raise DeviceFailed("device.no_printer")


def _spool(name: str, pdf: bytes, title: str) -> None:
    """Hand a document to the print queue. In the printing thread."""
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise DeviceFailed("device.printer_missing", printer=name)
    if info.state() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise DeviceFailed("device.printer_stopped", printer=name)
    if not takes_jobs(name):
        raise DeviceFailed("device.printer_rejects", printer=name)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    try:
        print_pages(printer, pdf)
    except UnreadablePdf as error:
        raise DeviceFailed("device.unreadable_pdf", title=title) from error
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise DeviceFailed("device.printer_refused", printer=name)
