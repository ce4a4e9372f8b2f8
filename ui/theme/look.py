"""A look is a theme's colours at a scale: what every widget reads when it paints or measures itself."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtGui import QColor, QFont

from ui.theme.tokens import LIGHT, Tokens, Tone

FAMILY = "Noto Sans SC"
LARGE_PRINT = 1.25
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


class Type(Enum):
    """The type scale, in px at scale 1."""

    KEY_CAP = 11
    CAPTION = 12
    DETAIL = 13
    BODY = 14
    EMPHASIS = 16
    TITLE = 19
    FIGURE = 28
    TILE = 30
    NUMBER = 64


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and measures in force. ``scale`` is 1.0 to 2.0 and comes on top of the system's own scaling."""

    tokens: Tokens = LIGHT
    scale: float = 1.0

    def px(self, length: float) -> int:
        """A length given at scale 1, in px of this look."""
        return round(length * self.scale)

    def colour(self, token: str) -> QColor:
        """The colour of a token by its name, such as ``"text2"``."""
        return QColor(getattr(self.tokens, token))

    def tone(self, tone: Tone) -> tuple[QColor, QColor, QColor]:
        """Foreground, tint and border of a tone."""
        colours = self.tokens.tone(tone)
        return QColor(colours.text), QColor(colours.tint), QColor(colours.border)

    def font(self, size: Type = Type.BODY, *, bold: bool = False) -> QFont:
        """The product's font at a step of the type scale. Digits are equally wide within a weight."""
        return QFont(_font(self.px(size.value), bold))


@lru_cache(maxsize=128)
def _font(pixels: int, bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
