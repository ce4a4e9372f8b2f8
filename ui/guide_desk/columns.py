"""The desk's columns: three where there is room; in large print the hall stands folded below the search, and in the
largest on a small screen all of it stands above the page.
"""

from enum import Enum

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.guide_desk.side_column import SideColumn
from ui.theme import active, look_of
from ui.widgets.layouts import column, row

_WIDE_ENOUGH, _TWO_FIT = 1210, 872
"""Px at scale 1 from which three columns, or two, stand side by side with nothing cut off."""
_LEFT, _LEFT_FOLDED, _RIGHT = 260, 200, 280
_ABOVE, _PAGE = 230, 560
"""The least heights where the page stands below the search: lists that scroll by themselves need some."""
_GAP = 12


class Stand(Enum):
    """How they stand; the value is the share of the room that search, page and hall take."""

    BESIDE = (23, 51, 24)
    FOLDED = (28, 72, 0)
    STACKED = (28, 73, 0)


class Columns(QWidget):
    """Search, one page, and the hall: beside each other, folded, or stacked."""

    def __init__(self, search: QWidget, middle: QWidget, side: SideColumn) -> None:
        super().__init__()
        self._search, self._middle, self._side = search, middle, side
        self._stand: Stand | None = None
        self._left = column(gap=_GAP)
        self._left.addWidget(search, 3)
        self._line = row(self, gap=_GAP)
        self._line.addLayout(self._left)
        self._line.addWidget(middle)
        self._line.addWidget(side)
        self._measure()
        active.changed.connect(self._measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def is_folded(self) -> bool:
        """Whether the hall stands with the search, one card at a time."""
        return self._side.is_folded()

    def is_stacked(self) -> bool:
        """Whether the page stands below the search."""
        return self._stand is Stand.STACKED

    def fit(self, room: QSize) -> None:
        """Take this room; taller than it where the page stands below the search."""
        self._measure(room.width())
        least = self.minimumSizeHint()
        tall = least.height() if self.is_stacked() else 0
        self.resize(max(room.width(), least.width()), max(room.height(), tall))

    def _measure(self, width: int | None = None) -> None:
        look, room = look_of(self), self.width() if width is None else width
        wide, two = room >= look.px(_WIDE_ENOUGH), room >= look.px(_TWO_FIT)
        stand = Stand.BESIDE if wide else Stand.FOLDED if two else Stand.STACKED
        if stand is not self._stand:
            self._move(stand)
        stacked = stand is Stand.STACKED
        self._search.setMinimumSize(
            look.px(_LEFT if wide else _LEFT_FOLDED), look.px(_ABOVE) if stacked else 0
        )
        self._middle.setMinimumHeight(look.px(_PAGE) if stacked else 0)
        self._side.setMinimumWidth(look.px(_RIGHT) if wide else 0)

    def _move(self, stand: Stand) -> None:
        self._stand = stand
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        stacked, beside = stand is Stand.STACKED, stand is Stand.BESIDE
        self._line.setDirection(down if stacked else across)
        self._left.setDirection(across if stacked else down)
        for at, share in enumerate(stand.value):
            self._line.setStretch(at, share)
        if beside is self._side.is_folded():
            self._side.fold(not beside)
            (self._left if beside else self._line).removeWidget(self._side)
            (self._line if beside else self._left).addWidget(self._side)
        if beside:
            self._line.setStretch(2, stand.value[2])
        else:
            self._left.setStretch(1, 3 if stacked else 2)
