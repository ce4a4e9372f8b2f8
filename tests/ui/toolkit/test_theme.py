import re

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.texts import Texts
from resources import resource
from ui.theme import (
    BOARD,
    DARK,
    LIGHT,
    STATUS_LOOKS,
    THEMES,
    Look,
    Status,
    Tokens,
    Tone,
    Type,
    active,
    icon,
    look_of,
    pin_look,
)
from ui.theme.stylesheet import stylesheet_of

TEXT_ON_GROUND = [
    (text, ground)
    for text in ("text1", "text2", "text3", "accent", "ok", "warn", "danger", "neutral")
    for ground in ("surface", "surface2", "bg")
]
TINTED = ("ok", "warn", "danger", "neutral", "accent")


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_reaches_contrast_aa(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", TINTED)
def test_text_on_its_tint_reaches_contrast_aa(tokens: Tokens, tone: str) -> None:
    tint = getattr(tokens, f"{tone}_tint")
    assert contrast(getattr(tokens, tone), tint) >= 4.5
    assert contrast(tokens.text1, tint) >= 4.5
    assert contrast(tokens.text2, tint) >= 4.5


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
def test_controls_and_focus_stand_out_from_their_ground(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    for ground in (tokens.surface, tokens.surface2):
        assert contrast(tokens.control_border, ground) >= 3
        assert contrast(tokens.accent, ground) >= 3


def test_every_state_has_its_colour_shape_and_word() -> None:
    assert set(STATUS_LOOKS) == set(Status)
    for language in ("zh", "en"):
        words = Texts(language)
        for look in STATUS_LOOKS.values():
            assert words(look.code) != look.code


def test_states_that_differ_in_meaning_differ_without_colour() -> None:
    same_on_purpose = {
        Status.WAITING, Status.FINISHED, Status.COMPLETE, Status.NOT_NEEDED, Status.CANCELLED, Status.CONNECTED,
    }  # fmt: skip
    shapes = [look.icon for status, look in STATUS_LOOKS.items() if status not in same_on_purpose]
    assert len(shapes) == len(set(shapes))


def test_every_state_icon_exists(dressed: QApplication) -> None:
    for look in STATUS_LOOKS.values():
        image = icon(look.icon, "#000000").pixmap(16, 16).toImage()
        inked = any(image.pixelColor(x, y).alpha() > 100 for x in range(16) for y in range(16))
        assert inked, look.icon


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
def test_style_sheet_knows_all_its_tokens(tokens: Tokens) -> None:
    sheet = stylesheet_of(Look(tokens))
    assert "@" not in sheet
    assert tokens.surface in sheet


def test_scale_grows_lengths_and_keeps_hairlines() -> None:
    sheet = stylesheet_of(Look(LIGHT, 2.0))
    assert "border-radius: 16px" in sheet
    assert "border: 1px" in sheet
    assert Look(LIGHT, 1.5).font(Type.BODY).pixelSize() == 21


def test_style_sheet_names_no_colour_of_its_own() -> None:
    template = resource("styles", "base.qss").read_text("utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,6}\b", template)


def test_digits_are_equally_wide_within_a_weight(dressed: QApplication) -> None:
    for bold in (False, True):
        metrics = QFontMetrics(Look().font(Type.FIGURE, bold=bold))
        assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_the_product_s_own_font_is_used(dressed: QApplication) -> None:
    assert QFontInfo(Look().font()).family() == "Noto Sans SC"


def test_look_changes_while_the_program_runs(dressed: QApplication) -> None:
    active.apply(Look(DARK, 1.25))
    assert dressed.palette().color(QPalette.ColorRole.Window) == QColor(DARK.bg)
    assert dressed.font().pixelSize() == 18
    assert DARK.surface in dressed.styleSheet()


def test_a_pinned_window_keeps_its_look(dressed: QApplication) -> None:
    window = QWidget()
    inside = QWidget(window)
    pin_look(window, Look(BOARD))
    active.apply(Look(DARK))
    assert look_of(inside).tokens is BOARD
    assert look_of(QWidget()).tokens is DARK


def test_disabled_tone_has_all_three_colours() -> None:
    assert LIGHT.tone(Tone.DISABLED).text == LIGHT.disabled
