"""What a step issues comes out on paper, and any paper of a case can be printed again."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.case_parts import RefusalGround
from app.domain.case_table import CaseAction
from app.domain.document import DocumentKind, DocumentStatus
from app.domain.print_job import PaperKind
from app.ports.queries import CaseQuery
from app.services import case_intake
from app.services.documents import void_document
from app.services.open_case import HandedIn
from tests.services.at_work import CLERK, SHOP, SUPERVISOR, HallAtWork
from tests.ui.cases.office import Office
from tests.ui.cases.scenes import a_broken_pledge, accepted, opened, told
from tests.ui.cases.station import StationAtWork, station_in
from tests.ui.worklists import CTRL
from ui.cases.paper_rules import issuable


def _papers(folder: Path) -> dict[str, str]:
    """What came out, by title."""
    return {
        path.stem: "".join(page.extract_text() for page in PdfReader(path).pages)
        for path in sorted(folder.glob("*.pdf"))
    }


async def test_a_step_prints_what_it_issues(office: Office, hall: HallAtWork) -> None:
    number = await opened(hall, SHOP)
    await office.look_at(number)
    await office.take(CaseAction.REFUSE, ground=RefusalGround.NOT_NEEDED, text="不需要许可")
    (document,) = office.page.documents
    await office.until(lambda _: [m.code for m in office.view.said].count("worklist.printed"))
    assert list(_papers(office.paper)) == [document.number]


async def test_each_paper_is_there_to_be_printed_again(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await opened(hall, SHOP)
    page = await hall.do(CLERK, case_intake.refuse_case, number, "不属本机关")
    (document,) = page.documents
    async with station_in(hall, tmp_path, CLERK) as station:
        station.room.presenter.listing.search(number)
        station.room.presenter.listing.open(number)
        await station.until(lambda s: s.page is not None and s.page.row.number == number)
        card = station.work.context.papers
        assert [(paper.kind, paper.number, paper.note) for paper in card._papers] == [
            (PaperKind.DOCUMENT, document.number, "")
        ]
        (button,) = card.buttons
        button.click()
        await station.until(lambda s: not s.busy)
        shown = station.room.window._notice
        await station.until(lambda _: shown.isVisible())
        await hall.do(SUPERVISOR, void_document, document.number, "写错")
        station.room.presenter.read_again()
        await station.until(lambda s: card._papers[0].note == "已作废")
    assert ["重印" in text for text in _papers(tmp_path).values()] == [True]


async def _look_at(station: StationAtWork, number: str) -> None:
    station.room.presenter.listing.open(number)
    await station.until(lambda s: s.page is not None and s.page.row.number == number)


async def test_a_paper_is_looked_at_made_void_and_issued_anew(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await opened(hall, SHOP)
    page = await hall.do(CLERK, case_intake.refuse_case, number, "不属本机关")
    (document,) = page.documents
    async with station_in(hall, tmp_path, SUPERVISOR) as station:
        await _look_at(station, number)
        card, pane = station.work.context.papers, station.work.paper
        assert card.issuers == []
        station.click(card.openers[0])
        await station.until(lambda s: s.paper is not None)
        assert station.work.middle.currentWidget() is pane
        assert (pane.head.title.text(), pane.head.count.text()) == ("不予受理通知书", document.number)
        pane.reason.setFocus()
        station.press(Qt.Key.Key_Return)
        assert pane.problem.text() == "作废要写明原因"
        station.type("xie cuo le")
        station.press(Qt.Key.Key_Return)
        await station.until(lambda s: s.pane is None and not s.busy)
        row = await hall.ports.readers.document(document.number)
        assert (row.status, row.void_reason) == (DocumentStatus.VOID, "xie cuo le")

        station.click(card.issuers[0])
        await station.until(lambda s: s.paper is not None)
        assert pane.head.count.text() == "预览，还没有编号"
        assert len((await hall.ports.readers.case(number)).documents) == 1
        station.press(Qt.Key.Key_Return, CTRL)
        await station.until(lambda s: s.page is not None and len(s.page.documents) == 2)
        fresh = next(d for d in station.state.page.documents if d.number != document.number)  # type: ignore[union-attr]
        assert fresh.status is DocumentStatus.IN_FORCE
        assert station.state.pane is None
        await station.until(lambda _: list(tmp_path.glob("*.pdf")))
        assert list(_papers(tmp_path)) == [fresh.number]


async def test_what_the_calendar_ended_is_told_on_paper_with_one_click(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    await a_broken_pledge(hall)
    (case,) = await hall.ports.readers.cases(CaseQuery())
    async with station_in(hall, tmp_path, CLERK) as station:
        await _look_at(station, case.number)
        card = station.work.context.papers
        assert [button.text() for button in card.issuers] == ["出具办件终止告知书"]
        station.click(card.issuers[0])
        await station.until(lambda s: s.paper is not None)
        station.press(Qt.Key.Key_Return, CTRL)
        await station.until(lambda s: s.page is not None and len(s.page.documents) == 3)
        assert card.issuers == []
        await station.until(lambda _: list(tmp_path.glob("*.pdf")))
    (paper,) = _papers(tmp_path).values()
    assert "本次办理终止" in "".join(paper.split())


async def test_who_may_not_void_is_not_offered_it_and_esc_leads_back(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    number = await opened(hall, SHOP)
    await told(hall, number)
    await hall.do(CLERK, case_intake.take_papers, number, (HandedIn(1),), with_receipt=True)
    async with station_in(hall, tmp_path, CLERK) as station:
        await _look_at(station, number)
        card, pane = station.work.context.papers, station.work.paper
        for at, title in enumerate(("一次性告知单", "申请材料接受凭证")):
            station.click(card.openers[at])
            await station.until(lambda s: s.paper is not None)
            assert pane.head.title.text() == title
            assert not pane.reason.isVisible()
            station.press(Qt.Key.Key_Escape)
            assert station.state.pane is None
            assert station.work.case.isAncestorOf(QApplication.focusWidget())


async def test_a_receipt_nobody_asked_for_can_be_issued_later(office: Office, hall: HallAtWork) -> None:
    number = await accepted(hall, SHOP)
    await hall.do(CLERK, case_intake.take_papers, number, (HandedIn(1),))
    await office.look_at(number)
    assert issuable(office.page) == (DocumentKind.RECEIPT,)
    office.presenter.looking.preview(DocumentKind.RECEIPT)
    await office.until(lambda s: s.paper is not None)
    office.presenter.act()
    await office.until(lambda s: s.page is not None and len(s.page.documents) == 2)
    assert next(message.code for message in office.view.said) == "cases.issued"
    assert issuable(office.page) == ()
