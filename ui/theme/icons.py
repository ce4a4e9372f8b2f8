"""Icons of the Phosphor font: outline for things and actions, ``-fill`` for states, in one colour."""

from functools import lru_cache

import qtawesome
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QIcon, QPainter

_FILLS_ITS_BOX = 1.14  # qtawesome draws glyphs at 7/8 of the box; our sizes mean the glyph itself


def icon(name: str, colour: QColor | str) -> QIcon:
    """An icon by its Phosphor name, such as ``"check-circle-fill"``; ``mdi6.…`` for the few it lacks."""
    return _icon(name, QColor(colour).name())


def paint_icon(painter: QPainter, box: QRect, name: str, colour: QColor) -> None:
    """Draw an icon to fill ``box``."""
    icon(name, colour).paint(painter, box)


@lru_cache(maxsize=512)
def _icon(name: str, colour: str) -> QIcon:
    full_name = name if "." in name else f"ph.{name}"
    made: QIcon = qtawesome.icon(full_name, color=colour, options=[{"scale_factor": _FILLS_ITS_BOX}])
    return made
