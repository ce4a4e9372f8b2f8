"""Buttons and chips take the room they need, and none when they are hidden."""

from PySide6.QtCore import QRect
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.models import Cell, Column, RowsModel
from ui.theme import Type, active
from ui.widgets.button import ActionButton
from ui.widgets.chip_choice import ChipChoice, ChoiceChip
from ui.widgets.choice import Option, Segment, SegmentedChoice
from ui.widgets.layouts import FlowLayout
from ui.widgets.paint import text_width
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import FIT, STRETCH, RowsTable

WIDER_WHEN_REGULAR = "支付/刷卡"


def test_a_hidden_widget_takes_no_room_in_a_flow(dressed: QApplication, qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(place, gap=8)
    hidden, shown = ActionButton("接办"), ActionButton("记一笔")
    flow.addWidget(hidden)
    flow.addWidget(shown)
    hidden.hide()
    place.resize(300, 100)
    place.show()
    flow.setGeometry(QRect(0, 0, 300, 100))
    assert shown.x() == 0


def test_a_chip_has_room_for_its_word_in_either_weight(dressed: QApplication, qtbot: QtBot) -> None:
    choice = ChipChoice()
    qtbot.addWidget(choice)
    choice.show_options([Option("payment", WIDER_WHEN_REGULAR)])
    chip = choice.findChild(ChoiceChip)
    assert chip is not None
    digit = text_width(active.look.font(Type.KEY_CAP), "1")
    room = chip.sizeHint().width() - digit - 8 - 2 * 9
    assert room > text_width(active.look.font(Type.DETAIL), WIDER_WHEN_REGULAR)


def test_segments_without_room_stand_in_two_rows(dressed: QApplication, qtbot: QtBot) -> None:
    options = [Option(key, f"Level {key} of many words") for key in "abcd"]
    place = QWidget()
    qtbot.addWidget(place)
    choice = SegmentedChoice(options, wraps=True, parent=place)
    place.show()
    segments = choice.findChildren(Segment)
    choice.resize(1000, 32)
    assert {segment.y() for segment in segments} == {0}
    choice.resize(choice.minimumSizeHint().width(), 64)
    qtbot.waitUntil(lambda: len({segment.y() for segment in segments}) == 2)
    for segment in segments:
        assert segment.width() >= segment.minimumSizeHint().width()
    chosen = QSignalSpy(choice.chosen)
    assert choice.choose_number(3)
    assert chosen.at(0) == ["c"]


def test_fields_without_room_stand_below_each_other(dressed: QApplication, qtbot: QtBot) -> None:
    left, right = ActionButton("left"), ActionButton("right")
    pair = SideBySide((left, 1), (right, 1), wide=400)
    qtbot.addWidget(pair)
    pair.show()
    pair.resize(400, 100)
    qtbot.waitUntil(lambda: left.y() == right.y())
    pair.resize(399, 100)
    qtbot.waitUntil(lambda: left.y() < right.y())


def test_a_fitting_column_leaves_the_rest_to_the_names(dressed: QApplication, qtbot: QtBot) -> None:
    columns = [Column[str]("Name", Cell), Column[str]("No.", lambda name: Cell(str(len(name))))]
    model = RowsModel(columns, key=lambda name: name)
    table = RowsTable(model, (STRETCH, FIT))
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    model.set_rows(["a name"])
    word = text_width(active.look.font(Type.CAPTION), "No.")
    assert table.columnWidth(1) == 8 + word + 1 + 16
    assert table.columnWidth(0) == table.viewport().width() - table.columnWidth(1)
