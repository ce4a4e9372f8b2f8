"""Rows and chips take the room they need, and none when they are hidden."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.button import ActionButton
from ui.widgets.chip_choice import ChipChoice, ChoiceChip
from ui.widgets.choice import Option
from ui.widgets.entry_list import Entry, EntryList
from ui.widgets.layouts import FlowLayout

TITLE = "先前就医关系没有撤销，转移后的社保卡刷不了"


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


def test_a_title_wraps_anew_where_the_list_becomes_narrower(dressed: QApplication, qtbot: QtBot) -> None:
    entries = EntryList()
    qtbot.addWidget(entries)
    entries.show_entries([Entry("1", TITLE, "政务办")])
    entries.resize(400, 300)
    with qtbot.waitExposed(entries):
        entries.show()
    wide = entries.visualRect(entries.model().index(0, 0)).height()
    entries.resize(240, 300)
    qtbot.waitUntil(lambda: entries.visualRect(entries.model().index(0, 0)).height() > wide)


def test_a_chip_is_as_wide_as_its_word_in_either_weight(dressed: QApplication, qtbot: QtBot) -> None:
    choice = ChipChoice()
    qtbot.addWidget(choice)
    choice.show_options([Option("payment", "支付/刷卡")])
    chip = choice.findChild(ChoiceChip)
    assert chip is not None
    narrower = chip.sizeHint().width()
    choice.show_options([Option("payment", "支付/刷卡")], "payment")
    assert chip.sizeHint().width() == narrower
    assert chip.sizeHint().width() >= chip.fontMetrics().horizontalAdvance("支付/刷卡")
