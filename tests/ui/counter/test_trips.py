"""A further trip in two keys: the person's case is found, what came is ticked off, and it is accepted."""

from PySide6.QtCore import Qt

from app.domain.case_table import CaseState
from app.domain.errand import Outcome
from app.ports.readers import CaseQuery
from app.ports.rows import CasePage
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.morning import Morning, visitor
from tests.ui.counter.trip import first_trip, serve_for
from ui.counter import rules
from ui.counter.intents import Intent

Key = Qt.Key


async def the_case(morning: Morning) -> CasePage:
    """The one case there is."""
    (row,) = await morning.hall.ports.readers.cases(CaseQuery(open_only=False))
    return await morning.hall.ports.readers.case(row.number)


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


async def test_only_while_somebody_is_served(counter: CounterAtWork, morning: Morning) -> None:
    await counter.sign_in()
    assert Intent.CASE not in rules.enabled(counter.state)
    counter.press(Key.Key_F11)
    assert counter.state.sheet is None
    await serve_for(counter, morning)
    assert Intent.CASE in rules.enabled(counter.state)
