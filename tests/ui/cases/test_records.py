"""A paper that is scanned at a station shows its record above whatever room there is."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.document import DocumentStatus
from app.domain.exception_case import Channel
from app.domain.exception_category import ExceptionCategory
from app.domain.paper_code import exception_code
from app.services import case_intake
from app.services.documents import void_document
from app.services.exception_records import issue_exception_record
from app.services.open_exception import open_exception
from app.settings import StationKind
from tests.services.at_work import CLERK, SHOP, SUPERVISOR, HallAtWork
from tests.ui.cases.scenes import opened
from tests.ui.reader import read_into
from tests.ui.worklists import active, context_of
from ui.record_offer import offer_records
from ui.record_panel import RecordPanel
from ui.session import Session
from ui.shell.office_window import OfficeWindow
from ui.tasks import TaskSupervisor


class Desk:
    """A window of a station with the record of papers, and its reader."""

    def __init__(self, hall: HallAtWork, folder: Path) -> None:
        context = context_of(hall.hall, Session("office"), StationKind.EXCEPTIONS, folder)
        self.tasks = TaskSupervisor(lambda _name, error: pytest.fail(repr(error)))
        self.window = OfficeWindow(context.texts, "", "例外")
        offer_records(self.window, context, self.tasks)
        self.field = QLineEdit()
        self.window.set_body(self.field)
        self.window.show()
        (self.panel,) = self.window.findChildren(RecordPanel)

    async def scan(self, code: str) -> None:
        """Read a code, and wait for what comes of it."""
        await active(self.window)
        self.field.setFocus()
        read_into(self.field, code)
        await self.tasks.idle()


async def test_its_standing_and_its_hash(dressed: QApplication, hall: HallAtWork, tmp_path: Path) -> None:
    number = await opened(hall, SHOP)
    page = await hall.do(CLERK, case_intake.refuse_case, number, "不属本机关")
    (document,) = page.documents
    code = f"yici:document/{document.id}"
    desk = Desk(hall, tmp_path)
    assert desk.panel.isHidden()
    await desk.scan(code)
    assert desk.panel.isVisible()
    record = desk.panel.record
    assert document.number in record._number.text()
    assert document.sha256[:12] in record.hash.text()
    assert record.standing.text() == "有效"
    await hall.do(SUPERVISOR, void_document, document.number, "写错")
    await desk.scan(code)
    assert record.standing.text() == "已作废"
    desk.panel.close_button.click()
    assert desk.panel.isHidden()
    assert DocumentStatus.VOID is (await hall.ports.readers.document(document.number)).status
    await desk.tasks.close()


async def test_the_record_of_an_exception_case(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    said = ("刷卡缴费失败", ExceptionCategory.PAYMENT, Channel.COUNTER)
    number = (await hall.do(CLERK, open_exception, *said)).row.number
    issued = await hall.do(SUPERVISOR, issue_exception_record, number)
    desk = Desk(hall, tmp_path)
    await desk.scan(exception_code(issued.subject))
    record = desk.panel.record
    assert record.isVisible()
    assert "例外事项登记表" in record._number.text()
    assert number in record._number.text()
    assert record.standing.text() == "有效"
    await desk.tasks.close()


async def test_what_is_not_on_record_is_said_and_other_codes_pass_by(
    dressed: QApplication, hall: HallAtWork, tmp_path: Path
) -> None:
    desk = Desk(hall, tmp_path)
    await desk.scan("yici:document/01890000-0000-7000-8000-000000000000")
    assert desk.panel.isHidden()
    assert desk.window._problem.isVisible()
    desk.window.clear_problem()
    await desk.scan("yici:ticket/2026-03-18/A001")
    assert desk.panel.isHidden()
    assert not desk.window._problem.isVisible()
    await desk.tasks.close()
