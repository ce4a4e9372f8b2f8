"""Compiles the catalogues that translators edit (.po) into those that the program reads (.mo).

``python -m app.texts.compile`` does it by hand; ``make setup`` and the tests do it by themselves.
"""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.texts import LOCALE_FOLDER


def compile_catalogues(folder: Path = LOCALE_FOLDER) -> int:
    """Write every .mo that is missing or older than its .po; how many were written.

    Raises babel.messages.pofile.PoFileError when a catalogue is malformed.
    """
    stale = [path for path in sorted(folder.rglob("*.po")) if _is_stale(path)]
    for path in stale:
        _compile(path)
    return len(stale)


def _compile(path: Path) -> None:
    with path.open("rb") as source:
        catalogue = read_po(source, abort_invalid=True)
    # Written aside and moved into place: another process never reads half a catalogue.
    aside = path.with_suffix(f".{os.getpid()}")
    with aside.open("wb") as target:
        write_mo(target, catalogue)
    aside.replace(path.with_suffix(".mo"))


def _is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < path.stat().st_mtime_ns


if __name__ == "__main__":
    compile_catalogues()
