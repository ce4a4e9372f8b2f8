"""What the guide says of a material stands beside its name, and what it does not say too."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from app.texts import Texts
from tests.ui.guide_desk.scenes import DESK_OPEN, TRANSFER, guide_of, item_row
from ui.guide_desk.draft import ErrandDraft
from ui.guide_desk.material_list import MaterialList
from ui.widgets.chip import Chip


def test_a_material_of_which_the_guide_does_not_say_whether_it_is_required(dressed: QApplication) -> None:
    item = guide_of(TRANSFER)
    first, *others = item.materials
    errand = ErrandDraft(item_row(TRANSFER)).learn(
        replace(item, materials=(replace(first, required_stated=False), *others))
    )
    shown = MaterialList(Texts("zh"))
    shown.show_state(errand, DESK_OPEN)
    told = [chip.text() for chip in shown.rows[0].findChildren(Chip)]
    assert "是否必要未写明" in told
    for row in shown.rows[1:]:
        assert "是否必要未写明" not in [chip.text() for chip in row.findChildren(Chip)]
