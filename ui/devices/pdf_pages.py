"""The pages of a PDF, painted on a printer as they are: full size, each on paper of its own size."""

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from app.ports.errors import DeviceFailed

_FINEST = 300  # dots per inch: finer only costs memory, thermal heads have 203
_POINTS = 72


class UnreadablePdf(ValueError):
    """What was to be printed is no PDF."""


def first_page_size(pdf: bytes) -> QSizeF:
    """Width and height of the first page in points.

    Raises:
        UnreadablePdf: not a PDF, or one without pages.
    """
    return _opened(pdf).pagePointSize(0)


def print_pages(printer: QPrinter, pdf: bytes) -> None:
    """Paint every page. May take seconds: run it in a thread.

    Raises:
        UnreadablePdf: not a PDF, or one without pages.
        DeviceFailed: the printer does not take the job.
    """
    _print_document(printer, _opened(pdf))


def _opened(pdf: bytes) -> QPdfDocument:
    document = QPdfDocument()
    source = QBuffer(document)  # read from for as long as the document lives
    source.setData(QByteArray(pdf))
    source.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(source)
    if document.status() is not QPdfDocument.Status.Ready or document.pageCount() == 0:
        raise UnreadablePdf
    return document


def _print_document(printer: QPrinter, document: QPdfDocument) -> None:
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)  # a slip's two copies go to two people
    _take_paper(printer, document.pagePointSize(0))
    painter = QPainter()
    if not painter.begin(printer):
        raise DeviceFailed("device.printer_refused", printer=printer.printerName())
    try:
        for page in range(document.pageCount()):
            if page:
                _take_paper(printer, document.pagePointSize(page))
                printer.newPage()
            _paint_page(painter, printer, document, page)
    finally:
        painter.end()


def _take_paper(printer: QPrinter, points: QSizeF) -> None:
    """Paper of the page's own size, without margins: the form brings its own."""
    upright = QSizeF(min(points.width(), points.height()), max(points.width(), points.height()))
    wide = points.width() > points.height()
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turn = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, turn, QMarginsF(0, 0, 0, 0)))


def _paint_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    points, dots = document.pagePointSize(page), min(printer.resolution(), _FINEST)
    pixels = QSize(round(points.width() * dots / _POINTS), round(points.height() * dots / _POINTS))
    image = document.render(page, pixels)
    scale = printer.resolution() / dots
    painter.save()
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(image.rect(), Qt.GlobalColor.white)
    painter.drawImage(QPointF(0, 0), image)
    painter.restore()
