"""What the finish asks: why it is refused, and how long it may take where the item's page does not say."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.domain.case_table import CaseState
from app.domain.print_job import PaperKind, PrintState
from app.ports.readers import CaseQuery
from app.ports.rows import CasePage
from app.services.issue_ticket import ErrandWish
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.desks import case as a_case
from tests.ui.counter.morning import MORTGAGE, Morning
from tests.ui.prints.at_work import until
from ui.counter.intents import Intent
from ui.counter.state import Phase

FUND = "IT069"
"""An item whose page names no limit."""


@pytest.fixture
async def served(counter: CounterAtWork, morning: Morning) -> CounterAtWork:
    """A ticket being served."""
    await morning.issue(ErrandWish(MORTGAGE))
    await counter.sign_in()
    await counter.room.presenter.ask(Intent.CALL_NEXT)
    await counter.room.presenter.ask(Intent.START)
    return counter


async def choose(counter: CounterAtWork, outcome: str) -> None:
    await counter.room.presenter.ask(Intent.FINISH)
    counter.room.view.sheets.finish._list.select(outcome)


async def case(morning: Morning, state: CaseState) -> CasePage:
    (row,) = await morning.hall.ports.readers.cases(CaseQuery(state=state))
    return await morning.hall.ports.readers.case(row.number)


async def test_a_refusal_asks_why(served: CounterAtWork, morning: Morning) -> None:
    await choose(served, "refused")
    sheet = served.room.view.sheets.finish
    assert sheet._why.isVisible()
    assert not sheet._limit.isVisible()
    assert not sheet.action.isEnabled()
    sheet._reason.setFocus()
    served.press(Qt.Key.Key_Return)
    assert served.state.phase is Phase.SERVING
    sheet._reason.insert("应向住建部门申请")  # as an input method does
    served.press(Qt.Key.Key_Return)
    await served.until(lambda state: state.ticket is None and state.busy is None)
    assert (await case(morning, CaseState.REFUSED)).steps[-1].text == "应向住建部门申请"


async def test_nothing_is_asked_that_is_known(served: CounterAtWork) -> None:
    await choose(served, "accepted")
    sheet = served.room.view.sheets.finish
    assert not sheet._why.isVisible()
    assert not sheet._limit.isVisible()
    assert sheet.action.isEnabled()


async def test_an_acceptance_asks_how_long_where_the_page_does_not_say(
    served: CounterAtWork, morning: Morning
) -> None:
    await served.room.presenter.actions.change_item(FUND, None)
    await served.until(lambda state: state.item is not None and state.item.code == FUND)
    await choose(served, "accepted")
    sheet = served.room.view.sheets.finish
    assert sheet._limit.isVisible()
    assert not sheet.action.isEnabled()
    sheet._days.setFocus()
    for typed, complete in (("0", False), ("", False), ("7", True)):
        sheet._days.clear()
        served.type(typed)
        assert sheet.action.isEnabled() is complete, typed
    served.press(Qt.Key.Key_Return)
    await served.until(lambda state: state.ticket is None and state.busy is None)
    found = await case(morning, CaseState.ACCEPTED)
    assert found.dates is not None
    assert found.dates.statutory is not None


async def test_what_is_granted_on_the_spot_asks_so_too_where_its_case_is_not_taken_on_yet(
    served: CounterAtWork,
) -> None:
    await served.room.presenter.actions.change_item(FUND, None)
    state = await served.until(lambda state: state.item is not None and state.item.code == FUND)
    sheet = served.room.view.sheets.finish
    for handed_in, asks in ((None, False), (CaseState.SUPPLEMENTED, True)):
        sheet.begin(replace(state, case=handed_in and a_case(handed_in)))
        sheet._list.select("completed")
        assert sheet._needs_days() is asks


async def test_what_a_finish_issues_is_printed_while_the_next_is_called(
    served: CounterAtWork, morning: Morning, tmp_path: Path
) -> None:
    await choose(served, "refused")
    sheet = served.room.view.sheets.finish
    sheet._reason.setFocus()
    sheet._reason.insert("应向住建部门申请")
    served.press(Qt.Key.Key_Return)
    await served.until(lambda state: state.ticket is None and state.busy is None)
    (document,) = (await case(morning, CaseState.REFUSED)).documents
    job = await until(served.prints, PaperKind.DOCUMENT, document.number, PrintState.PRINTED)
    assert job.paper.subject == document.id
    assert [path.stem for path in (tmp_path / "paper").glob("*.pdf")] == [document.number]
