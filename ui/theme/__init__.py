"""The product's face: colours by meaning, type and measures, icons, states; one look in force at a time."""

from ui.theme.active import active, look_of, pin_look
from ui.theme.fonts import load_fonts
from ui.theme.icons import icon, paint_icon
from ui.theme.look import FAMILY, LARGE_PRINT, SCALES, Look, Type
from ui.theme.status import ROW_TINTS, STATUS_LOOKS, Status, StatusLook
from ui.theme.tokens import BOARD, DARK, LIGHT, THEMES, Tokens, Tone

__all__ = [
    "BOARD",
    "DARK",
    "FAMILY",
    "LARGE_PRINT",
    "LIGHT",
    "ROW_TINTS",
    "SCALES",
    "STATUS_LOOKS",
    "THEMES",
    "Look",
    "Status",
    "StatusLook",
    "Tokens",
    "Tone",
    "Type",
    "active",
    "icon",
    "load_fonts",
    "look_of",
    "paint_icon",
    "pin_look",
]
