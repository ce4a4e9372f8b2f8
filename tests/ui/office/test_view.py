"""What the office's page shows, and what a person wants of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.five_ones import Figure, Grouping
from tests.ui.office.dressed import dressed_office
from tests.ui.office.scenes import SCENES
from tests.ui.office.texts_scenes import ADMINISTRATOR
from ui.office.state import File, Range
from ui.office.view import OfficeView
from ui.theme import LIGHT, Look, active


@pytest.fixture
def office(qtbot: QtBot, dressed: QApplication) -> OfficeView:
    view, *_ = dressed_office("zh")
    qtbot.addWidget(view.window)
    view.window.resize(1366, 768)
    view.window.show()
    return view


def test_every_tile_tells_its_share_and_of_how_many(office: OfficeView) -> None:
    office.render(SCENES["normal"])
    said = [tile.accessibleDescription() for tile in office.tiles]
    assert said[0].startswith("93.0% 3,441 / 3,700")
    assert "引导网办 407，占 18.0%" in said[-1]
    assert [tile.isChecked() for tile in office.tiles] == [True, False, False, False, False]
    assert all("中" in tile.toolTip() for tile in office.tiles)


def test_departments_stand_with_the_lowest_share_first(office: OfficeView) -> None:
    office.render(SCENES["normal"])
    lines = office.card.bars.accessibleDescription().splitlines()
    assert (lines[0], len(lines)) == ("不动产 60.0% 60 / 100", 7)
    assert lines[-1] == "农业农村 72.0% 72 / 100"


def test_a_bar_is_as_long_as_its_share(office: OfficeView) -> None:
    office.render(SCENES["normal"])
    picture = office.card.bars.grab().toImage()
    middle = 8 + 18 + 1
    accent = sum(picture.pixelColor(x, middle).name() == LIGHT.accent.lower() for x in range(picture.width()))
    empty = sum(
        picture.pixelColor(x, middle).name() == LIGHT.neutral_tint.lower() for x in range(picture.width())
    )
    assert accent / (accent + empty) == pytest.approx(0.6, abs=0.01)


def test_a_part_is_chosen_by_keys_and_its_list_asked_for(qtbot: QtBot, office: OfficeView) -> None:
    office.render(SCENES["normal"])
    bars = office.card.bars
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(bars, Qt.Key.Key_Down)
    assert bars.accessibleName() == bars.accessibleDescription().splitlines()[1]
    with qtbot.waitSignal(office.card.list_wanted) as wanted:
        qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert wanted.args is not None
    assert wanted.args[0].name == "市场监管"
    with qtbot.waitSignal(office.card.list_wanted) as wanted:
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=bars.box_of(2).center())
    assert wanted.args is not None
    assert wanted.args[0].name == "公安户籍"
    with qtbot.waitSignal(office.card.list_wanted) as wanted:
        office.card.open_list.click()
    assert wanted.args == [None]


def test_days_stand_in_their_order_with_those_of_nothing_left_open(qtbot: QtBot, office: OfficeView) -> None:
    office.render(SCENES["days"])
    columns = office.card.columns
    assert columns.isVisible()
    lines = columns.accessibleDescription().splitlines()
    assert (lines[0], len(lines)) == ("2026-03-01 — 0 / 0", 18)
    columns.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.assertNotEmitted(columns.picked):
        qtbot.keyClick(columns, Qt.Key.Key_Return)
    with qtbot.waitSignal(columns.picked) as picked:
        qtbot.keyClick(columns, Qt.Key.Key_Right)
        qtbot.keyClick(columns, Qt.Key.Key_Return)
    assert picked.args is not None
    assert picked.args[0].key == "2026-03-02"


def test_a_column_is_as_high_as_its_share(office: OfficeView) -> None:
    office.render(SCENES["days"])
    columns = office.card.columns
    picture = columns.grab().toImage()
    box = columns.box_of(1)  # 76 %
    accent = sum(
        picture.pixelColor(box.center().x(), y).name() == LIGHT.accent.lower()
        for y in range(box.top(), box.bottom() + 1)
    )
    assert accent / box.height() == pytest.approx(0.76, abs=0.02)


def test_the_list_says_why_and_is_left_by_escape(qtbot: QtBot, office: OfficeView) -> None:
    office.render(SCENES["normal"])
    office.render(SCENES["list"])
    pane = office.card.list
    model = pane.table.model()
    first = [str(model.data(model.index(0, n), int(Qt.ItemDataRole.DisplayRole))) for n in range(7)]
    assert first[:3] == ["A000", "2026-03-18", "动物诊疗许可证核发"]
    assert first[5:] == ["不计入", "转办过或换过窗口"]
    with qtbot.waitSignal(pane.missed_only) as missed:
        pane.choice.choose_number(2)
    assert missed.args == [True]
    with qtbot.waitSignal(pane.closed):
        qtbot.keyClick(pane.table, Qt.Key.Key_Escape)
    office.render(SCENES["normal"])
    assert office.card.bars.isVisible()


def test_other_parts_and_the_other_figure_of_a_tile(qtbot: QtBot, office: OfficeView) -> None:
    office.render(SCENES["normal"])
    assert not office.card.online.isVisible()
    with qtbot.waitSignal(office.card.grouping_chosen) as grouping:
        office.card.grouping.activated.emit(3)
    assert grouping.args == [Grouping.DAY]
    office.render(SCENES["items"])
    assert office.tiles[-1].isChecked()
    with qtbot.assertNotEmitted(office.card.figure_chosen):
        office.card.online.choose_number(2)
    with qtbot.waitSignal(office.card.figure_chosen) as figure:
        office.card.online.choose_number(1)
    assert figure.args == [Figure.ONLINE]


def test_of_nothing_it_says_so(office: OfficeView) -> None:
    office.render(SCENES["empty"])
    assert all(tile.accessibleDescription().startswith("— 0 / 0") for tile in office.tiles)
    assert not office.card.bars.isVisible()
    office.render(SCENES["normal"])
    assert office.card.bars.isVisible()


def test_days_that_are_none_are_told_and_nothing_can_be_saved(office: OfficeView) -> None:
    office.render(SCENES["normal"])
    assert (office.first.isVisible(), office.buttons[File.PDF].isEnabled()) == (False, True)
    office.render(SCENES["wrong"])
    assert (office.first.text(), office.last.text()) == ("2026-03-18", "2026-03-01")
    assert not office.buttons[File.PDF].isEnabled()


def test_what_a_person_wants(qtbot: QtBot, office: OfficeView, tmp_path: Path) -> None:
    office.render(SCENES["wrong"])
    with qtbot.waitSignal(office.range_chosen) as chosen:
        office.ranges.choose_number(3)
    assert chosen.args == [Range.QUARTER]
    with qtbot.waitSignal(office.figure_chosen) as figure:
        qtbot.keyClick(office.tiles[2], Qt.Key.Key_Return)
    assert figure.args == [Figure.ONE_DAY]
    office.last.setText("2026-03-31")
    with qtbot.waitSignal(office.days_typed) as days:
        qtbot.keyClick(office.last, Qt.Key.Key_Return)
    assert days.args == ["2026-03-18", "2026-03-31"]
    office.render(SCENES["normal"])
    office.buttons[File.XLSX].click()
    (dialog,) = office.window.findChildren(QFileDialog)
    with qtbot.waitSignal(office.save_wanted) as saved:
        dialog.fileSelected.emit(str(tmp_path / "a.xlsx"))
    assert saved.args == [File.XLSX, tmp_path / "a.xlsx"]
    dialog.reject()


@pytest.mark.parametrize(("scale", "rows"), [(1.0, 1), (1.5, 2), (2.0, 2)])
def test_large_print_stays_within_a_small_screen(
    qtbot: QtBot, dressed: QApplication, scale: float, rows: int
) -> None:
    active.apply(Look(LIGHT, scale))
    view, *_ = dressed_office("en")
    qtbot.addWidget(view.window)
    view.render(SCENES["wrong"])
    view.window.show_actor(ADMINISTRATOR)
    view.window.resize(1366, 768)
    view.window.show()
    qtbot.waitUntil(lambda: len({tile.y() for tile in view.tiles}) == rows)
    assert (view.window.width(), view.window.height()) == (1366, 768)
    for field in (view.first, view.last):
        assert field.fontMetrics().horizontalAdvance(field.text()) < field.width()
    assert view.first.mapToGlobal(QPoint()).y() == view.last.mapToGlobal(QPoint()).y()
