"""Parts of the window where there is little room, and where there is nobody to show."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.counter import CounterState as CounterStands
from app.domain.judgement import ShortcomingKind
from app.domain.policy import Priority
from app.domain.ticket_table import TicketState
from app.ports.rows import ErrandRow, ShortcomingRow
from app.texts import Language, Texts
from tests.ui.counter.desks import NOW, counter, desk, notice, shown, ticket
from ui.counter.state import CounterState
from ui.counter.view_head import HeadCard
from ui.counter.view_lines import NextCard
from ui.counter.view_slip import SlipPanel
from ui.counter.view_why import WhyDrawing
from ui.counter.why import places_of
from ui.widgets.chip import Chip
from ui.widgets.text import ElidedText


@pytest.mark.parametrize(("language", "says"), [("zh", "70 岁以上"), ("en", "")])
def test_a_long_word_for_the_class_leaves_room_to_what_is_wanted(
    dressed: QApplication, qtbot: QtBot, language: Language, says: str
) -> None:
    words = Texts(language)
    card = NextCard(words)
    qtbot.addWidget(card)
    card.resize(280, 120)
    errand = ErrandRow("IT1", "国有建设用地使用权登记", None, "A", None)
    card.show_state(shown(desk(queue=(ticket(priority=Priority.ELDERLY, errands=(errand,)),))))
    card.show()
    dressed.processEvents()  # laid out anew after the word has gone
    (chip,) = (chip for chip in card.findChildren(Chip) if chip.isVisible())
    (what,) = (text for text in card.findChildren(ElidedText) if text.text() == errand.item_name)
    assert (chip.text(), chip.accessibleName()) == (says, words("priority.elderly"))
    assert what.width() >= 56


def test_a_slip_cuts_no_name_that_its_line_has_room_for(dressed: QApplication, qtbot: QtBot) -> None:
    name = "居住证明" * 12
    told = notice(problems=(ShortcomingRow(2, name, ShortcomingKind.MISSING, ""),))
    panel = SlipPanel(Texts("zh"))
    qtbot.addWidget(panel)
    panel.resize(1100, 140)
    served = ticket(state=TicketState.SERVING, counter=2)
    panel.show_state(shown(desk(ticket=served, notices=(told,))))
    panel.show()
    line = next(text for text in panel.findChildren(ElidedText) if text.text() == name)
    assert line.width() >= line.sizeHint().width()


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (shown(desk()), "没有人等候"),
        (shown(desk(CounterStands.CLOSED)), "未开"),
        (shown(desk(counter=counter(CounterStands.PAUSED, pause_reason="用餐"))), "暂停"),
    ],
)
def test_without_a_number_there_is_a_word_of_the_same_height(
    dressed: QApplication, qtbot: QtBot, state: CounterState, says: str
) -> None:
    head = HeadCard(Texts("zh"), lambda: NOW)
    qtbot.addWidget(head)
    head.show_state(shown(desk(queue=(ticket(),))))
    height = head._number.sizeHint().height()
    head.show_state(state)
    assert head._number.text() == says
    assert head._number.sizeHint().height() == height


def test_the_drawing_shows_as_many_as_there_is_room_for(dressed: QApplication, qtbot: QtBot) -> None:
    came = NOW - timedelta(minutes=30)
    queue = tuple(ticket(f"A00{n}", line_at=came, issued_at=came) for n in range(1, 6))
    drawing = WhyDrawing()
    qtbot.addWidget(drawing)
    drawing.show_places(places_of(shown(desk(queue=queue)), Texts("zh")))
    drawing.resize(600, drawing.sizeHint().height())
    assert len(drawing._drawn()) == 4
    drawing.resize(600, drawing.minimumSizeHint().height())
    assert len(drawing._drawn()) == 2
