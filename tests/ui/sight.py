"""What a person sees of a window, and of a list that scrolls."""

import asyncio

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from ui.widgets.chip import Chip
from ui.widgets.stepper import Stepper

_WHOLE = (QAbstractButton, Chip, Stepper)


def wholly_seen(area: QScrollArea, part: QWidget) -> bool:
    """Whether no pixel of the part is cut off, once everything has been laid out."""
    QApplication.sendPostedEvents()
    shown = area.viewport()
    corners = part.rect().topLeft(), part.rect().bottomRight()
    return all(shown.rect().contains(part.mapTo(shown, corner)) for corner in corners)


async def laid_out() -> None:
    """Let parts move until every one has found its place."""
    for _ in range(5):
        await asyncio.sleep(0)
        QApplication.sendPostedEvents()


def cut_off(window: QWidget) -> list[str]:
    """The buttons, chips and ways in sight that are not whole: too narrow for their words, or beyond what holds them.

    Below the edge of what scrolls one is a scroll away; beside it nobody comes.
    """
    QApplication.sendPostedEvents()
    parts = [part for part in window.findChildren(QWidget) if isinstance(part, _WHOLE) and part.isVisible()]
    return [f"{type(part).__name__} {part.accessibleName()}" for part in parts if not _is_whole(part)]


def _is_whole(part: QWidget) -> bool:
    if part.width() < part.minimumSizeHint().width() or part.height() < part.minimumSizeHint().height():
        return False
    holder, scrolls = part.parentWidget(), False
    while holder is not None:
        scrolls = scrolls or isinstance(holder.parentWidget(), QScrollArea)
        box = QRect(part.mapTo(holder, part.rect().topLeft()), part.size())
        if box.left() < 0 or box.right() >= holder.width():
            return False
        if not scrolls and (box.top() < 0 or box.bottom() >= holder.height()):
            return False
        holder = None if holder.isWindow() else holder.parentWidget()
    return True
