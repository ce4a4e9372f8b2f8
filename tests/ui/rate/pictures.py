"""The tablet in every scene, to be looked at: ``python -m tests.ui.rate.pictures FOLDER``."""

import argparse
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.texts import LANGUAGES, Texts
from tests.ui.rate.tablets import SCENES
from ui.rate.view import RateView
from ui.theme import DARK, LIGHT, Look, active, load_fonts

SIZES = {"tablet": (1024, 768), "small": (1366, 768), "large": (1920, 1080)}


def main() -> None:
    """Draw every scene in both languages and themes at every size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args()
    folder: Path = asked.folder
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    load_fonts()
    for tokens in (LIGHT, DARK):
        active.apply(Look(tokens, asked.scale))
        for language in LANGUAGES:
            for scene, state in SCENES.items():
                for size, pixels in SIZES.items():
                    view = RateView(Texts(language))
                    view.window.resize(*pixels)
                    view.render(state)
                    view.window.show()
                    app.processEvents()
                    view.window.grab().save(str(folder / f"{scene}-{language}-{tokens.name}-{size}.png"))
                    view.window.close()


if __name__ == "__main__":
    main()
