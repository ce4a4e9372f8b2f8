"""Marking a reprint: the mark lies over the original's own bytes, which stay as they were issued."""

from datetime import datetime
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from reportlab.lib.units import mm

from app.documents.blocks import Align, Style, Text
from app.documents.canvas import new_canvas
from app.documents.words import Words
from app.domain.errors import BadInput
from app.texts import Texts

_BAND = 8 * mm
_NARROW = 100 * mm  # thermal rolls are narrower, sheets wider
_PADDING = 5.0
_DOWN = 12.5  # below what office printers cannot reach


def mark(pdf: bytes, count: int, at: datetime, texts: Texts) -> bytes:
    """Return *pdf* with 重印, *count* and the time at the top of every page.

    On a sheet the mark stands in the top margin; a roll grows by a band above. Raises BadInput when *pdf* is
    not a PDF.
    """
    words = texts("paper.reprint", count=count, moment=Words(texts).moment(at))
    try:
        writer = PdfWriter(clone_from=BytesIO(pdf))
    except PyPdfError as error:
        raise BadInput("paper.error.not_a_pdf") from error
    for page in writer.pages:
        _mark_page(page, words, texts)
    marked = BytesIO()
    writer.write(marked)
    return marked.getvalue()


def _mark_page(page: PageObject, words: str, texts: Texts) -> None:
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    if width < _NARROW:
        height += _BAND
        page.mediabox.top = height
        page.cropbox.top = height
    page.merge_page(_overlay(width, height, words, texts))


def _overlay(width: float, height: float, words: str, texts: Texts) -> PageObject:
    """An empty page with the framed words in its top band."""
    canvas = new_canvas((width, height), texts.language, words, "")
    style = Style(9 if width < _NARROW else 10, 14, Align.LEFT)
    text = Text.of(words, style, width, bold=True)
    wide = text.lines[0].width * style.size
    left, top = (width - wide) / 2, height - _DOWN
    canvas.setLineWidth(1)
    canvas.rect(left - _PADDING, top - text.height, wide + 2 * _PADDING, text.height)
    text.draw(canvas, left, top)
    canvas.showPage()
    return PdfReader(BytesIO(canvas.finish())).pages[0]
