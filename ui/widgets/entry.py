"""One entry of a list, and how it is painted."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.rows import ROW_ROLE
from ui.theme import Look, Type, look_of, paint_icon
from ui.widgets.item_option import box_of, state_of
from ui.widgets.paint import line_text, text_width

_PAD, _HEAD, _ONE_LINE, _LINE, _DETAIL_LINE = 15, 28, 36, 20, 18
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, or with ``head`` the head of a group, which cannot be selected.

    ``detail`` is a quiet second line that begins with ``lead`` in the colour ``lead_tone``; ``trailing`` stands
    at the right. The first ``highlight`` in the detail stands out: what the search found. A long title takes two
    lines.
    """

    key: Hashable
    title: str
    detail: str = ""
    lead: str = ""
    lead_tone: str = "accent"
    highlight: str = ""
    trailing: str = ""
    icon: str = ""
    tone: str = "text1"
    head: bool = False


class EntryDelegate(QStyledItemDelegate):
    """Paints the entries of one list."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ROW_ROLE)
        look = look_of(self._view)
        if entry.head:
            return QSize(0, look.px(_HEAD))
        if not (entry.detail or entry.lead):
            return QSize(0, look.px(_ONE_LINE))
        lines = _title_lines(look, entry, self._view.viewport().width())
        return QSize(0, look.px(18 + lines * _LINE + _DETAIL_LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ROW_ROLE)
        look, box, state = look_of(self._view), box_of(option), state_of(option)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        _paint_ground(painter, look, box, entry, chosen, bool(state & QStyle.StateFlag.State_MouseOver))
        inner = _paint_ends(painter, look, box.adjusted(look.px(_PAD), 0, -look.px(_PAD), -1), entry)
        if entry.head:
            _paint_head(painter, look, inner, entry)
        else:
            _paint_entry(painter, look, inner, entry, chosen)
        painter.restore()


def _title_lines(look: Look, entry: Entry, width: int) -> int:
    """One line or two; measured in bold, so that choosing an entry never moves the others."""
    room = width - 2 * look.px(_PAD) - (look.px(21) if entry.icon else 0) - _trailing_room(look, entry)
    return 1 if text_width(look.font(Type.BODY, bold=True), entry.title) <= room else 2


def two_lines(font: QFont, text: str, width: int) -> str:
    """The text, ending in an ellipsis where two wrapped lines do not hold it."""
    metrics = QFontMetrics(font)
    unused = 2 * metrics.averageCharWidth()  # a line breaks before its very end
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, 2 * (width - unused))


def _trailing_room(look: Look, entry: Entry) -> int:
    return text_width(look.font(Type.CAPTION), entry.trailing) + look.px(8) if entry.trailing else 0


def _paint_ground(painter: QPainter, look: Look, box: QRect, entry: Entry, chosen: bool, hover: bool) -> None:
    if chosen:
        painter.fillRect(box, look.colour("accent_tint"))
        painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), look.colour("accent"))
    elif entry.head or hover:
        painter.fillRect(box, look.colour("surface2"))
    painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), look.colour("border"))


def _paint_ends(painter: QPainter, look: Look, box: QRect, entry: Entry) -> QRect:
    """The icon at the left and the quiet text at the right; what is left between them."""
    if entry.icon:
        side = look.px(14)
        mark = QRect(box.x(), box.center().y() - side // 2 + 1, side, side)
        paint_icon(painter, mark, entry.icon, look.colour(entry.tone))
        box = box.adjusted(side + look.px(7), 0, 0, 0)
    if entry.trailing:
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        line_text(painter, box, look.font(Type.CAPTION), look.colour("text2"), entry.trailing, align)
    return box.adjusted(0, 0, -_trailing_room(look, entry), 0)


def _paint_head(painter: QPainter, look: Look, box: QRect, entry: Entry) -> None:
    toned = entry.tone != "text1"
    colour = look.colour(entry.tone if toned else "text2")
    line_text(
        painter, box, look.font(Type.DETAIL if toned else Type.CAPTION, bold=toned), colour, entry.title
    )


def _paint_entry(painter: QPainter, look: Look, box: QRect, entry: Entry, chosen: bool) -> None:
    font, colour = look.font(Type.BODY, bold=chosen), look.colour(entry.tone)
    if not (entry.detail or entry.lead):
        line_text(painter, box, font, colour, entry.title)
        return
    detail_height = look.px(_DETAIL_LINE)
    title = box.adjusted(0, look.px(9), 0, -detail_height - look.px(8))
    if title.height() < look.px(2 * _LINE):
        line_text(painter, title, font, colour, entry.title)
    else:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(title, _WRAP, two_lines(font, entry.title, title.width()))
    _paint_detail(painter, look, QRect(box.x(), title.bottom() + 1, box.width(), detail_height), entry)


def _paint_detail(painter: QPainter, look: Look, box: QRect, entry: Entry) -> None:
    small, quiet = look.font(Type.CAPTION), look.colour("text2")
    line_text(painter, box, small, look.colour(entry.lead_tone), entry.lead)
    box = box.adjusted(text_width(small, entry.lead) + (look.px(10) if entry.lead else 0), 0, 0, 0)
    before, found, after = (
        entry.detail.partition(entry.highlight) if entry.highlight else (entry.detail, "", "")
    )
    bold = look.font(Type.CAPTION, bold=True)
    for text, font, colour in (
        (before, small, quiet),
        (found, bold, look.colour("accent")),
        (after, small, quiet),
    ):
        line_text(painter, box, font, colour, text)
        box = box.adjusted(text_width(font, text), 0, 0, 0)
