"""Lists of two-line entries under group heads: search results, to-do lists, recent tickets."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.models import Cell, Column, RowsModel
from ui.models.rows import ROW_ROLE
from ui.theme import Look, Type, active, look_of, paint_icon
from ui.widgets.paint import line_text, text_width

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAD, _HEAD, _ONE_LINE, _TWO_LINES = 14, 28, 36, 56


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, or with ``head`` the head of a group, which cannot be selected.

    ``detail`` is a quiet second line that begins with ``lead`` in the colour ``lead_tone``; ``trailing`` stands
    at the right.
    """

    key: Hashable
    title: str
    detail: str = ""
    lead: str = ""
    lead_tone: str = "accent"
    trailing: str = ""
    icon: str = ""
    tone: str = "text1"
    head: bool = False


class _EntryModel(RowsModel[Entry]):
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        entry = self.row_at(index)
        if entry is None or entry.head:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class EntryList(QListView):
    """``show_entries(entries)`` keeps selection and scroll; ``picked(key)`` for Enter or a click,
    ``selected(key)`` as one moves.
    """

    picked = Signal(object)
    selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = _EntryModel(
            [Column("", lambda entry: Cell(entry.title))], lambda entry: entry.key, self
        )
        self.setModel(self._entries)
        self.setItemDelegate(_EntryDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._pick)
        active.changed.connect(self.doItemsLayout)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries."""
        self._entries.set_rows(entries)

    def current_key(self) -> Hashable | None:
        """The id of the selected entry."""
        entry = self._entries.row_at(self.currentIndex())
        return entry.key if entry else None

    def select(self, key: Hashable) -> None:
        """Select an entry without picking it."""
        index = self._entries.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)

    def move(self, rows: int) -> None:  # type: ignore[override]  # a list in a layout is never moved as a window
        """Move the selection over ``rows`` entries, stopping at the ends; group heads do not count."""
        keys = [entry.key for entry in self._entries.rows() if not entry.head]
        if keys:
            current = self.current_key()
            at = keys.index(current) + rows if current in keys else (0 if rows > 0 else len(keys) - 1)
            self.select(keys[max(0, min(at, len(keys) - 1))])

    def pick_current(self) -> None:
        """Pick what is selected, as Enter does."""
        self._pick(self.currentIndex())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if (entry := self._entries.row_at(current)) is not None:
            self.selected.emit(entry.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.pick_current()

    def _pick(self, index: QModelIndex) -> None:
        entry = self._entries.row_at(index)
        if entry is not None and not entry.head:
            self.picked.emit(entry.key)


class _EntryDelegate(QStyledItemDelegate):
    """Paints entries as the mockups show them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(ROW_ROLE)
        height = _HEAD if entry.head else _TWO_LINES if entry.detail or entry.lead else _ONE_LINE
        return QSize(0, self._look().px(height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ROW_ROLE)
        look, state, box = self._look(), _state_of(option), _box_of(option)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._paint_ground(painter, look, box, entry, chosen, bool(state & QStyle.StateFlag.State_MouseOver))
        inner = box.adjusted(look.px(_PAD), 0, -look.px(_PAD), -1)
        inner = self._paint_ends(painter, look, inner, entry)
        paint_words = self._paint_head if entry.head else self._paint_entry
        paint_words(painter, look, inner, entry, chosen)
        painter.restore()

    def _look(self) -> Look:
        parent = self.parent()
        assert isinstance(parent, QWidget)
        return look_of(parent)

    @staticmethod
    def _paint_ground(
        painter: QPainter, look: Look, box: QRect, entry: Entry, chosen: bool, hover: bool
    ) -> None:
        if chosen:
            painter.fillRect(box, look.colour("accent_tint"))
            painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), look.colour("accent"))
        elif entry.head or hover:
            painter.fillRect(box, look.colour("surface2"))
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), look.colour("border"))

    @staticmethod
    def _paint_ends(painter: QPainter, look: Look, box: QRect, entry: Entry) -> QRect:
        if entry.icon:
            side = look.px(14)
            mark = QRect(box.x(), box.center().y() - side // 2 + 1, side, side)
            paint_icon(painter, mark, entry.icon, look.colour(entry.tone))
            box = box.adjusted(side + look.px(7), 0, 0, 0)
        if entry.trailing:
            font = look.font(Type.CAPTION)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            line_text(painter, box, font, look.colour("text2"), entry.trailing, align)
            box = box.adjusted(0, 0, -text_width(font, entry.trailing) - look.px(8), 0)
        return box

    @staticmethod
    def _paint_head(painter: QPainter, look: Look, box: QRect, entry: Entry, _chosen: bool) -> None:
        toned = entry.tone != "text1"
        colour = look.colour(entry.tone if toned else "text2")
        line_text(
            painter, box, look.font(Type.DETAIL if toned else Type.CAPTION, bold=toned), colour, entry.title
        )

    @staticmethod
    def _paint_entry(painter: QPainter, look: Look, box: QRect, entry: Entry, chosen: bool) -> None:
        title_font, small = look.font(Type.BODY, bold=chosen), look.font(Type.CAPTION)
        if not (entry.detail or entry.lead):
            line_text(painter, box, title_font, look.colour(entry.tone), entry.title)
            return
        middle = box.center().y() + look.px(2)
        title = QRect(box.x(), middle - look.px(22), box.width(), look.px(22))
        line_text(painter, title, title_font, look.colour(entry.tone), entry.title)
        detail = QRect(box.x(), middle, box.width(), look.px(20))
        line_text(painter, detail, small, look.colour(entry.lead_tone), entry.lead)
        room = text_width(small, entry.lead) + (look.px(10) if entry.lead else 0)
        line_text(painter, detail.adjusted(room, 0, 0, 0), small, look.colour("text2"), entry.detail)


def _state_of(option: Any) -> QStyle.StateFlag:
    """The option's state; the stubs do not know the fields of style options."""
    state: QStyle.StateFlag = option.state
    return state


def _box_of(option: Any) -> QRect:
    """The option's rectangle; the stubs do not know the fields of style options."""
    box: QRect = option.rect
    return box
