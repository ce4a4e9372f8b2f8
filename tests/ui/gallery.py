"""Every widget in the situations of the mockups, to be looked at: ``python -m tests.ui.gallery FOLDER``.

People, numbers and places in it are invented.
"""

import argparse
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.ports.change_feed import Touch
from tests.ui.gallery_counter import counter
from tests.ui.gallery_exceptions import exceptions
from tests.ui.gallery_guide import guide
from tests.ui.gallery_parts import NOW, WORDS, clock
from ui.dialogs.reason import ReasonDialog
from ui.shell import Connection, Preferences, StationWindow
from ui.theme import DARK, LIGHT, Look, active, load_fonts
from ui.widgets.button import ActionButton
from ui.widgets.focus_ring import FocusRing
from ui.widgets.layouts import column


def dialog() -> StationWindow:
    """A reason is asked for over a counter that is out of touch."""
    window = StationWindow(WORDS, clock())
    window.header.show_station("3 号窗口", "不动产登记")
    window.header.right.put(Preferences(WORDS))
    window.show_connection(Connection(Touch.LOST, NOW - timedelta(minutes=3)))
    body = QWidget(window)
    asked = ReasonDialog(
        body,
        WORDS,
        "挂起 A023",
        "挂起",
        [("copies", "去复印材料"), ("bank", "等银行回执"), ("other", "其他")],
        own_words=False,
    )
    asked.setWindowFlags(Qt.WindowType.Widget)  # into the picture
    asked.accept()
    box = column(body)
    box.put(None)
    box.addWidget(asked, 0, Qt.AlignmentFlag.AlignHCenter)
    box.put(None)
    window.set_body(body)
    return window


PAGES: dict[str, Callable[[], StationWindow]] = {
    "counter": counter,
    "guide": guide,
    "exceptions": exceptions,
    "dialog": dialog,
}


def shoot(app: QApplication, page: str, look: Look, size: tuple[int, int], path: Path) -> None:
    """Draw one page in a look and save the picture."""
    active.apply(look)
    window = PAGES[page]()
    window.resize(*size)
    window.show()
    window.activateWindow()
    focused = window.findChild(ActionButton, "focused")
    if focused is not None:
        focused.setFocus()
    app.processEvents()
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    app.processEvents()


def main() -> None:
    """Draw every page in light and dark."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    load_fonts()
    ring = FocusRing(app)
    for page in PAGES:
        for tokens in (LIGHT, DARK):
            path = options.folder / f"{page}-{tokens.name}.png"
            shoot(app, page, Look(tokens, options.scale), (1366, 768), path)
    ring.deleteLater()


if __name__ == "__main__":
    main()
