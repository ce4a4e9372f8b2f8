"""What a step issues comes out on paper, and any paper of a case can be printed again."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from app.domain.case_table import CaseAction
from app.domain.print_job import PaperKind
from app.services import case_intake
from app.services.documents import void_document
from tests.services.at_work import CLERK, SHOP, SUPERVISOR, HallAtWork
from tests.ui.cases.office import Office
from tests.ui.cases.scenes import opened
from tests.ui.cases.station import station_in


def _papers(folder: Path) -> dict[str, str]:
    """What came out, by title."""
    return {
        path.stem: "".join(page.extract_text() for page in PdfReader(path).pages)
        for path in sorted(folder.glob("*.pdf"))
    }


async def test_a_step_prints_what_it_issues(office: Office, hall: HallAtWork) -> None:
    number = await opened(hall, SHOP)
    await office.look_at(number)
    office.presenter.acting.choose(CaseAction.REFUSE)
    office.fill(text="不属本机关")
    await office.take(CaseAction.REFUSE)
    (document,) = office.page.documents
    await office.until(lambda _: [m.code for m in office.view.said].count("cases.printed"))
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
