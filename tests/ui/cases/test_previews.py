"""What a step puts on paper is looked at before it is taken: marked as a preview, without a number, nothing done."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.case_parts import DeliveryWay, Procedure, RefusalGround, Result
from app.domain.case_table import CaseAction, CaseState
from app.domain.print_job import PaperKind
from app.services import case_intake, case_progress
from app.services.open_case import HandedIn
from tests.services.at_work import CLERK, SHOP, SUPERVISOR, HallAtWork
from tests.ui.cases.office import Office
from tests.ui.cases.scenes import LATER, accepted, opened, told
from tests.ui.cases.station import station_in
from tests.ui.worklists import CTRL
from ui.cases import rules
from ui.cases.acting import Countersign

_A = CaseAction
STEPS: dict[CaseAction, tuple[dict[str, object], tuple[str, ...]]] = {
    _A.ACCEPT: ({}, ("受理通知书",)),
    _A.REFUSE: (
        {"ground": RefusalGround.OTHER_AUTHORITY, "right_authority": "县水利局", "text": "取水另行许可"},
        ("不予受理通知书", "不属于本机关职权范围", "县水利局"),
    ),
    _A.SUSPEND: ({"procedure": Procedure.HEARING, "days": "10"}, ("听证",)),
    _A.EXTEND: ({"days": "5", "approved_by": "李局长", "text": "案情复杂"}, ("延长", "案情复杂")),
    _A.DECIDE: ({"result": Result.DENIED, "text": "不符合条件"}, ("不予", "不符合条件")),
    _A.DELIVER: ({"way": DeliveryWay.POST, "received_by": "王小敏"}, ("送达回证",)),
    _A.END: ({"text": "多次联系，申请人不再办理"}, ("办件终止告知书", "申请人不再办理")),
    _A.TAKE_PAPERS: ({"ticked": frozenset({1}), "receipt": True}, ("申请材料接受凭证",)),
}


async def preview(office: Office, action: CaseAction, **chosen: object) -> str:
    """Fill in a step's form and look at what it would put on paper; its text."""
    before = office.page
    office.presenter.acting.choose(action)
    office.fill(**chosen)
    assert rules.issues_paper(office.state)
    office.presenter.preview()
    state = await office.until(lambda s: s.paper is not None or s.problem is not None)
    assert state.problem is None
    assert state.paper is not None
    assert (state.paper.is_preview, state.paper.step) == (True, action)
    now = await office.hall.ports.readers.case(before.row.number)
    assert (now.version, now.documents, now.notices) == (before.version, before.documents, before.notices)
    return "".join(map(_text, state.paper.pdfs))


def _text(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


async def at(hall: HallAtWork, action: CaseAction) -> str:
    """A case of which this is a next step."""
    if action in (_A.ACCEPT, _A.REFUSE, _A.TAKE_PAPERS):
        return await opened(hall, SHOP)
    if action is _A.END:
        number = await opened(hall, SHOP)
        await told(hall, number, 1)
        hall.pass_time(hours=24 * 90)
        return number
    number = await accepted(hall, SHOP)
    if action is _A.DELIVER:
        await hall.do(CLERK, case_progress.decide_case, number, Result.GRANTED)
    return number


@pytest.mark.parametrize("action", STEPS)
async def test_each_step_that_issues_a_paper_shows_it_before(
    office: Office, hall: HallAtWork, action: CaseAction
) -> None:
    chosen, says = STEPS[action]
    await office.look_at(await at(hall, action))
    shown = await preview(office, action, **chosen)
    assert "预览" in shown
    for said in says:
        assert said in shown


async def test_what_is_previewed_is_done_with_ctrl_enter_and_numbered_from_one(
    office: Office, hall: HallAtWork
) -> None:
    await office.look_at(await opened(hall, SHOP))
    for _ in range(2):
        await preview(office, _A.ACCEPT)
        office.presenter.back()
        assert office.state.pane is None
    await preview(office, _A.ACCEPT)
    office.presenter.act()
    await office.until(lambda s: s.page is not None and s.page.row.state is CaseState.ACCEPTED)
    assert office.state.pane is None
    (document,) = office.page.documents
    assert "0001号" in document.number.replace(" ", "")
    await office.until(lambda _: list(office.paper.glob("*.pdf")))


async def test_a_pledge_shows_both_papers(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await opened(hall, LATER))
    await office.until(lambda s: s.materials and s.pledge_days)
    late = frozenset(m.number for m in office.state.materials if m.may_be_late)
    shown = await preview(
        office, _A.ACCEPT, days="20", pledged=True, ticked=late, pledged_by=office.state.pledge_days[0]
    )
    assert len(office.state.paper.pdfs) == 2  # type: ignore[union-attr]
    assert "受理通知书" in shown
    assert "容缺" in shown


async def test_a_notice_shows_what_it_tells(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await opened(hall, SHOP))
    office.presenter.acting.choose(_A.NOTIFY)
    office.judge_all_but(1)
    shown = await preview(office, _A.NOTIFY)
    assert office.state.paper.kind is PaperKind.NOTICE  # type: ignore[union-attr]
    assert office.state.materials[0].name in shown
    office.presenter.act()
    await office.until(lambda s: s.page is not None and s.page.row.state is CaseState.NOTIFIED)
    assert office.state.pane is None


async def test_a_further_notice_shows_its_reason_and_is_signed_in_its_form(
    office: Office, hall: HallAtWork
) -> None:
    number = await opened(hall, SHOP)
    await told(hall, number, 1)
    await office.look_at(number)
    office.presenter.acting.choose(_A.NOTIFY_AGAIN)
    office.judge_all_but(1, 2)
    assert "漏看了第二项" in await preview(office, _A.NOTIFY_AGAIN, text="漏看了第二项")
    office.presenter.act()
    assert office.state.pane is None
    assert len(office.page.notices) == 1
    await office.take(_A.NOTIFY_AGAIN, Countersign(SUPERVISOR, "sample"))
    assert len(office.page.notices) == 2


async def test_what_is_lacking_is_said_before_anything_is_shown(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await opened(hall, SHOP))
    office.presenter.acting.choose(_A.REFUSE)
    office.presenter.preview()
    assert office.state.problem is not None
    assert office.state.problem.code == "cases.lacking.ground"
    assert office.state.paper is None


async def test_a_step_without_paper_offers_no_preview(office: Office, hall: HallAtWork) -> None:
    await office.look_at(await opened(hall, SHOP))
    for action in (_A.TAKE_PAPERS, _A.WITHDRAW):
        office.presenter.acting.choose(action)
        assert not rules.issues_paper(office.state)


async def test_the_button_leads_there_and_esc_back_to_the_form(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await opened(hall, SHOP)
    await hall.do(CLERK, case_intake.take_papers, number, (HandedIn(1),))
    async with station_in(hall, tmp_path, CLERK) as station:
        station.room.presenter.listing.open(number)
        await station.until(lambda s: s.page is not None and s.page.row.number == number)
        area, pane = station.work.case.area, station.work.paper
        station.room.presenter.acting.choose(_A.WITHDRAW)
        assert not area.preview.isVisible()
        station.room.presenter.acting.choose(_A.ACCEPT)
        station.click(area.preview)
        await station.until(lambda s: s.paper is not None)
        assert (pane.head.title.text(), pane.head.count.text()) == ("受理", "预览，还没有编号")
        assert pane.button.text() == "受理"
        station.press(Qt.Key.Key_Escape)
        assert station.state.pane is None
        assert area.isAncestorOf(QApplication.focusWidget())
        station.click(area.preview)
        await station.until(lambda s: s.paper is not None)
        station.press(Qt.Key.Key_Return, CTRL)
        await station.until(lambda s: s.page is not None and s.page.row.state is CaseState.ACCEPTED)
        assert station.state.pane is None
        assert area.isAncestorOf(QApplication.focusWidget())
