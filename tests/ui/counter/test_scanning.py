"""A paper under the reader leads somewhere wherever the keyboard is, and nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.errand import Outcome
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.paper_code import exception_code, notice_code, ticket_code
from app.ports.queries import TicketQuery
from app.services.exception_records import issue_exception_record
from app.services.open_exception import open_exception
from tests.ui.counter.counter_at_work import CounterAtWork, active
from tests.ui.counter.morning import SUPERVISOR, Morning, command_of
from tests.ui.counter.trip import first_trip, serve_for
from tests.ui.reader import read_into
from ui.counter.intents import Intent
from ui.judged import NOTHING_JUDGED

# Xvfb and real screens raise windows; the platform without a screen says that it cannot.
pytestmark = pytest.mark.qt_log_ignore(r"does not support raise\(\)")

Key = Qt.Key


async def scan(counter: CounterAtWork, code: str) -> None:
    """Read a code where the keyboard is."""
    target = QApplication.focusWidget()
    assert target is not None
    read_into(target, code)


async def test_a_slip_at_a_free_counter_brings_up_its_record_and_its_case(
    counter: CounterAtWork, morning: Morning
) -> None:
    notice = await first_trip(counter, morning)
    panel = counter.room.view.paper
    assert panel.isHidden()
    await scan(counter, notice_code(notice.id))
    state = await counter.until(lambda state: state.scanned)
    assert state.ticket is None, "the reader's Enter called nobody"
    assert panel.isVisible()
    assert notice.number in panel.record._number.text()
    for problem in notice.problems:
        assert problem.name in panel.cases.text()
    panel.close_button.click()
    assert counter.state.scanned is None
    assert panel.isHidden()


async def test_while_somebody_is_served_it_opens_the_sheet_with_the_case_found(
    counter: CounterAtWork, morning: Morning
) -> None:
    """The keyboard is on the list of materials, where digits judge."""
    notice = await first_trip(counter, morning)
    await serve_for(counter, morning)
    await scan(counter, notice_code(notice.id))
    state = await counter.until(lambda state: state.cases is not None and state.cases.verified)
    assert state.sheet is not None
    assert state.sheet.intent is Intent.CASE
    assert state.cases is not None
    assert len(state.cases.pages) == 1
    counter.press(Key.Key_1)
    counter.press(Key.Key_2)
    counter.press(Key.Key_Return)
    state = await counter.until(lambda state: state.sheet is None and state.case is not None)
    assert state.draft == NOTHING_JUDGED


async def test_an_open_question_stays_with_what_was_typed(counter: CounterAtWork, morning: Morning) -> None:
    notice = await first_trip(counter, morning)
    await serve_for(counter, morning)
    await counter.room.presenter.ask(Intent.FINISH)
    sheet = counter.room.view.sheets.finish
    sheet._list.select(Outcome.REFUSED.value)
    sheet._refusal.reason.setFocus()
    QTest.keyClicks(sheet._refusal.reason, "no permit")
    await scan(counter, notice_code(notice.id))
    state = await counter.until(lambda state: state.scanned)
    assert state.sheet is not None
    assert state.sheet.intent is Intent.FINISH
    assert (sheet._refusal.reason.text(), sheet._list.chosen()) == ("no permit", Outcome.REFUSED)
    assert counter.room.view.paper.isVisible()


async def test_a_ticket_leads_to_the_case_that_it_was_for(counter: CounterAtWork, morning: Morning) -> None:
    await first_trip(counter, morning)
    (ticket,) = await morning.hall.ports.readers.tickets(TicketQuery())
    await scan(counter, ticket_code(ticket.day, ticket.number))
    await counter.until(lambda state: state.scanned)
    panel = counter.room.view.paper
    assert panel.record.isHidden()
    assert ticket.number in panel.ticket.text()
    assert "已办结" in panel.ticket.text()
    assert "待补正" in panel.cases.text()


async def test_a_ticket_that_waits_has_no_case_yet(counter: CounterAtWork, morning: Morning) -> None:
    await counter.sign_in()
    ticket = await morning.issue()
    await scan(counter, ticket_code(ticket.day, ticket.number))
    await counter.until(lambda state: state.scanned)
    panel = counter.room.view.paper
    assert "等候" in panel.ticket.text()
    assert panel.cases.text() == "没有由它开始的办件。"


async def test_the_record_of_an_exception_case_stands_alone(counter: CounterAtWork, morning: Morning) -> None:
    await counter.sign_in()
    ports, supervisor = morning.hall.ports, await morning.sign_in(SUPERVISOR)
    said = ("刷卡缴费失败", ExceptionCategory.PAYMENT, Channel.COUNTER)
    number = (await open_exception(ports, command_of(supervisor), *said)).row.number
    issued = await issue_exception_record(ports, command_of(supervisor), number)
    await scan(counter, exception_code(issued.subject))
    state = await counter.until(lambda state: state.scanned)
    assert state.scanned is not None
    assert (state.scanned.cases, counter.room.view.paper.cases.text()) == ((), "")


async def test_a_paper_of_nobody_is_said_to_be_none(counter: CounterAtWork, morning: Morning) -> None:
    await counter.sign_in()
    await scan(counter, "yici:document/01970000-0000-7000-8000-000000000000")
    state = await counter.until(lambda state: state.problem)
    assert state.problem is not None
    assert state.problem.code == "document.rule.no_number"
    assert state.scanned is None


async def test_the_next_person_does_not_see_it(counter: CounterAtWork, morning: Morning) -> None:
    notice = await first_trip(counter, morning)
    await scan(counter, notice_code(notice.id))
    await counter.until(lambda state: state.scanned)
    await counter.room.presenter.refresh()
    assert counter.state.scanned is not None, "a look at the hall takes nothing away"
    await morning.issue()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    assert counter.state.scanned is None


async def test_the_bar_becomes_the_window_for_a_record(counter: CounterAtWork, morning: Morning) -> None:
    notice = await first_trip(counter, morning)
    counter.room.presenter.switch_shape(True)
    await active(counter.room.view.bar)
    await scan(counter, notice_code(notice.id))
    state = await counter.until(lambda state: state.scanned)
    assert not state.compact
    assert counter.room.view.paper.isVisible()


async def test_below_the_bar_the_sheet_opens_with_the_case(counter: CounterAtWork, morning: Morning) -> None:
    notice = await first_trip(counter, morning)
    await serve_for(counter, morning)
    counter.room.presenter.switch_shape(True)
    await active(counter.room.view.bar)
    await scan(counter, notice_code(notice.id))
    state = await counter.until(lambda state: state.cases is not None and state.cases.verified)
    assert state.compact
    assert state.cases is not None
    assert len(state.cases.pages) == 1
