"""The page that shows whether a printer is the right one, prints Chinese, and cuts nothing off."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter, QPen

from ui.theme import FAMILY
from ui.theme.fonts import load_fonts

TICKET_MM = (80.0, 90.0)
A4_MM = (210.0, 297.0)
_DOTS = 300
_MM = _DOTS / 25.4
_FRAME_MM = 4.0


@dataclass(frozen=True, slots=True)
class ProofPage:
    """What stands on it: a title and lines below; ``size`` of the paper in mm."""

    title: str
    lines: tuple[str, ...]
    size: tuple[float, float] = A4_MM


def render_proof_page(page: ProofPage) -> bytes:
    """The page as PDF: a frame 4 mm from every edge, and the words inside it."""
    load_fonts()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QSizeF(*page.size), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(page.title)
    painter = QPainter(writer)
    _paint(painter, page)
    painter.end()
    return bytes(buffer.data().data())


def _paint(painter: QPainter, page: ProofPage) -> None:
    width, height = (side * _MM for side in page.size)
    frame = _FRAME_MM * _MM
    painter.setPen(QPen(Qt.GlobalColor.black, 0.4 * _MM))
    painter.drawRect(QRectF(frame, frame, width - 2 * frame, height - 2 * frame))
    inside = QRectF(
        frame + 3 * _MM, frame + 3 * _MM, width - 2 * frame - 6 * _MM, height - 2 * frame - 6 * _MM
    )
    top = _write(painter, inside, page.title, size_mm=5.0, bold=True)
    for line in page.lines:
        top = _write(painter, inside.adjusted(0, top + 1.5 * _MM - inside.top(), 0, 0), line, size_mm=3.4)


def _write(painter: QPainter, box: QRectF, text: str, *, size_mm: float, bold: bool = False) -> float:
    """Write wrapped words at the top of ``box``; where they end."""
    font = painter.font()
    font.setFamily(FAMILY)
    font.setPixelSize(round(size_mm * _MM))
    font.setBold(bold)
    painter.setFont(font)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    return painter.drawText(box, int(flags), text).bottom()
