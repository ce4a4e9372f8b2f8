"""The line at the foot of a station: the connection at the left, the clock and what else there is at the right."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.shell.facts import Fact, FactLine
from ui.theme import Type, look_of
from ui.widgets.layouts import Box, row


class StatusLine(QFrame):
    """28 px of small facts; ``right`` takes a station's own quiet buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._left = FactLine(ruled=False, size=Type.CAPTION, icon_size=14)
        self._right = FactLine(ruled=False, size=Type.CAPTION, icon_size=14)
        self._clock = FactLine(ruled=False, size=Type.CAPTION, icon_size=14)
        self.right: Box = row(gap=20)
        row(self, margins=(16, 0, 16, 0), gap=20).put(self._left, None, self._clock, self._right, self.right)

    def show_left(self, *facts: Fact) -> None:
        """Show these facts at the left."""
        self._left.show_facts(*facts)

    def show_right(self, *facts: Fact) -> None:
        """Show these facts at the right."""
        self._right.show_facts(*facts)

    def show_clock(self, *facts: Fact) -> None:
        """Say how far this machine's clock is off; nothing where it is not known."""
        self._clock.show_facts(*facts)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look_of(self).px(28))
