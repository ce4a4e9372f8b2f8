from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.gallery import PAGES, shoot
from ui.theme import DARK, LIGHT, Look


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("look", [Look(LIGHT), Look(DARK), Look(LIGHT, 1.25)], ids=["light", "dark", "large"])
def test_every_page_is_drawn_in_its_look(
    dressed: QApplication, tmp_path: Path, page: str, look: Look
) -> None:
    path = tmp_path / "page.png"
    shoot(dressed, page, look, (1366, 768), path)
    picture = QImage(str(path))
    assert picture.pixelColor(4, picture.height() // 2).name() == look.tokens.bg
    assert picture.pixelColor(picture.width() // 2, 3).name() == look.tokens.surface
