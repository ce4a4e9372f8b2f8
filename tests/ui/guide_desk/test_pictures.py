"""Every scene fits into the smallest screen, in both languages, and says nothing without words."""

import pytest
from PySide6.QtWidgets import QApplication

from app.texts import LANGUAGES, Language
from tests.ui.guide_desk.pictures import SIZES, guide_desk_in
from tests.ui.guide_desk.scenes import SCENES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_fits(dressed: QApplication, scene: str, language: Language) -> None:
    window = guide_desk_in(scene, language)
    width, height = SIZES["small"]
    window.resize(width, height)
    window.show()
    dressed.processEvents()
    picture = window.grab()
    assert (picture.width(), picture.height()) == (width, height)
    window.close()
    window.deleteLater()


def test_a_failed_print_is_told_with_what_to_do(dressed: QApplication) -> None:
    window = guide_desk_in("told", "zh")
    window.show()
    note = window.view.ticket.result.note
    assert note.failed.isVisible()
    asked: list[str] = []
    window.view.ticket.result.reprint.connect(asked.append)
    note.failed.action.emit()
    assert asked == ["青溪自然资源告〔2026〕0027号"]
    window.close()
    window.deleteLater()


def test_missing_materials_are_marked_only_after_somebody_looked(dressed: QApplication) -> None:
    before, after = guide_desk_in("untouched", "zh"), guide_desk_in("picked", "zh")
    tints = [
        [row.property("tint") for row in window.view.ticket.item.materials.rows] for window in (before, after)
    ]
    assert tints == [[""] * len(tints[0]), ["", "", "", "warn"]]
    for window in (before, after):
        window.deleteLater()
