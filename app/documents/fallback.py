"""Installed fonts for the rare characters of names that the bundled fonts lack.

CJK extensions B and up are too large to bundle; Debian has them in ``fonts-hanazono``, Windows in
SimSun-ExtB. Fonts with PostScript outlines cannot be embedded and are passed over.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

# In this order, so that halls with the same fonts installed print the same shapes.
KNOWN_FILES = ("HanaMinB.ttf", "HanaMinA.ttf", "simsunb.ttf", "SimsunExtG.ttf")


def candidates(character: str) -> Iterator[tuple[Path, int]]:
    """Font files that may hold *character*, likeliest first, each with its index in a collection."""
    for path in _known_fonts():
        yield path, 0
    yield from _fontconfig_fonts(character)


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


def _fontconfig_fonts(character: str) -> Iterator[tuple[Path, int]]:
    """What fontconfig knows to hold *character*; nothing where there is no fontconfig."""
    program = shutil.which("fc-list")
    if program is None:
        return
    answer = subprocess.run(
        [program, f":charset={ord(character):x}", "--format", "%{file}\t%{index}\n"],
        capture_output=True,
        text=True,
        timeout=10,
        check=False,
    )
    for line in sorted(answer.stdout.splitlines()):
        file, _, index = line.partition("\t")
        # The upper half of fontconfig's index names an instance of a variable font.
        yield Path(file), int(index) & 0xFFFF
