"""How it is said that this machine's clock is off."""

from datetime import timedelta

from app.domain.clock import ClockGap
from ui.shell.facts import Fact, status_fact
from ui.theme import Status
from ui.words import Words

_UNITS = (("days", 86400, 48 * 3600), ("hours", 3600, 2 * 3600), ("minutes", 60, 120))
"""Each unit with its seconds, and from how many seconds on it is the one to speak in."""


def clock_fact(gap: ClockGap, words: Words) -> Fact:
    """Quiet while the clock is good enough, a warning that says what to do when it is not."""
    if not gap.is_too_large:
        return Fact(words("shell.clock.fits", seconds=tenths(gap.off)))
    fact = status_fact(Status.TOO_LONG, clock_warning(gap, words))
    return Fact(fact.text, fact.icon, fact.icon_tone, tone=fact.icon_tone)


def clock_warning(gap: ClockGap, words: Words) -> str:
    """Which way and how far the clock is off, and what to do."""
    code = "shell.clock.slow" if gap.off > timedelta() else "shell.clock.fast"
    return words(code, gap=_rough(abs(gap.off).total_seconds(), words))


def tenths(off: timedelta) -> str:
    """The seconds of a small gap."""
    return f"{abs(off).total_seconds():.1f}"


def _rough(seconds: float, words: Words) -> str:
    for unit, length, least in _UNITS:
        if seconds >= least:
            return words(f"shell.clock.{unit}", number=round(seconds / length))
    return words("shell.clock.seconds", number=round(seconds))
