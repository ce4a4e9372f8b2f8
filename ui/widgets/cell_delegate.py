"""How a cell of a table is painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.models.rows import CELL_ROLE, Cell
from ui.theme import Look, Type, look_of, paint_icon
from ui.widgets.item_option import box_of, state_of
from ui.widgets.paint import line_text, rounded, text_width

_ENDS, _BETWEEN, _ICON, _BADGE, _GAP = 16, 8, 14, 22, 6


class CellDelegate(QStyledItemDelegate):
    """Text, icon or badge on a rule; a chosen row is tinted and its first cell bold."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell: Cell = index.data(CELL_ROLE)
        look, box, state = look_of(self._view), box_of(option), state_of(option)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.colour("accent_tint" if chosen else "surface2"))
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), look.colour("border"))
        left, right = padding(look, self._view, index.column())
        inner = box.adjusted(left, 0, -right, -1)
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        _paint_cell(painter, look, inner, cell, align, chosen)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the whole cell."""
        cell: Cell = index.data(CELL_ROLE)
        look = look_of(self._view)
        left, right = padding(look, self._view, index.column())
        badge = look.px(_BADGE + _BETWEEN) if cell.badge else 0
        icon = look.px(_ICON + _GAP) if cell.icon else 0
        text = text_width(look.font(Type.BODY, bold=cell.bold), cell.text)
        return QSize(left + badge + icon + text + 1 + right, look.px(_ICON))


def padding(look: Look, view: QTableView, column: int) -> tuple[int, int]:
    """Room left and right of what stands in a column; more at both ends of the table."""
    last = view.model().columnCount() - 1
    return look.px(_ENDS if column == 0 else _BETWEEN), look.px(_ENDS if column == last else _BETWEEN)


def _paint_cell(
    painter: QPainter, look: Look, box: QRect, cell: Cell, align: Qt.AlignmentFlag, chosen: bool
) -> None:
    if cell.badge:
        box = _paint_badge(painter, look, box, cell.badge, chosen)
    font = look.font(Type.BODY, bold=cell.bold)
    if cell.icon:
        side = look.px(_ICON)
        room = text_width(font, cell.text) + side + look.px(_GAP)
        left = max(box.x(), box.right() + 1 - room) if align & Qt.AlignmentFlag.AlignRight else box.x()
        mark = QRect(left, box.center().y() - side // 2 + 1, side, side)
        paint_icon(painter, mark, cell.icon, look.colour(cell.tone))
        box = box.adjusted(side + look.px(_GAP), 0, 0, 0)
    line_text(painter, box, font, look.colour(cell.tone), cell.text, align)


def _paint_badge(painter: QPainter, look: Look, box: QRect, letter: str, chosen: bool) -> QRect:
    side = look.px(_BADGE)
    square = QRect(box.x(), box.center().y() - side // 2 + 1, side, side)
    rounded(painter, square, look.px(4), look.colour("accent" if chosen else "neutral_tint"))
    colour = look.colour("on_accent" if chosen else "text1")
    font = look.font(Type.DETAIL, bold=True)
    line_text(painter, square, font, colour, letter, Qt.AlignmentFlag.AlignCenter)
    return box.adjusted(side + look.px(_BETWEEN), 0, 0, 0)
