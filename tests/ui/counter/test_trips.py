"""A further trip in two keys: the person's case is found, what came is ticked off, and it is accepted."""

from PySide6.QtCore import Qt

from app.domain.case_table import CaseState
from app.domain.errand import Outcome
from app.services.case_intake import open_case
from tests.ui.counter.counter_at_work import CounterAtWork, active
from tests.ui.counter.morning import MORTGAGE, Morning, command_of, visitor
from tests.ui.counter.trip import first_trip, serve_for, the_case
from tests.ui.reader import read_into
from ui.counter import rules
from ui.counter.intents import Intent

Key = Qt.Key


async def test_f11_ticks_off_what_came_and_the_finish_accepts_it(
    counter: CounterAtWork, morning: Morning
) -> None:
    await first_trip(counter, morning)
    await serve_for(counter, morning)
    counter.press(Key.Key_F11)
    await counter.until(lambda state: state.cases is not None and state.cases.pages)
    counter.press(Key.Key_1)
    counter.press(Key.Key_2)
    counter.press(Key.Key_Return)
    await counter.until(lambda state: state.sheet is None and state.case is not None and state.busy is None)
    case = await the_case(morning)
    assert (case.row.state, len(case.trips)) == (CaseState.SUPPLEMENTED, 2)
    assert rules.usual_outcome(counter.state) is Outcome.ACCEPTED
    counter.press(Key.Key_F5)
    await counter.until(lambda state: state.sheet is not None)
    counter.press(Key.Key_Return)
    await counter.until(lambda state: state.ticket is None and state.busy is None)
    assert (await the_case(morning)).row.state is CaseState.ACCEPTED


async def test_what_has_not_come_stays_missing_and_is_what_the_finish_says(
    counter: CounterAtWork, morning: Morning
) -> None:
    await first_trip(counter, morning)
    await serve_for(counter, morning)
    counter.press(Key.Key_F11)
    await counter.until(lambda state: state.cases is not None and state.cases.pages)
    counter.press(Key.Key_2)
    counter.press(Key.Key_Return)
    await counter.until(lambda state: state.sheet is None and state.case is not None and state.busy is None)
    assert len((await the_case(morning)).outstanding) == 1
    assert rules.usual_outcome(counter.state) is Outcome.NOTIFIED
    fits = rules.outcomes(counter.state)
    assert (fits[Outcome.NOTIFIED], fits[Outcome.ACCEPTED], fits[Outcome.REFUSED]) == (True, False, False)
    counter.press(Key.Key_F5)
    await counter.until(lambda state: state.sheet is not None)
    counter.press(Key.Key_Return)
    await counter.until(lambda state: state.ticket is None and state.busy is None)
    assert (await the_case(morning)).row.state is CaseState.NOTIFIED


async def test_somebody_without_earlier_slips_is_found_by_the_slip_in_hand(
    counter: CounterAtWork, morning: Morning
) -> None:
    notice = await first_trip(counter, morning)
    await serve_for(counter, morning, visitor(8, "李四"))
    counter.press(Key.Key_F11)
    await counter.until(lambda state: state.cases is not None and state.cases.pages == ())
    sheet = counter.room.view.sheets.case
    assert not sheet.action.isEnabled()
    sheet.search.edit.setText(f"yici:notice/{notice.id}")
    await counter.until(lambda state: state.cases is not None and state.cases.pages)
    assert sheet.action.isEnabled()
    sheet.search.edit.setText("nobody of that name")
    await counter.until(lambda state: state.cases is not None and state.cases.pages == ())
    assert not sheet.action.isEnabled()
    counter.press(Key.Key_Escape)
    assert counter.state.sheet is None
    assert counter.state.case is None


async def test_what_a_scanned_slip_names_is_ticked_off_by_the_keys_at_once(
    counter: CounterAtWork, morning: Morning
) -> None:
    notice = await first_trip(counter, morning)
    await serve_for(counter, morning, visitor(8, "李四"))
    await active(counter.room.widget)
    counter.press(Key.Key_F11)
    await counter.until(lambda state: state.cases is not None and state.cases.pages == ())
    read_into(counter.room.view.sheets.case.search.edit, f"yici:notice/{notice.id}")
    await counter.until(lambda state: state.cases is not None and state.cases.pages)
    counter.press(Key.Key_1)
    counter.press(Key.Key_2)
    counter.press(Key.Key_Return)
    await counter.until(lambda state: state.sheet is None and state.case is not None and state.busy is None)
    assert (await the_case(morning)).row.state is CaseState.SUPPLEMENTED


async def test_a_document_under_the_reader_brings_its_case_and_its_record(
    counter: CounterAtWork, morning: Morning
) -> None:
    await counter.sign_in()
    await serve_for(counter, morning)
    actor = counter.state.actor
    assert actor is not None
    page = await open_case(morning.hall.ports, command_of(actor), MORTGAGE, with_receipt=True)
    (document,) = page.documents
    await active(counter.room.widget)
    counter.press(Key.Key_F11)
    await counter.until(lambda state: state.cases is not None)
    sheet = counter.room.view.sheets.case
    sheet.focus_start()
    read_into(sheet.search.edit, f"yici:document/{document.id}")
    state = await counter.until(lambda state: state.cases is not None and state.cases.verified)
    assert state.cases is not None
    assert [page.row.number for page in state.cases.pages] == [document.case]
    assert state.case is None  # the reader's Enter took nothing up
    assert sheet.verified.isVisible()
    counter.press(Key.Key_Return)
    await counter.until(lambda state: state.sheet is None and state.case is not None and state.busy is None)


async def test_a_paper_that_nobody_issued_leads_to_no_case(counter: CounterAtWork, morning: Morning) -> None:
    await first_trip(counter, morning)
    await serve_for(counter, morning)
    counter.press(Key.Key_F11)
    await counter.until(lambda state: state.cases is not None and state.cases.pages)
    counter.room.view.scanned.emit("yici:document/01970000-0000-7000-8000-000000000000")
    state = await counter.until(lambda state: state.problem)
    assert state.problem is not None
    assert state.problem.code == "document.rule.no_number"
    assert state.cases is not None
    assert (state.cases.pages, state.cases.verified) == ((), None)
    assert not counter.room.view.sheets.case.action.isEnabled()


async def test_another_code_stays_in_the_field_it_was_read_into(
    counter: CounterAtWork, morning: Morning
) -> None:
    await first_trip(counter, morning)
    await serve_for(counter, morning)
    counter.press(Key.Key_F11)
    await counter.until(lambda state: state.cases is not None and state.cases.pages)
    await active(counter.room.widget)
    sheet = counter.room.view.sheets.case
    sheet.focus_start()
    read_into(sheet.search.edit, "IT008202600001")
    await counter.until(lambda state: state.cases is not None and state.cases.asked == "IT008202600001")
    assert counter.state.sheet is not None


async def test_only_while_somebody_is_served(counter: CounterAtWork, morning: Morning) -> None:
    await counter.sign_in()
    assert Intent.CASE not in rules.enabled(counter.state)
    counter.press(Key.Key_F11)
    assert counter.state.sheet is None
    await serve_for(counter, morning)
    assert Intent.CASE in rules.enabled(counter.state)
