"""A running timer: minutes and seconds since an instant, in one weight so that digits do not dance."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.theme import Type
from ui.widgets.text import Figure

Now = Callable[[], datetime]


def clock_text(elapsed: timedelta) -> str:
    """``06:42``, or ``1:06:42`` from an hour on; never negative."""
    seconds = max(0, int(elapsed.total_seconds()))
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes:02}:{seconds % 60:02}"


class TimerLabel(Figure):
    """Counts up from ``start(instant)``; ``now`` is the hall's clock."""

    def __init__(
        self, now: Now, size: Type = Type.FIGURE, tone: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__("", size, tone, align=Qt.AlignmentFlag.AlignRight, parent=parent)
        self._now = now
        self._since: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.refresh)

    def start(self, since: datetime) -> None:
        """Count from ``since``; the same instant again changes nothing."""
        self._since = since
        self.refresh()
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Stand still and show nothing."""
        self._since = None
        self._timer.stop()
        self.set_text("")

    def refresh(self) -> None:
        """Show the time that has passed by now."""
        if self._since is not None:
            self.set_text(clock_text(self._now() - self._since))
