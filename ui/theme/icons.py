"""Icons of the Phosphor font: outline for things and actions, ``-fill`` for states, in one colour."""

from functools import cache, lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QIcon, QPainter
from qtawesome.iconic_font import IconicFont

_FILLS_ITS_BOX = 1.14  # qtawesome draws glyphs at 7/8 of the box; our sizes mean the glyph itself


_FONTS = {
    "ph": ("phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"),
    "mdi6": ("materialdesignicons6-webfont-6.9.96.ttf", "materialdesignicons6-webfont-charmap-6.9.96.json"),
}
"""The two of the library's twelve fonts that are used; all of them would cost every start time and 15 MB."""


def icon(name: str, colour: QColor | str) -> QIcon:
    """An icon by its Phosphor name, such as ``"check-circle-fill"``; ``mdi6.…`` for the few it lacks."""
    return _icon(name, QColor(colour).name())


def paint_icon(painter: QPainter, box: QRect, name: str, colour: QColor) -> None:
    """Draw an icon to fill ``box``."""
    icon(name, colour).paint(painter, box)


@cache
def _fonts() -> IconicFont:
    return IconicFont()


@cache
def _load(prefix: str) -> None:
    """Load a font when the first of its icons is wanted."""
    _fonts().load_font(prefix, *_FONTS[prefix])


@lru_cache(maxsize=512)
def _icon(name: str, colour: str) -> QIcon:
    full_name = name if "." in name else f"ph.{name}"
    _load(full_name.partition(".")[0])
    made: QIcon = _fonts().icon(full_name, color=colour, options=[{"scale_factor": _FILLS_ITS_BOX}])
    return made
