"""A case is found again at the counter by whatever is known of it, and opened from its ticket in two keys."""

import pytest
from PySide6.QtCore import Qt

from app.domain.case_table import CaseState
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.morning import Morning, visitor
from tests.ui.counter.trip import WHO, first_trip, serve_for, the_case

Key = Qt.Key


@pytest.mark.parametrize(
    "known",
    [
        "number", "notice", "ticket", WHO.identity, WHO.identity[-4:], WHO.phone, WHO.phone[-4:], "王小敏",
        "wangxiaomin", "wxm",
    ],
)  # fmt: skip
async def test_f11_finds_the_case_by_whatever_is_known_of_it(
    counter: CounterAtWork, morning: Morning, known: str
) -> None:
    notice = await first_trip(counter, morning)
    case = await the_case(morning)
    (trip,) = case.trips
    typed = {
        "number": case.row.number,
        "notice": f"yici:notice/{notice.id}",
        "ticket": f"yici:ticket/{trip.day}/{trip.ticket}",
    }.get(known, known)
    await serve_for(counter, morning, visitor(8, "李四"))
    counter.press(Key.Key_F11)
    await counter.until(lambda state: state.cases is not None and state.cases.pages == ())
    counter.room.view.sheets.case.search.edit.setText(typed)
    state = await counter.until(lambda state: state.cases is not None and state.cases.asked == typed)
    assert state.cases is not None
    assert [page.row.number for page in state.cases.pages] == [case.row.number]


async def test_two_keys_open_a_case_from_its_ticket(counter: CounterAtWork, morning: Morning) -> None:
    await counter.sign_in()
    number = await serve_for(counter, morning)
    counter.press(Key.Key_F5)
    await counter.until(lambda state: state.sheet is not None)
    counter.press(Key.Key_Return)
    await counter.until(lambda state: state.ticket is None and state.busy is None)
    case = await the_case(morning)
    assert (case.row.state, [trip.ticket for trip in case.trips]) == (CaseState.ACCEPTED, [number])
    assert case.row.applicant == "王*"
