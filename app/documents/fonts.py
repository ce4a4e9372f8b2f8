"""The fonts of the paper: which font draws which character, and how wide it is."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from app.documents import fallback
from resources import resource

REGULAR = "Yici-Regular"
BOLD = "Yici-Bold"

_FILES = {REGULAR: "NotoSansSC-Regular.ttf", BOLD: "NotoSansSC-Bold.ttf"}
_BEYOND_BMP = re.compile(r"(?<= )<([0-9A-F]{5,6})>")
_UNPRINTED = {"Cc", "Cf"}
_VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A TrueType font, embedded as a subset, whose text can be copied and searched."""

    def addObjects(self, doc: PDFDocument) -> None:
        """Add the font's objects to *doc*, with a right ToUnicode map.

        reportlab writes ``<20BB7>`` for a character beyond the BMP; a map must hold the UTF-16BE pair.
        """
        super().addObjects(doc)
        for name, item in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                item.content = _BEYOND_BMP.sub(_utf16_pair, item.content)


def _utf16_pair(code: re.Match[str]) -> str:
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"


@cache
def load() -> None:
    """Load the bundled fonts, once; takes about 0.1 s, so a station does it before the first form."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(EmbeddedFont(name, str(resource("fonts", file))))


def clean(text: str) -> str:
    """*text* without what has no shape of its own: control characters, joiners, variation selectors."""
    text = _VARIATION_SELECTORS.sub("", text).expandtabs(1)
    if text.isascii() and text.isprintable():
        return text
    return "".join(filter(None, map(_printed, text)))


def _printed(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Zs" and character != "\N{IDEOGRAPHIC SPACE}":
        return " "
    return "" if category in _UNPRINTED and character != "\n" else character


@cache
def font_of(character: str, bold: bool) -> str | None:
    """The name of the font that draws *character*, or None when no font here has it."""
    load()
    own = BOLD if bold else REGULAR
    if _has(own, character):
        return own
    return _fallback_font(character)


@cache
def width_of(character: str, bold: bool) -> float:
    """The advance of *character*, in ems."""
    font = font_of(character, bold)
    if font is None:
        raise ValueError(f"no font has U+{ord(character):04X}")
    return float(pdfmetrics.stringWidth(character, font, 1))


def runs(text: str, bold: bool = False) -> Iterator[tuple[str, str]]:
    """Part *text* into (font name, text) pieces that one font can draw."""
    for font, characters in groupby(text, lambda character: font_of(character, bold)):
        if font is None:
            raise ValueError(f"no font has a character of {text!r}")
        yield font, "".join(characters)


def _has(font: str, character: str) -> bool:
    return ord(character) in pdfmetrics.getFont(font).face.charToGlyph


def _fallback_font(character: str) -> str | None:
    for path, index in fallback.candidates(character):
        name = _register(str(path), index)
        if name and _has(name, character):
            return name
    return None


@cache
def _register(path: str, index: int) -> str | None:
    """Load an installed font and return its name; None when it cannot be embedded."""
    name = f"Yici-{path}-{index}"
    try:
        pdfmetrics.registerFont(EmbeddedFont(name, path, subfontIndex=index))
    except TTFError:
        return None
    return name
