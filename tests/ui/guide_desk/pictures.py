"""The guide desk in every scene, to be looked at: ``python -m tests.ui.guide_desk.pictures FOLDER``."""

import argparse
import os
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.adapters.case_search import FullTextCaseSearch
from app.bootstrap import case_finder
from app.domain.clock import ClockGap
from app.ports.case_search import SimilarCase
from app.ports.change_feed import Touch
from app.texts import Language, Texts
from tests.ui.guide_desk.scenes import NOW, SCENES, ZONE
from ui.guide_desk.window import GuideDeskWindow
from ui.shell import Connection, HallClock
from ui.theme import THEMES, Look, active, load_fonts
from ui.widgets.focus_ring import FocusRing

SIZES = {"small": (1366, 768), "large": (1920, 1080)}


def guide_desk_in(scene: str, language: Language) -> GuideDeskWindow:
    """The window showing one scene."""
    words = Texts(language)
    window = GuideDeskWindow(words, HallClock(NOW.astimezone(ZONE)))
    window.header.show_station(words("guide_desk.station"), "青溪区政务服务中心")
    touch = Touch.LOST if scene == "away" else Touch.CONNECTED
    window.show_connection(Connection(touch, NOW.astimezone(ZONE)))
    if touch is Touch.CONNECTED:
        off = 5 if scene == "overfull" else 0.2
        window.show_clock(ClockGap(timedelta(seconds=off), timedelta()))
    state = SCENES[scene]()
    window.view.search.box.edit.setText(state.searched)
    window.view.render(state)
    if scene == "exception_told":
        window.view.exception.fill(state.exception.wish)
        window.view.exception.similar.show_cases(similar_cases())
    return window


def similar_cases() -> tuple[SimilarCase, ...]:
    """The known cases that are like what is told in the scene."""
    found = FullTextCaseSearch(case_finder().read_known(), Texts("zh"))
    return tuple(found.search("刷卡交税提示系统忙", 3))


def shoot(
    app: QApplication, scene: str, language: Language, look: Look, size: tuple[int, int], path: Path
) -> None:
    """Draw one scene and save the picture."""
    active.apply(look)
    window = guide_desk_in(scene, language)
    window.resize(*size)
    window.show()
    window.activateWindow()
    window.view.focus_search()
    if SCENES[scene]().draft.errands:
        window.view.focus_issue()
    for _ in range(3):
        app.processEvents()
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    app.processEvents()


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
    app = QApplication([])
    load_fonts()
    ring = FocusRing(app)
    for scene in asked.scene or SCENES:
        for language in asked.language or ("zh", "en"):
            for theme in asked.theme or ("light", "dark"):
                for size in asked.size or SIZES:
                    path = asked.folder / f"{scene}-{language}-{theme}-{size}.png"
                    look = Look(THEMES[theme], asked.scale)
                    shoot(app, scene, language, look, SIZES[size], path)
    ring.deleteLater()


if __name__ == "__main__":
    main()
