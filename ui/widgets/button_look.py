"""How buttons are coloured and measured, by kind and size."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from PySide6.QtGui import QColor

from ui.theme import Look, Tone, Type


class Kind(StrEnum):
    """What a button is among its neighbours."""

    PLAIN = "plain"
    PRIMARY = "primary"  # the one next action
    WARN = "warn"  # a second way that competes with the primary one
    DANGER = "danger"  # cannot be taken back
    QUIET = "quiet"  # a link: text and icon only
    TEXT = "text"  # as quiet, in the colour of words
    MARKED = "marked"  # the primary action's twin in the F-key bar


UNBOXED = (Kind.QUIET, Kind.TEXT)
"""Kinds without a box, and so without padding."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Px at scale 1."""

    height: int
    padding: int
    icon: int
    gap: int
    radius: int
    text: Type


class Size(Enum):
    """Heights of look.md: inline 28, normal 32, large 40, big 56, tall 64."""

    INLINE = Measures(28, 8, 14, 6, 4, Type.DETAIL)
    NORMAL = Measures(32, 12, 16, 8, 4, Type.BODY)
    LARGE = Measures(40, 16, 18, 8, 4, Type.BODY)
    BIG = Measures(56, 18, 24, 12, 6, Type.TITLE)
    TALL = Measures(64, 18, 24, 12, 6, Type.TITLE)
    KEY = Measures(44, 8, 16, 10, 4, Type.BODY)


@dataclass(frozen=True, slots=True)
class ButtonColours:
    """Colours of one button in one state; None paints nothing."""

    fill: QColor | None
    border: QColor | None
    text: QColor
    cap: QColor
    border_width: int = 1


def colours_of(look: Look, kind: Kind, *, enabled: bool, hover: bool, down: bool) -> ButtonColours:
    """The colours of a button of ``kind`` in its present state."""
    if not enabled:
        return _disabled(look, kind)
    colours = _KINDS[kind](look)
    if (hover or down) and colours.fill is not None:
        fill = _pressed(look, colours.fill) if down else _hovered(look, colours.fill)
        return ButtonColours(fill, colours.border, colours.text, colours.cap, colours.border_width)
    return colours


def _disabled(look: Look, kind: Kind) -> ButtonColours:
    faint, border = look.colour("disabled"), look.colour("border")
    if kind in UNBOXED:
        return ButtonColours(None, None, faint, border)
    fill = look.colour("neutral_tint") if kind is Kind.PRIMARY else look.colour("surface2")
    return ButtonColours(fill, border, faint, border)


def _plain(look: Look) -> ButtonColours:
    border = look.colour("control_border")
    return ButtonColours(look.colour("surface"), border, look.colour("text1"), border)


def _primary(look: Look) -> ButtonColours:
    on_accent = look.colour("on_accent")
    return ButtonColours(look.colour("accent"), None, on_accent, on_accent)


def _marked(look: Look) -> ButtonColours:
    accent = look.colour("accent")
    return ButtonColours(look.colour("surface"), accent, accent, accent, border_width=2)


def _quiet(look: Look) -> ButtonColours:
    return ButtonColours(None, None, look.colour("accent"), look.colour("control_border"))


def _text(look: Look) -> ButtonColours:
    return ButtonColours(None, None, look.colour("text2"), look.colour("control_border"))


def _warn(look: Look) -> ButtonColours:
    text, tint, border = look.tone(Tone.WARN)
    return ButtonColours(tint, border, text, border)


def _danger(look: Look) -> ButtonColours:
    danger, on_danger = look.colour("danger"), look.colour("surface")
    return ButtonColours(danger, None, on_danger, on_danger)


_KINDS = {
    Kind.PLAIN: _plain,
    Kind.PRIMARY: _primary,
    Kind.MARKED: _marked,
    Kind.QUIET: _quiet,
    Kind.TEXT: _text,
    Kind.WARN: _warn,
    Kind.DANGER: _danger,
}


def _hovered(look: Look, fill: QColor) -> QColor:
    return fill.lighter(115) if look.tokens.dark else fill.darker(104)


def _pressed(look: Look, fill: QColor) -> QColor:
    return fill.lighter(135) if look.tokens.dark else fill.darker(112)
