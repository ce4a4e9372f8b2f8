"""The office in every scene, to be looked at: ``python -m tests.ui.office.pictures FOLDER [--only SCENE…]``."""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.ports.change_feed import Touch
from app.texts import LANGUAGES
from tests.ui.office.dressed import dressed_office
from tests.ui.office.ledger_scenes import LEDGER_SCENES
from tests.ui.office.ratings_scenes import RATINGS_SCENES
from tests.ui.office.reminders_scenes import REMINDERS_SCENES
from tests.ui.office.scenes import HALL, SCENES
from tests.ui.office.texts_scenes import TEXTS_SCENES
from ui.office.window import Page
from ui.theme import DARK, LIGHT, Look, active, load_fonts

ALL = (*SCENES, *LEDGER_SCENES, *RATINGS_SCENES, *TEXTS_SCENES, *REMINDERS_SCENES)
SIZES = {"small": (1366, 768), "large": (1920, 1080)}


def main() -> None:
    """Draw every scene in both languages and looks at both sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args()
    grown: list[str] = []
    asked.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    load_fonts()
    for tokens in (LIGHT, DARK):
        active.apply(Look(tokens, asked.scale))
        for language in LANGUAGES:
            for scene in asked.only or ALL:
                for size, pixels in SIZES.items():
                    name = f"{scene}-{language}-{tokens.name}-{size}.png"
                    if _draw(app, scene, language, pixels, asked.folder / name) != QSize(*pixels):
                        grown.append(name)
    if grown:
        sys.exit("larger than the size asked for: " + ", ".join(grown))


def _draw(app: QApplication, scene: str, language: str, pixels: tuple[int, int], file: Path) -> QSize:
    """Draw it; the size that the window took."""
    figures, ledger, texts, ratings, reminders = dressed_office(language)
    window = figures.window
    figures.render(SCENES[scene if scene in SCENES else "normal"])
    if scene in LEDGER_SCENES:
        ledger.render(LEDGER_SCENES[scene])
        window.show_page(Page.EXCEPTIONS)
    if scene in TEXTS_SCENES:
        texts.render(TEXTS_SCENES[scene])
        window.show_actor(TEXTS_SCENES[scene].actor)
        window.show_page(Page.TEXTS)
    if scene in RATINGS_SCENES:
        window.show_hall(HALL, Touch.CONNECTED, published=True)
        ratings.render(RATINGS_SCENES[scene])
        window.show_page(Page.RATINGS)
    if scene in REMINDERS_SCENES:
        reminders.render(REMINDERS_SCENES[scene])
        window.show_actor(REMINDERS_SCENES[scene].actor)
        window.show_page(Page.REMINDERS)
    window.resize(*pixels)
    window.show()
    app.processEvents()
    app.processEvents()  # fields are given their room a round later
    window.grab().save(str(file))
    window.close()
    return window.size()


if __name__ == "__main__":
    main()
