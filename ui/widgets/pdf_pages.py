"""The pages of a PDF as they will be printed: a picture to look at, never the paper itself."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from ui.theme import look_of
from ui.widgets.layouts import column

_PAGE_WIDTH = 560


def page_images(pdf: bytes, width: int) -> list[QImage]:
    """The pages of a PDF as pictures of this width in px; none when it is no PDF."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    images = []
    for page in range(document.pageCount()):
        size = document.pagePointSize(page)
        drawn = document.render(page, QSize(width, round(width * size.height() / size.width())))
        images.append(_on_white(drawn))
    document.close()
    return images


def _on_white(drawn: QImage) -> QImage:
    """PDF pages are transparent where nothing is printed; paper is white in every theme."""
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper


class PdfPages(QScrollArea):
    """Shows PDFs page under page; ``width`` is that of a page, px at scale 1."""

    def __init__(self, width: int = _PAGE_WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page_width = width
        inside = QWidget()
        self._pages = column(inside, margins=(12, 12, 12, 12), gap=12)
        self.setWidgetResizable(True)
        self.setWidget(inside)

    def show_pdf(self, *pdfs: bytes) -> None:
        """Show another document, or several one below the other, from the first page."""
        self.clear()
        for pdf in pdfs:
            self._add_pages(pdf)
        self._pages.addStretch(1)

    def _add_pages(self, pdf: bytes) -> None:
        ratio = self.devicePixelRatioF()
        for image in page_images(pdf, round(look_of(self).px(self._page_width) * ratio)):
            image.setDevicePixelRatio(ratio)
            page = QLabel()
            page.setPixmap(QPixmap.fromImage(image))
            self._pages.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)

    def clear(self) -> None:
        """Show no page."""
        while (item := self._pages.takeAt(0)) is not None:
            page = item.widget()
            if page is not None:
                page.hide()
                page.deleteLater()
