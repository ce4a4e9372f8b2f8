"""What the printing process does: everything here may hang for minutes when a print server does."""

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.ports.errors import DeviceFailed
from ui.devices.pdf_pages import UnreadablePdf, print_pages
from ui.devices.queue_state import takes_jobs


def list_printers() -> tuple[str, ...]:
    """The names of the system's printers; none where there is no print server."""
    return tuple(QPrinterInfo.availablePrinterNames())


def spool(name: str, pdf: bytes, title: str) -> str:
    """Hand a document to a print queue; its name.

    Raises:
        DeviceFailed: no such printer, one that is stopped, or one that does not take the document.
    """
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
    return name
