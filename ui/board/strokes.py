"""What the board's parts are painted with: type far above the scale of desks, baselines, fitting to width."""

import math
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ui.theme import FAMILY, Look

NUMBER = 330
COUNTER = 230
LARGE = 80
BODY = 44
SMALL = 40
"""Px on a screen of 1920 × 1080; a look's scale makes them real."""

_LEAST_SHRINK = 0.7
_ENDLESS = 1e6


@dataclass(frozen=True, slots=True)
class Piece:
    """One run of words on a line: size in px at 1920 × 1080, token of its colour, room before it."""

    text: str
    size: int
    colour: str = "text1"
    bold: bool = True
    before: int = 0


def board_font(look: Look, size: float, *, bold: bool = True) -> QFont:
    """The product's font at a size of the board."""
    return QFont(_font(max(1, look.px(size)), bold))


@lru_cache(maxsize=128)
def _font(pixels: int, bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def paint_line(
    painter: QPainter,
    look: Look,
    start: QPointF,
    width: float,
    pieces: tuple[Piece, ...],
    *,
    right: bool = False,
    may_be_cut: bool = False,
) -> None:
    """Paint pieces side by side on the baseline at ``start``; with ``right`` the line ends there instead.

    Too wide a line shrinks as a whole. A name that ``may_be_cut`` stays legible instead and ends in an ellipsis;
    figures never do.
    """
    natural = line_width(look, pieces)
    shrink = min(1.0, width / natural) if natural else 1.0
    if may_be_cut:
        shrink = max(_LEAST_SHRINK, shrink)
    x, end = start.x(), start.x() + width
    if right:
        x, end = start.x() - min(width, natural * shrink), start.x()
    for piece in pieces:
        if piece.text:
            x += look.px(piece.before) * shrink
            room = end - x if may_be_cut else math.inf
            x += _paint_piece(painter, look, QPointF(x, start.y()), room, piece, shrink)


def line_width(look: Look, pieces: tuple[Piece, ...]) -> float:
    """How wide the pieces are, side by side."""
    return sum(look.px(piece.before) + _words_width(look, piece) for piece in pieces if piece.text)


def _words_width(look: Look, piece: Piece) -> float:
    return QFontMetricsF(board_font(look, piece.size, bold=piece.bold)).horizontalAdvance(piece.text)


def _paint_piece(
    painter: QPainter, look: Look, start: QPointF, room: float, piece: Piece, shrink: float
) -> float:
    """Paint one piece; its width."""
    font = board_font(look, piece.size * shrink, bold=piece.bold)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(piece.text, Qt.TextElideMode.ElideRight, min(room + 1, _ENDLESS))
    painter.setFont(font)
    painter.setPen(look.colour(piece.colour))
    painter.drawText(start, shown)
    return metrics.horizontalAdvance(shown)
