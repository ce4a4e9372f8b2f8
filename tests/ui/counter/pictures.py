"""The counter in every scene, to be looked at: ``python -m tests.ui.counter.pictures FOLDER``."""

import argparse
import asyncio
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.counter.counter_at_work import counter_at_work
from tests.ui.counter.morning import make_hall, morning_in
from tests.ui.counter.scenes import SCENES
from ui.loop import run
from ui.theme import THEMES, Look, active, load_fonts
from ui.widgets.keyboard import keyboard_led

SIZES = {"small": (1366, 768), "large": (1920, 1080)}


async def shoot(asked: argparse.Namespace, template: Path, scene: str, language: str) -> None:
    """Arrange one scene and save its pictures in every theme and size."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ["YICI_HOME"] = str(home / "station")
        hall = Path(shutil.copytree(template, home / "hall"))
        async with (
            morning_in(hall) as morning,
            counter_at_work(morning, home, language="en" if language == "en" else "zh") as counter,
        ):
            await SCENES[scene](counter, morning)
            for theme in asked.theme or ("light", "dark"):
                active.apply(Look(THEMES[theme], asked.scale))
                for size in asked.size or SIZES:
                    counter.room.widget.resize(*SIZES[size])
                    await _painted()
                    name = f"{scene}-{language}-{theme}-{size}"
                    for at, window in enumerate(_shapes()):
                        window.grab().save(str(asked.folder / f"{name}{'-' + str(at) if at else ''}.png"))


def _shapes() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.width() > 300]


async def _painted() -> None:
    for _ in range(5):
        await asyncio.sleep(0.02)


def main() -> None:
    """Draw scenes; without options all of them in every look."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scene", choices=SCENES, action="append")
    parser.add_argument("--language", choices=("zh", "en"), action="append")
    parser.add_argument("--theme", choices=("light", "dark"), action="append")
    parser.add_argument("--size", choices=SIZES, action="append")
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)

    async def draw(app: QApplication) -> int:
        load_fonts()
        with keyboard_led(app), TemporaryDirectory() as folder:
            await make_hall(Path(folder))
            for scene in asked.scene or SCENES:
                for language in asked.language or ("zh", "en"):
                    active.apply(Look(scale=asked.scale))  # the room is made in it, as the program does
                    await shoot(asked, Path(folder), scene, language)
        return 0

    run(draw)


if __name__ == "__main__":
    main()
