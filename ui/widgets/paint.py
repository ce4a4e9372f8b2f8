"""The few strokes that painted widgets are made of."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

from ui.theme import Look, Type

KEY_CAP_HEIGHT = 18
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def rounded(
    painter: QPainter,
    box: QRect,
    radius: float,
    fill: QColor | None,
    border: QColor | None = None,
    width: int = 1,
) -> None:
    """A rounded box; its border lies inside ``box`` and is crisp."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    inset = width / 2 if border is not None else 0
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), radius, radius)


def rounded_ends(
    painter: QPainter, box: QRect, radius: float, ends: tuple[bool, bool], fill: QColor, border: QColor
) -> None:
    """A box whose left and right ends are rounded where ``ends`` says so."""
    area = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(area, radius, radius)
    for square, at in zip(ends, (area.left(), area.right() - radius), strict=True):
        if not square:
            path.addRect(QRectF(at, area.top(), radius, area.height()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    painter.setPen(QPen(border, 1))
    painter.drawPath(path.simplified())


def text_width(font: QFont, text: str) -> int:
    """The width of one line of text in px."""
    return QFontMetrics(font).horizontalAdvance(text)


def line_text(
    painter: QPainter, box: QRect, font: QFont, colour: QColor, text: str, align: Qt.AlignmentFlag = _LEFT
) -> None:
    """One line of text, centred in height; what does not fit ends in an ellipsis."""
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align | Qt.TextFlag.TextSingleLine, shown)


def key_cap_width(look: Look, key: str) -> int:
    """How wide the cap of ``key`` is."""
    return max(look.px(22), text_width(look.font(Type.KEY_CAP), key) + look.px(12))


def key_cap(painter: QPainter, look: Look, box: QRect, key: str, text: QColor, border: QColor) -> None:
    """A key cap, centred in height in ``box``."""
    height = look.px(KEY_CAP_HEIGHT)
    cap = QRect(box.x(), box.center().y() - height // 2 + 1, box.width(), height)
    rounded(painter, cap, look.px(3), None, border)
    line_text(painter, cap, look.font(Type.KEY_CAP), text, key, Qt.AlignmentFlag.AlignCenter)
