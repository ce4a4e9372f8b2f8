"""Installed fonts for the rare characters of names that the bundled fonts lack.

CJK extensions B and up are too large to bundle; Debian has them in ``fonts-hanazono``, Windows in
SimSun-ExtB. Fonts with PostScript outlines cannot be embedded and are passed over.
"""

import logging
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# In this order, so that halls with the same fonts installed print the same shapes.
KNOWN_FILES = ("HanaMinB.ttf", "HanaMinA.ttf", "simsunb.ttf", "SimsunExtG.ttf")

_LONGEST_SECONDS = 2.0

_log = logging.getLogger(__name__)


def candidates(character: str) -> Iterator[tuple[Path, int]]:
    """Font files that may hold *character*, likeliest first, each with its index in a collection."""
    for path in _known_fonts():
        yield path, 0
    yield from ((font.file, font.index) for font in _fontconfig_fonts() if font.has(character))


def look_up() -> None:
    """Look for the installed fonts now: later it would be in the midst of issuing, with the line locked."""
    _known_fonts()
    _fontconfig_fonts()


def _font_folders() -> Iterator[Path]:
    yield Path("/usr/share/fonts")
    yield Path("/usr/local/share/fonts")
    yield Path.home() / ".local/share/fonts"
    if windows := os.environ.get("WINDIR"):
        yield Path(windows) / "Fonts"
    if local := os.environ.get("LOCALAPPDATA"):
        yield Path(local) / "Microsoft/Windows/Fonts"


@cache
def _known_fonts() -> tuple[Path, ...]:
    wanted = {name.lower(): rank for rank, name in enumerate(KNOWN_FILES)}
    found = (
        Path(folder, name)
        for root in _font_folders()
        for folder, _, names in os.walk(root)
        for name in names
        if name.lower() in wanted
    )
    return tuple(sorted(found, key=lambda path: (wanted[path.name.lower()], str(path))))


@cache
def _fontconfig_fonts() -> tuple["_Font", ...]:
    """What fontconfig knows, asked once; nothing where there is no fontconfig, or it takes too long."""
    program = shutil.which("fc-list")
    if program is None:
        return ()
    command = [program, "--format", "%{file}\t%{index}\t%{charset}\n"]
    try:
        answer = subprocess.run(
            command, capture_output=True, text=True, timeout=_LONGEST_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        _log.warning("the installed fonts cannot be looked up: %s", type(error).__name__)
        return ()
    return tuple(_font(line) for line in sorted(answer.stdout.splitlines()))


def _font(line: str) -> "_Font":
    file, index, characters = line.split("\t")
    spans = [span.partition("-") for span in characters.split()]
    # The upper half of fontconfig's index names an instance of a variable font.
    return _Font(Path(file), int(index) & 0xFFFF, tuple((int(a, 16), int(b or a, 16)) for a, _, b in spans))


@dataclass(frozen=True, slots=True)
class _Font:
    """An installed font and the code points that it holds, from and to."""

    file: Path
    index: int
    spans: tuple[tuple[int, int], ...]

    def has(self, character: str) -> bool:
        return any(first <= ord(character) <= last for first, last in self.spans)
