"""What the printing process does: everything here may hang for minutes when a print server does."""

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.ports.errors import DeviceFailed
from ui.devices import cups
from ui.devices.cups import CupsRefused, Refusal, Standing
from ui.devices.pdf_pages import UnreadablePdf, first_page_size, print_pages

_CODES = {
    Refusal.NO_PRINTER: "device.printer_missing",
    Refusal.REJECTS: "device.printer_rejects",
    Refusal.AWAY: "device.print_service_away",
    Refusal.OTHER: "device.printer_refused",
}


def list_printers() -> tuple[str, ...]:
    """The names of the system's printers; none where there is no print server."""
    return tuple(QPrinterInfo.availablePrinterNames())


def spool(name: str, pdf: bytes, title: str) -> int | None:
    """Hand a document to a print queue; the job to look after, None where the system tells nothing of jobs.

    Raises:
        DeviceFailed: no such printer, one that is stopped, or one that does not take the document.
    """
    try:
        if cups.is_there():
            return _hand_over(name, pdf, title)
        _paint(name, pdf, title)
    except UnreadablePdf as error:
        raise DeviceFailed("device.unreadable_pdf", title=title) from error
    return None


def is_out(name: str, job: int) -> bool:
    """Whether a job's paper has come out; False while it is under way, or nobody can say.

    Raises:
        DeviceFailed: it will not come out.
    """
    try:
        standing = cups.standing(name, job)
    except CupsRefused as refused:
        if refused.why is Refusal.NO_PRINTER:
            raise _failure(refused.why, name) from refused
        return False
    if standing is Standing.STOPPED:
        take_back(name, job)
        raise DeviceFailed("device.printer_stopped", printer=name)
    if standing is Standing.DROPPED:
        raise DeviceFailed("device.print_dropped", printer=name)
    return standing is Standing.OUT


def take_back(name: str, job: int) -> None:
    """Remove a job from its queue: what is printed again must not come out twice.

    Raises:
        DeviceFailed: it could not be removed and may still come out.
    """
    try:
        cups.cancel(name, job)
    except CupsRefused as refused:
        raise DeviceFailed("device.print_unknown", printer=name) from refused


def _hand_over(name: str, pdf: bytes, title: str) -> int:
    try:
        return cups.hand_over(name, pdf, title, _options(first_page_size(pdf)))
    except CupsRefused as refused:
        raise _failure(refused.why, name) from refused


def _options(points: QSizeF) -> dict[str, str]:
    """Full size, and a sheet for every page: a slip's two copies go to two people."""
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    custom = page.id() is QPageSize.PageSizeId.Custom
    media = f"Custom.{points.width():g}x{points.height():g}" if custom else page.key()
    return {"media": media, "sides": "one-sided", "print-scaling": "none"}


def _failure(why: Refusal, name: str) -> DeviceFailed:
    return DeviceFailed(_CODES[why], **({} if why is Refusal.AWAY else {"printer": name}))


def _paint(name: str, pdf: bytes, title: str) -> None:
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise DeviceFailed("device.printer_missing", printer=name)
    if info.state() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise DeviceFailed("device.printer_stopped", printer=name)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    print_pages(printer, pdf)
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise DeviceFailed("device.printer_refused", printer=name)
