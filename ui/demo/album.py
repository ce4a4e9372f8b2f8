"""Pictures of windows and papers, taken in memory."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from ui.theme import look_of

DESK = QSize(1366, 768)
_LONGEST = 15.0  # seconds a room may take to show something
_SETTLE = 0.12  # seconds for layouts to come to rest
_PAPER_WIDTH = 900


class Album:
    """Files by name, in the order in which they were made."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    async def shoot(self, name: str, window: QWidget) -> None:
        """Take a picture of a window that is shown."""
        await asyncio.sleep(_SETTLE)
        self.files[name] = png(window.grab().toImage())

    async def cut_out(self, widget: QWidget) -> QPixmap:
        """A picture to be put together with others."""
        await asyncio.sleep(_SETTLE)
        return widget.grab()

    def add_stacked(self, name: str, pictures: list[QPixmap], gap: int = 16) -> None:
        """Several pictures below each other, on the background of the look in force."""
        width = max(picture.width() for picture in pictures) + 2 * gap
        height = sum(picture.height() + gap for picture in pictures) + gap
        sheet = QImage(width, height, QImage.Format.Format_RGB32)
        sheet.fill(look_of(QWidget()).colour("bg"))
        painter, at = QPainter(sheet), QPoint(gap, gap)
        for picture in pictures:
            painter.drawPixmap(at, picture)
            at += QPoint(0, picture.height() + gap)
        painter.end()
        self.files[name] = png(sheet)

    def add_paper(self, name: str, pdf: bytes) -> None:
        """A document, and a picture of its first page."""
        self.files[f"{name}.pdf"] = pdf
        self.files[f"{name}.png"] = png(first_page(pdf))


class Tray:
    """Paper that came out of the demo's printers and lies there still."""

    def __init__(self) -> None:
        self.papers: list[bytes] = []

    async def deliver(self, pdf: bytes, title: str) -> str:
        """Keep it; tells its title."""
        self.papers.append(pdf)
        return title


async def show(window: QWidget, size: QSize = DESK) -> None:
    """Show a window in this size with the keyboard in it."""
    window.resize(size)
    window.show()
    window.activateWindow()
    await until(window.isActiveWindow)


async def until(condition: Callable[[], object]) -> None:
    """Wait until a room shows what it should.

    Raises:
        TimeoutError: it does not, which is a bug.
    """
    async with asyncio.timeout(_LONGEST):
        while not condition():  # noqa: ASYNC110 - rooms show their state, they do not announce it
            await asyncio.sleep(0.02)


def png(image: QImage) -> bytes:
    """The image as a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())


def first_page(pdf: bytes) -> QImage:
    """The first page of a PDF on white."""
    source = QBuffer()
    source.setData(QByteArray(pdf))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    points = document.pagePointSize(0)
    size = QSize(_PAPER_WIDTH, round(_PAPER_WIDTH * points.height() / points.width()))
    page = QImage(size, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(QPoint(0, 0), document.render(0, size))
    painter.end()
    return page
