"""What the finish asks: why it is refused, and how long it may take where the item's page does not say."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.case_parts import Refusal, RefusalGround
from app.domain.case_table import CaseState
from app.domain.errand import Outcome
from app.domain.judgement import Verdict
from app.domain.print_job import PaperKind, PrintState
from app.domain.ticket_table import TicketState
from app.ports.queries import CaseQuery
from app.ports.rows import CasePage
from app.services.case_intake import supplement_case
from app.services.issue_ticket import ErrandWish
from app.texts import Texts
from tests.ui.counter.counter_at_work import CounterAtWork
from tests.ui.counter.desks import case as a_case
from tests.ui.counter.desks import live
from tests.ui.counter.morning import MORTGAGE, OTHER_CLERK, Morning, command_of
from tests.ui.counter.test_slips import pages_text
from tests.ui.counter.trip import first_trip, serve_for
from tests.ui.prints.at_work import until
from ui.counter.intents import Intent
from ui.counter.sheet_finish import FinishSheet
from ui.counter.state import Phase, Sheet
from ui.judged import NOTHING_JUDGED

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


def choose_ground(sheet: FinishSheet, ground: RefusalGround) -> None:
    """Choose it in the list of grounds, as a person does."""
    picker = sheet._refusal.fields.ground
    picker.setCurrentIndex(list(RefusalGround).index(ground))
    picker.activated.emit(picker.currentIndex())


async def refuse(counter: CounterAtWork, ground: RefusalGround, reason: str) -> None:
    """Finish as refused."""
    await choose(counter, "refused")
    sheet = counter.room.view.sheets.finish
    choose_ground(sheet, ground)
    sheet._refusal.reason.setFocus()
    sheet._refusal.reason.insert(reason)  # as an input method does
    counter.press(Qt.Key.Key_Return)
    await counter.until(lambda state: state.ticket is None and state.busy is None)


async def test_a_refusal_asks_on_which_ground_and_why(served: CounterAtWork, morning: Morning) -> None:
    await choose(served, "refused")
    sheet = served.room.view.sheets.finish
    assert sheet._refusal.isVisible()
    assert sheet._refusal.fields.ground.isVisible()
    assert not sheet._refusal.fields.authority.isVisible()
    assert not sheet._limit.isVisible()
    sheet._refusal.reason.setFocus()
    sheet._refusal.reason.insert("依法无需许可")
    served.press(Qt.Key.Key_Return)
    assert served.state.phase is Phase.SERVING, "no ground yet"
    choose_ground(sheet, RefusalGround.NOT_NEEDED)
    assert sheet.action.isEnabled()
    sheet._refusal.reason.selectAll()
    served.press(Qt.Key.Key_Delete, sheet._refusal.reason)
    assert not sheet.action.isEnabled()
    sheet._refusal.reason.insert("依法无需许可")
    served.press(Qt.Key.Key_Return)
    await served.until(lambda state: state.ticket is None and state.busy is None)
    assert (await case(morning, CaseState.REFUSED)).steps[-1].text == "依法无需许可"


async def test_who_is_sent_away_is_told_where_to(
    served: CounterAtWork, morning: Morning, tmp_path: Path
) -> None:
    await choose(served, "refused")
    sheet = served.room.view.sheets.finish
    sheet._refusal.reason.insert("抵押登记不由本机关办理")
    choose_ground(sheet, RefusalGround.OTHER_AUTHORITY)
    assert not sheet.action.isEnabled()
    sheet._refusal.fields.authority.setFocus()
    sheet._refusal.fields.authority.insert("青溪县住房和城乡建设局")
    served.press(Qt.Key.Key_Return)
    await served.until(lambda state: state.ticket is None and state.busy is None)
    (document,) = (await case(morning, CaseState.REFUSED)).documents
    await until(served.prints, PaperKind.DOCUMENT, document.number, PrintState.PRINTED)
    paper = pages_text(tmp_path / "paper" / f"{document.number}.pdf")
    for said in ("不属于本机关", "青溪县住房和城乡建设局", "抵押登记不由本机关办理"):
        assert said in paper


async def test_what_was_said_of_a_refusal_is_there_again_when_the_sheet_is(served: CounterAtWork) -> None:
    await choose(served, "refused")
    parts = served.room.view.sheets.finish._refusal
    choose_ground(served.room.view.sheets.finish, RefusalGround.OTHER_AUTHORITY)
    parts.fields.authority.setFocus()
    served.type("water office")
    parts.reason.setFocus()
    served.type("not ours")
    served.press(Qt.Key.Key_Escape)
    assert served.state.sheet is None
    await choose(served, "refused")
    assert parts.refusal() == Refusal("not ours", RefusalGround.OTHER_AUTHORITY, "water office")
    assert parts.fields.authority.isVisible()


async def test_nothing_is_asked_that_is_known(served: CounterAtWork) -> None:
    await choose(served, "accepted")
    sheet = served.room.view.sheets.finish
    assert not sheet._refusal.isVisible()
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


def test_the_open_sheet_offers_what_the_case_allows_by_now(dressed: QApplication) -> None:
    """A colleague ticks off what came while the question stands open."""
    sheet = FinishSheet(Texts("zh"))
    asked = replace(live(TicketState.SERVING), sheet=Sheet(Intent.FINISH))
    told = replace(asked, case=a_case(CaseState.NOTIFIED))
    sheet.begin(told)
    sheet.show_state(told)
    assert sheet._chosen() is Outcome.NOTIFIED
    sheet.show_state(replace(asked, case=a_case(CaseState.SUPPLEMENTED)))
    assert sheet._chosen() is Outcome.ACCEPTED
    assert Outcome.NOTIFIED not in sheet._offer.outcomes
    sheet._list.select("refused")
    sheet.show_state(replace(asked, case=None))
    assert sheet._chosen() is Outcome.REFUSED, "chosen by hand, and it still fits"
    sheet.show_state(told)
    assert sheet._chosen() is Outcome.NOTIFIED, "it fits no longer"


def test_nothing_is_chosen_where_nothing_is_usual(dressed: QApplication) -> None:
    sheet = FinishSheet(Texts("zh"))
    state = live(TicketState.SERVING)
    sheet.begin(state)
    assert sheet._chosen() is Outcome.ACCEPTED
    wrong = replace(state, draft=NOTHING_JUDGED.judged(1, Verdict.WRONG))
    sheet.begin(wrong)
    assert sheet._chosen() is None
    assert not sheet.action.isEnabled()


async def test_a_case_that_a_colleague_supplements_can_be_accepted_at_once(
    counter: CounterAtWork, morning: Morning, elsewhere: Morning
) -> None:
    await first_trip(counter, morning)
    await serve_for(counter, morning)
    counter.press(Qt.Key.Key_F11)
    await counter.until(lambda state: state.cases is not None and state.cases.pages)
    counter.press(Qt.Key.Key_Return)
    told = await counter.until(lambda state: state.sheet is None and state.case is not None)
    await counter.settled()
    await counter.room.presenter.ask(Intent.FINISH)
    sheet = counter.room.view.sheets.finish
    assert sheet._chosen() is Outcome.NOTIFIED
    assert told.case is not None
    colleague = command_of(await elsewhere.sign_in(OTHER_CLERK))
    page = await morning.hall.ports.readers.case(told.case.number)
    brought = frozenset(o.material for o in page.outstanding)
    await supplement_case(elsewhere.hall.ports, colleague, told.case.number, brought)
    await counter.until(lambda state: state.case is not None and state.case.state is CaseState.SUPPLEMENTED)
    assert sheet._chosen() is Outcome.ACCEPTED
    counter.press(Qt.Key.Key_Return)
    await counter.until(lambda state: state.ticket is None and state.busy is None)
    await case(morning, CaseState.ACCEPTED)


async def test_what_a_finish_issues_is_printed_while_the_next_is_called(
    served: CounterAtWork, morning: Morning, tmp_path: Path
) -> None:
    await refuse(served, RefusalGround.OTHER, "应向住建部门申请")
    (document,) = (await case(morning, CaseState.REFUSED)).documents
    job = await until(served.prints, PaperKind.DOCUMENT, document.number, PrintState.PRINTED)
    assert job.paper.subject == document.id
    assert [path.stem for path in (tmp_path / "paper").glob("*.pdf")] == [document.number]
