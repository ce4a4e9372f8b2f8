"""The desk's columns: three where there is room; in large print the hall stands folded below the search."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.guide_desk.side_column import SideColumn
from ui.theme import active, look_of
from ui.widgets.layouts import column, row

_WIDE_ENOUGH = 1210
"""Px at scale 1 from which three columns stand side by side with nothing cut off."""
_LEFT, _LEFT_FOLDED, _RIGHT = 260, 200, 280
_SHARES, _SHARES_FOLDED = (23, 51, 24), (28, 72, 0)
_GAP = 12


class Columns(QWidget):
    """Search at the left, one page in the middle, the hall at the right or folded below the search."""

    def __init__(self, search: QWidget, middle: QWidget, side: SideColumn) -> None:
        super().__init__()
        self._search, self._side = search, side
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
        """Whether the hall stands below the search."""
        return self._side.is_folded()

    def fit(self, room: QSize) -> None:
        """Take this room; wider than it only where even two columns need more."""
        self._measure(room.width())
        self.resize(max(room.width(), self.minimumSizeHint().width()), room.height())

    def _measure(self, width: int | None = None) -> None:
        look = look_of(self)
        folded = (self.width() if width is None else width) < look.px(_WIDE_ENOUGH)
        if folded is not self._side.is_folded():
            self._move(folded)
        for at, share in enumerate(_SHARES_FOLDED if folded else _SHARES):
            self._line.setStretch(at, share)
        self._search.setMinimumWidth(look.px(_LEFT_FOLDED if folded else _LEFT))
        self._side.setMinimumWidth(0 if folded else look.px(_RIGHT))

    def _move(self, folded: bool) -> None:
        self._side.fold(folded)
        if folded:
            self._line.removeWidget(self._side)
            self._left.addWidget(self._side, 2)
        else:
            self._left.removeWidget(self._side)
            self._line.addWidget(self._side)
