"""The colours of the product, by meaning. Screens name a token, never a colour."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a coloured thing says. Every tone has a foreground, a tint to fill with, and a border."""

    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    DANGER = "danger"
    NEUTRAL = "neutral"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class ToneColours:
    """The three colours of a tone, as ``#rrggbb``."""

    text: str
    tint: str
    border: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours, as ``#rrggbb``; ``dark`` says which way shades go."""

    name: str
    dark: bool
    bg: str
    surface: str
    surface2: str
    border: str
    control_border: str
    text1: str
    text2: str
    text3: str
    accent: str
    accent_tint: str
    accent_border: str
    on_accent: str
    ok: str
    ok_tint: str
    ok_border: str
    warn: str
    warn_tint: str
    warn_border: str
    danger: str
    danger_tint: str
    danger_border: str
    neutral: str
    neutral_tint: str
    neutral_border: str
    disabled: str

    def tone(self, tone: Tone) -> ToneColours:
        """The colours of ``tone``; disabled things have no tint of their own."""
        if tone is Tone.DISABLED:
            return ToneColours(self.disabled, self.surface2, self.border)
        return ToneColours(
            getattr(self, tone.value),
            getattr(self, f"{tone.value}_tint"),
            getattr(self, f"{tone.value}_border"),
        )


LIGHT = Tokens(
    name="light",
    dark=False,
    bg="#eff2f4",
    surface="#ffffff",
    surface2="#f6f8f9",
    border="#d6dde1",
    control_border="#7b8a93",
    text1="#14202a",
    text2="#43525c",
    text3="#5f6e78",
    accent="#0b6b7e",
    accent_tint="#e2f0f3",
    accent_border="#9ccad4",
    on_accent="#ffffff",
    ok="#1b7340",
    ok_tint="#e4f3ea",
    ok_border="#a9d3b9",
    warn="#8f5200",
    warn_tint="#fdf0d8",
    warn_border="#e4be7e",
    danger="#b3261e",
    danger_tint="#fce9e7",
    danger_border="#e9b1ac",
    neutral="#4a5a66",
    neutral_tint="#e7ecef",
    neutral_border="#c3cdd3",
    disabled="#8c9aa3",
)

DARK = Tokens(
    name="dark",
    dark=True,
    bg="#10171b",
    surface="#182126",
    surface2="#1e282e",
    border="#2d3940",
    control_border="#6f808a",
    text1="#e9eff2",
    text2="#b5c2c9",
    text3="#93a2ab",
    accent="#52bacd",
    accent_tint="#143941",
    accent_border="#2a626d",
    on_accent="#04222a",
    ok="#6fc792",
    ok_tint="#16301f",
    ok_border="#2c5a3d",
    warn="#ebb454",
    warn_tint="#35290f",
    warn_border="#6b5423",
    danger="#f39a92",
    danger_tint="#3c1d1b",
    danger_border="#753733",
    neutral="#a9b8c0",
    neutral_tint="#263239",
    neutral_border="#3e4c54",
    disabled="#66757e",
)

# Readable from 15 m: white on deep teal, the call's words and frame in yellow.
BOARD = Tokens(
    name="board",
    dark=True,
    bg="#062a33",
    surface="#0b3a45",
    surface2="#041f26",
    border="#1f5560",
    control_border="#6f97a0",
    text1="#ffffff",
    text2="#b7d3d9",
    text3="#b7d3d9",
    accent="#ffc94d",
    accent_tint="#0b3a45",
    accent_border="#ffc94d",
    on_accent="#062a33",
    ok="#8fdcab",
    ok_tint="#0d3f33",
    ok_border="#2f6f58",
    warn="#ffc94d",
    warn_tint="#3a3413",
    warn_border="#7a6520",
    danger="#ffaea6",
    danger_tint="#451f1e",
    danger_border="#8a4440",
    neutral="#b7d3d9",
    neutral_tint="#0b3a45",
    neutral_border="#1f5560",
    disabled="#6f97a0",
)

THEMES = {tokens.name: tokens for tokens in (LIGHT, DARK, BOARD)}
