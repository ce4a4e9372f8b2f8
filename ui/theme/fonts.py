"""The product brings its own font, so that screens look the same on every machine."""

from PySide6.QtGui import QFontDatabase

from resources import resource
from ui.theme.look import FAMILY


def load_fonts() -> None:
    """Make Noto Sans SC known to Qt. Needs the application; raises RuntimeError when the font is unusable."""
    if FAMILY in QFontDatabase.families():
        return
    for weight in ("Regular", "Bold"):
        path = resource("fonts", f"NotoSansSC-{weight}.ttf")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"font not usable: {path.name}")
