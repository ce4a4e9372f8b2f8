"""Sizes of the paper. Lengths are in points."""

from reportlab.lib.units import mm

from app.documents.blocks import Align, Style
from app.ports.documents import Roll, Sheet

SHEETS = {
    Sheet.A4: (210 * mm, 297 * mm),
    # Lying on its side, so that the ten columns of the slip's table have the same room as on A4.
    Sheet.A5: (210 * mm, 148 * mm),
}
SHEET_MARGIN = 15 * mm
SHEET_TOP = 12 * mm
SHEET_BOTTOM = 11 * mm

LETTER = Style(10.5, 17)
BODY = Style(9, 13)
BODY_RIGHT = Style(9, 13, Align.RIGHT)
BODY_CENTRE = Style(9, 13, Align.CENTRE)
TABLE = Style(8.5, 11.5)
TABLE_CENTRE = Style(8.5, 11.5, Align.CENTRE)
SMALL = Style(7.5, 10)
SMALL_CENTRE = Style(7.5, 10, Align.CENTRE)
SMALL_RIGHT = Style(7.5, 10, Align.RIGHT)
ISSUER = Style(12.5, 18, Align.CENTRE)
TITLE = {"zh": Style(25, 34, Align.CENTRE, tracking=0.12), "en": Style(22, 34, Align.CENTRE)}
KIND = Style(11, 15, Align.CENTRE)

# Of 80 mm paper a thermal head reaches 72 mm, of 58 mm paper 48 mm; the rest is blank on both sides.
ROLLS = {Roll.MM80: (80 * mm, 68 * mm), Roll.MM58: (58 * mm, 46 * mm)}
