from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from app.documents import fallback, fonts
from app.documents.renderer import PdfRenderer
from app.texts import Texts


@pytest.fixture
def renderer() -> PdfRenderer:
    return PdfRenderer(Texts("zh"))


@pytest.fixture
def english() -> PdfRenderer:
    return PdfRenderer(Texts("en"))


@pytest.fixture
def rare_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A font installed for this user alone that holds two characters beyond the BMP; no other is installed."""
    path = tmp_path / ".local/share/fonts/HanaMinB.ttf"
    path.parent.mkdir(parents=True)
    _make_font(path, "𠮷𲎯")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    folders = fallback._font_folders
    monkeypatch.setattr(
        fallback, "_font_folders", lambda: (f for f in folders() if f.is_relative_to(tmp_path))
    )
    _forget_fonts()
    yield path
    _forget_fonts()


def _forget_fonts() -> None:
    for cached in (fallback._known_fonts, fallback._fontconfig_fonts, fonts.font_of, fonts.width_of):
        cached.cache_clear()


def _make_font(path: Path, characters: str) -> None:
    names = [".notdef", *(f"u{ord(character):X}" for character in characters)]
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 700), (800, 700), (800, 0)):
        pen.lineTo(point)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(character): f"u{ord(character):X}" for character in characters})
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Rare", "styleName": "Regular", "psName": "Rare"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
