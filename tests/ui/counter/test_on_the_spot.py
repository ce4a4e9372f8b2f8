"""A case that is decided on the spot: Enter takes it on, grants it and prints both papers; Ctrl+Z takes it all back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.case_table import CaseState
from app.domain.document import DocumentKind, DocumentStatus
from app.domain.errand import Outcome
from app.domain.judgement import Judgement, Verdict
from app.domain.print_job import PaperKind, PrintState
from app.ports.rows import CasePage
from app.services.case_intake import open_case, supplement_case
from app.services.link_case import link_case
from app.services.notices import notify_case
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.morning import COUNTER, Morning, command_of
from tests.ui.counter.trip import serve_for
from tests.ui.prints.at_work import until

SHOP = "IT001"
"""An item that is decided on the spot."""
K, S = DocumentKind, DocumentStatus


@pytest.fixture
async def number(counter: CounterAtWork, morning: Morning) -> str:
    """A case whose first material was told to be missing, in hand at the counter."""
    await counter.sign_in()
    await serve_for(counter, morning)
    await counter.room.presenter.actions.change_item(SHOP, None)
    state = await counter.until(lambda state: state.item is not None and state.item.code == SHOP)
    assert state.actor is not None
    ports, actor = morning.hall.ports, state.actor
    case = (await open_case(ports, command_of(actor), SHOP)).row.number
    judged = tuple(
        Judgement(m.number, Verdict.MISSING if m.number == 1 else Verdict.COMPLETE) for m in state.materials
    )
    await notify_case(ports, command_of(actor), case, judged)
    await link_case(ports, command_of(actor), COUNTER, case)
    await counter.room.presenter.refresh()
    await counter.until(lambda state: state.case is not None)
    return case


async def came(counter: CounterAtWork, morning: Morning, number: str) -> None:
    """What was missing is there."""
    actor = counter.state.actor
    assert actor is not None
    await supplement_case(morning.hall.ports, command_of(actor), number, frozenset({1}))
    await counter.room.presenter.refresh()
    await counter.until(lambda state: state.case and state.case.state is CaseState.SUPPLEMENTED)


async def page(morning: Morning, number: str) -> CasePage:
    return await morning.hall.ports.readers.case(number)


async def test_enter_settles_it_prints_both_papers_and_ctrl_z_takes_all_of_it_back(
    counter: CounterAtWork, morning: Morning, number: str, tmp_path: Path
) -> None:
    await came(counter, morning, number)
    await counter.press_until(Qt.Key.Key_F5, lambda state: state.sheet is not None)
    assert counter.room.view.sheets.finish._list.chosen() == Outcome.COMPLETED
    counter.press(Qt.Key.Key_Return)
    await counter.until(lambda state: state.ticket is None and state.busy is None)
    case = await page(morning, number)
    assert case.row.state is CaseState.DECIDED
    assert [row.kind for row in case.documents] == [K.ACCEPTANCE, K.GRANT]
    for document in case.documents:
        await until(counter.prints, PaperKind.DOCUMENT, document.number, PrintState.PRINTED)
    printed = {path.stem for path in (tmp_path / "paper").glob("*.pdf")}
    assert printed == {document.number for document in case.documents}
    QTest.keyClick(counter.room.widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await counter.until(lambda state: state.ticket is not None and state.busy is None)
    back = await page(morning, number)
    assert back.row.state is CaseState.SUPPLEMENTED
    assert [row.status for row in back.documents] == [S.VOID, S.VOID]


async def test_while_something_is_missing_it_is_refused_and_says_what(
    counter: CounterAtWork, morning: Morning, number: str
) -> None:
    """The screen offers notified alone; asked for all the same, the hall says what is missing."""
    await counter.press_until(Qt.Key.Key_F5, lambda state: state.sheet is not None)
    assert counter.room.view.sheets.finish._list.chosen() == Outcome.NOTIFIED
    await counter.room.presenter.actions.finish(Outcome.COMPLETED)
    state = await counter.until(lambda state: state.problem)
    assert state.problem is not None
    assert (state.problem.code, state.problem.params["numbers"]) == ("case.rule.outstanding", "1")
    assert (await page(morning, number)).row.state is CaseState.NOTIFIED
