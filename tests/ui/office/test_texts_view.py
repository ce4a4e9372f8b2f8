"""What the page of the offices' own words shows, and what a person wants of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.office_text import FormKind, TextPart
from tests.ui.office.dressed import dressed_office
from tests.ui.office.texts_scenes import SET, TEXTS_SCENES, TYPED
from ui.office.texts_state import EVERY_KIND
from ui.office.texts_view import TextsView
from ui.office.window import Page


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> TextsView:
    figures, _, view, *_ = dressed_office("zh")
    qtbot.addWidget(figures.window)
    figures.window.resize(1366, 768)
    figures.window.show()
    figures.window.show_page(Page.TEXTS)
    return view


def test_nobody_types_before_an_administrator_signed_in(page: TextsView) -> None:
    page.render(TEXTS_SCENES["texts-door"])
    assert page.sign_in.isVisible()
    assert not page.form.isVisible()
    page.render(SET)
    assert page.form.isVisible()


def test_what_is_set_stands_in_its_field_and_else_what_is_said_instead(page: TextsView) -> None:
    page.render(SET)
    boxes = page.form.boxes
    phone = boxes[TextPart.INQUIRY_PHONE]
    assert (phone.text(), phone.placeholderText()) == ("", "同各种文书：0000-0001")  # type: ignore[union-attr]
    assert boxes[TextPart.BASIS].toPlainText() == "《某省动物诊疗管理办法》第八条"  # type: ignore[union-attr]
    assert not page.form.save.isEnabled()
    page.render(TYPED)
    assert page.form.save.isEnabled()
    page.render(replace(SET, kind=FormKind.RECEIPT))
    assert [p for p in TextPart if boxes[p].isVisible()] == [
        TextPart.INQUIRY_PHONE, TextPart.SUPERVISION_PHONE,
    ]  # fmt: skip


def test_the_sample_is_shown_page_by_page(page: TextsView) -> None:
    page.render(SET)
    assert not page.pages.isVisible()
    page.render(TEXTS_SCENES["texts-sample"])
    assert len(page.pages.findChildren(QLabel)) == 2
    assert page.pages.horizontalScrollBar().maximum() == 0


def test_what_a_person_wants(qtbot: QtBot, page: TextsView) -> None:
    page.render(TYPED)
    with qtbot.waitSignal(page.department_chosen) as department:
        qtbot.keyClick(page.departments, Qt.Key.Key_Down)
    assert department.args == ["D07"]
    with qtbot.waitSignal(page.form.kind_chosen) as kind:
        page.form.kind.activated.emit(0)
    assert kind.args == [EVERY_KIND]
    with qtbot.waitSignal(page.form.typed) as typed:
        qtbot.keyClicks(page.form.boxes[TextPart.SUPERVISION_PHONE], "1")
    assert typed.args == [TextPart.SUPERVISION_PHONE, "0000-00021"]
    with qtbot.waitSignal(page.preview_wanted):
        qtbot.keyClick(page.form.kind, Qt.Key.Key_F9)
    with qtbot.waitSignal(page.form.save_wanted):
        qtbot.keyClick(page.form.kind, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_a_field_that_is_written_in_is_left_alone(qtbot: QtBot, page: TextsView) -> None:
    page.render(SET)
    box = page.form.boxes[TextPart.SUPERVISION_PHONE]
    box.setFocus()
    qtbot.keyClicks(box, "3")
    page.render(replace(SET, previewing=True))
    assert box.text() == "0000-00023"  # type: ignore[union-attr]


def test_the_pages_are_reached_by_key(qtbot: QtBot, page: TextsView) -> None:
    page.render(SET)
    window = page.widget.window()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert not page.widget.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert page.widget.isVisible()
