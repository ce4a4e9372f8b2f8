"""The hall's clock on this screen: the database's time, carried on by the machine's steady clock."""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal


class HallClock(QObject):
    """``set(now)`` takes the database's time; ``now()`` is that time carried on. ``ticked`` comes every second."""

    ticked = Signal()

    def __init__(
        self, now: datetime, steady: Callable[[], float] = monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._steady = steady
        self.set(now)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.ticked)
        self._timer.start()

    def set(self, now: datetime) -> None:
        """Take the database's time, aware, in the hall's zone (ValueError when naive)."""
        if now.tzinfo is None:
            raise ValueError("the hall's time is aware")
        self._base, self._since = now, self._steady()
        self.ticked.emit()  # nobody shows the old time for another second

    def now(self) -> datetime:
        """The hall's time, aware; the machine's own clock plays no part."""
        return self._base + timedelta(seconds=self._steady() - self._since)
