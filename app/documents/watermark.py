"""The word across the pages of a form that is not issued."""

from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import BOLD
from app.documents.lines import text_width

_GREY = 0.9
_ANGLE = 35
_SHARE = 0.75  # of the page's width


def draw_watermark(canvas: Canvas, word: str, width: float, height: float) -> None:
    """Draw *word* large and pale across a page of *width* by *height* points, before what it lies under."""
    size = min(_SHARE * width / text_width(word, bold=True), height / 2)
    canvas.saveState()
    canvas.setFillGray(_GREY)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(_ANGLE)
    canvas.setFont(BOLD, size)
    canvas.drawCentredString(0, -size / 3, word)
    canvas.restoreState()
