"""Buttons and chips take the room they need, and none when they are hidden."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Type, active
from ui.widgets.button import ActionButton
from ui.widgets.chip_choice import ChipChoice, ChoiceChip
from ui.widgets.choice import Option
from ui.widgets.layouts import FlowLayout
from ui.widgets.paint import text_width

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
