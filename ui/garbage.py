"""Garbage is collected in the GUI's thread alone.

Python collects in whichever thread happens to allocate. A worker's collection (rendering paper, hashing a
password) would destroy forgotten widgets there, and Qt ends the program when a timer or a widget dies in another
thread than its own.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000


class GuiThreadCollector(QObject):
    """Takes the collection over from Python for as long as it lives; ``close`` gives it back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.collect_what_is_due)
        self._timer.start()

    def collect_what_is_due(self) -> None:
        """Collect the oldest generation whose count is over its threshold, as Python itself would."""
        due = [
            g
            for g, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > limit
        ]
        if due:
            gc.collect(due[-1])

    def close(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
