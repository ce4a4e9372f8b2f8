"""Worklists to be looked at: a moment of a station in a hall of some scene, in every look."""

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.texts import Language
from tests.postgres import in_own_loop
from ui.loop import run
from ui.theme import THEMES, Look, active, load_fonts
from ui.widgets.focus_ring import FocusRing

SETTLE = 0.3
"""Seconds for layouts to come to rest."""
SIZES = {"small": (1366, 768), "large": (1920, 1080)}

Scenes = Mapping[str, Callable[[Any], Awaitable[None]]]
Open = Callable[[Path], AbstractAsyncContextManager[Any]]
Arrange = Callable[[Path, str, Path, Language, tuple[int, int]], AbstractAsyncContextManager[Any]]
"""Opens the station in a hall's folder and brings it to a moment: hall, moment, folder, language, size."""


def main(
    moments: Mapping[str, tuple[Any, ...]],
    scenes: Scenes,
    make_hall: Callable[[Path], Awaitable[None]],
    hall_of: Open,
    arrange: Arrange,
) -> None:
    """Draw moments, each of which begins with its scene; without options all of them in every look."""
    asked = _asked(moments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp())
    in_own_loop(lambda: _prepare(work, scenes, make_hall, hall_of))

    async def draw(app: QApplication) -> int:
        load_fonts()
        ring = FocusRing(app)
        for moment in asked.moment or moments:
            for language in asked.language or ("zh", "en"):
                for theme in asked.theme or ("light", "dark"):
                    for size in asked.size or SIZES:
                        active.apply(Look(THEMES[theme], asked.scale))
                        path = asked.folder / f"{moment}-{language}-{theme}-{size}.png"
                        hall = work / moments[moment][0]
                        os.environ["YICI_HOME"] = tempfile.mkdtemp(dir=hall)
                        async with arrange(hall, moment, asked.folder, language, SIZES[size]) as station:
                            await asyncio.sleep(SETTLE)
                            window = station.room.widget
                            if (window.width(), window.height()) != SIZES[size]:
                                grown.append(f"{path.name}: {window.width()}×{window.height()}")
                            window.grab().save(str(path))
        ring.deleteLater()
        return 0

    grown: list[str] = []
    run(draw)
    shutil.rmtree(work)
    if grown:
        sys.exit("larger than the size asked for: " + "; ".join(grown))


def _asked(moments: Mapping[str, object]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--moment", choices=moments, action="append")
    parser.add_argument("--language", choices=("zh", "en"), action="append")
    parser.add_argument("--theme", choices=("light", "dark"), action="append")
    parser.add_argument("--size", choices=SIZES, action="append")
    parser.add_argument("--scale", type=float, default=1.0)
    return parser.parse_args()


async def _prepare(
    folder: Path, scenes: Scenes, make_hall: Callable[[Path], Awaitable[None]], hall_of: Open
) -> None:
    (folder / "blank").mkdir()
    await make_hall(folder / "blank")
    for scene, play in scenes.items():
        shutil.copytree(folder / "blank", folder / scene)
        async with hall_of(folder / scene) as hall:
            await play(hall)
