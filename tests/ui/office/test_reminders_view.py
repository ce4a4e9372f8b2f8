"""What the page of reminders shows, and what a person wants of it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.reminder import ReminderAction
from app.domain.staff import Role
from tests.ui.office.dressed import dressed_office
from tests.ui.office.reminders_scenes import (
    LATE,
    LATE_THINGS,
    LISTED,
    NEW,
    REMINDERS_SCENES,
    SUGGESTED,
)
from tests.ui.worklists import entries_of
from ui.office import reminders_rules as rules
from ui.office.reminders_state import NewReminder, ReminderDraft
from ui.office.reminders_view import RemindersView
from ui.office.window import Page

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication) -> RemindersView:
    figures, *_, view = dressed_office("zh")
    qtbot.addWidget(figures.window)
    figures.window.resize(1366, 768)
    figures.window.show()
    figures.window.show_page(Page.REMINDERS)
    return view


def test_nobody_reminds_before_a_supervisor_signed_in(page: RemindersView) -> None:
    page.render(REMINDERS_SCENES["reminders-door"])
    assert page.sign_in.isVisible()
    page.render(LISTED)
    assert page.work.isVisible()


def test_the_list_says_how_each_stands_by_colour_and_word(page: RemindersView) -> None:
    page.render(REMINDERS_SCENES["reminders-all"])
    entries = entries_of(page.work.list)
    assert [entry.title for entry in entries if entry.head] == [
        "已逾期 1", "今天到期 1", "快到期 1", "不急 1", "已整改或作废 2",
    ]  # fmt: skip
    leads = {entry.key: (entry.lead, entry.lead_tone) for entry in entries if not entry.head}
    assert [leads[row.number] for row in REMINDERS_SCENES["reminders-all"].rows or ()] == [
        ("已逾期", "danger"), ("今天到期", "warn"), ("3月20日前", "text2"), ("3月27日前", "text2"),
        ("已整改", "text2"), ("已作废", "text2"),
    ]  # fmt: skip


def test_choosing_something_late_says_what_was_found_and_by_which_rule(
    qtbot: QtBot, page: RemindersView
) -> None:
    page.render(NEW)
    form = page.work.new
    with qtbot.waitSignal(form.written) as written:
        form.about.activated.emit(1)
    assert written.args == [SUGGESTED.new]
    page.render(SUGGESTED)
    assert form.department.currentText() == "承办单位"
    assert form.by.currentText() == "3月23日前"
    with qtbot.waitSignal(form.written) as written:
        form.about.activated.emit(3)
    (exception,) = written.args
    assert (exception.about, exception.rule) == (LATE_THINGS[2].key, "例外事项处置机制规定的办理期限")
    page.render(replace(NEW, new=replace(SUGGESTED.new, finding="自己写的")))
    with qtbot.waitSignal(form.written) as written:
        form.about.activated.emit(0)
    (own,) = written.args
    assert (own.about, own.finding, own.rule) == ("", "自己写的", "")


def test_what_is_reminded_of_already_says_since_when(page: RemindersView) -> None:
    again = replace(LATE_THINGS[0], reminded=date(2026, 3, 16))
    page.render(replace(NEW, late=(again, LATE_THINGS[1])))
    options = page.work.new.about
    assert [options.itemText(index).endswith("（3月16日已催办）") for index in (1, 2)] == [True, False]


def test_what_a_person_wants(qtbot: QtBot, page: RemindersView) -> None:
    page.render(LISTED)
    page.focus_list()
    with qtbot.waitSignal(page.new_requested):
        qtbot.keyClick(page.work.list.entries, Qt.Key.Key_N, CTRL)
    area = page.work.case.area
    assert area.focus_form()
    with qtbot.waitSignal(area.written) as written:
        qtbot.keyClicks(area.text, "x")
    assert written.args == [ReminderDraft("x")]
    with qtbot.waitSignal(page.acted):
        qtbot.keyClick(area.text, Qt.Key.Key_Return, CTRL)
    with qtbot.waitSignal(area.chosen) as chosen:
        area.others[ReminderAction.VOID].click()
    assert chosen.args == [ReminderAction.VOID]
    with qtbot.waitSignal(page.work.side.reprint_wanted):
        page.work.side.reprint.click()
    page.render(NEW)
    with qtbot.waitSignal(page.acted):
        page.work.new.button.click()
    with qtbot.waitSignal(page.work.new.written) as typed:
        qtbot.keyClicks(page.work.new.rule, "x")
    assert typed.args == [NewReminder(rule="x")]


def test_what_is_done_with_is_offered_only_to_be_made_void(page: RemindersView) -> None:
    done, void = REMINDERS_SCENES["reminders-all"], REMINDERS_SCENES["reminders-void"]
    assert [offer.action for offer in rules.offers(LISTED)] == [ReminderAction.ANSWER, ReminderAction.VOID]
    assert [offer.action for offer in rules.offers(done)] == [ReminderAction.VOID]
    assert rules.action_of(done) is None
    assert rules.action_of(replace(done, chosen=ReminderAction.VOID)) is ReminderAction.VOID
    assert rules.offers(void) == ()
    assert LISTED.actor is not None
    clerk = replace(LISTED, actor=replace(LISTED.actor, role=Role.CLERK))
    assert [offer.barred is None for offer in rules.offers(clerk)] == [True, False]


def test_a_line_that_is_looked_at_is_named_with_what_it_is_about(page: RemindersView) -> None:
    page.render(LISTED)
    assert page.work.context.isVisible()
    assert LATE.case is not None
    assert any(LATE.case in label.text() for label in page.work.side.findChildren(QLabel))
