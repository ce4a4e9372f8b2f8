"""What of a list that scrolls a person sees."""

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def wholly_seen(area: QScrollArea, part: QWidget) -> bool:
    """Whether no pixel of the part is cut off, once everything has been laid out."""
    QApplication.sendPostedEvents()
    shown = area.viewport()
    corners = part.rect().topLeft(), part.rect().bottomRight()
    return all(shown.rect().contains(part.mapTo(shown, corner)) for corner in corners)
