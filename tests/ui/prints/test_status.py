"""The word in the status line and the list behind it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.ids import PrintJobId
from app.domain.message import Message
from app.domain.print_job import Paper, PaperKind, PrintJob, PrintState
from app.texts import Texts
from ui.shell.print_status import JobRow, PrintStatus

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")

NINE = datetime(2026, 3, 18, 1, tzinfo=UTC)
WHY = Message("device.printer_stuck", {"printer": "HP"})


def job(serial: int, state: PrintState, copy: int = 0) -> PrintJob:
    problem = WHY if state is PrintState.FAILED else None
    paper = Paper(PaperKind.NOTICE, UUID(int=100 + serial), f"青溪林业告〔2026〕{serial:04d}号", copy)
    return PrintJob(
        PrintJobId(UUID(int=serial)), "here", paper, date(2026, 3, 18), NINE, NINE, state, problem=problem
    )


@pytest.fixture
def status(dressed: QApplication) -> PrintStatus:
    shown = PrintStatus(Texts("zh"))
    shown.show_jobs(())
    return shown


def rows(status: PrintStatus) -> list[JobRow]:
    return [row for row in status.card.rows.row_widgets() if isinstance(row, JobRow)]


def test_it_keeps_quiet_while_paper_comes_out(status: PrintStatus) -> None:
    assert status.isHidden()
    status.show_jobs([job(1, PrintState.PRINTING)])
    assert status.isHidden()
    status.show_jobs([job(1, PrintState.PRINTING), job(2, PrintState.PENDING)])
    assert not status.isHidden()
    assert status.text() == "2 份打印中"


def test_it_names_what_did_not_come_out_and_why(status: PrintStatus) -> None:
    status.show_jobs([job(1, PrintState.FAILED, copy=2), job(2, PrintState.PENDING)])
    assert status.text() == "1 份没打出来"
    first, second = rows(status)
    assert first._name.text() == "一次性告知单 青溪林业告〔2026〕0001号（重印 2）"
    assert "HP" in first._why.text()
    assert (first.retry.isHidden(), second.retry.isHidden()) == (False, True)


def test_a_person_tries_again_or_gives_up(status: PrintStatus) -> None:
    retried: list[object] = []
    cancelled: list[object] = []
    status.retried.connect(retried.append)
    status.cancelled.connect(cancelled.append)
    jobs = [job(1, PrintState.FAILED), job(2, PrintState.FAILED)]
    status.show_jobs(jobs)
    status.show()
    status.open_card()
    first, second = rows(status)
    assert first.retry.hasFocus() or QApplication.focusWidget() is first.retry
    QTest.keyClick(first.retry, Qt.Key.Key_Return)
    second.cancel.click()
    assert (retried, cancelled) == ([jobs[0].id], [jobs[1].id])
    status.card._all.click()
    assert retried[1:] == [jobs[0].id, jobs[1].id]


def test_the_list_closes_when_all_is_out(status: PrintStatus) -> None:
    failed = job(1, PrintState.FAILED)
    status.show_jobs([failed])
    status.show()
    status.open_card()
    assert status.card.isVisible()
    assert not status.card._all.isVisible()
    status.show_jobs([replace(failed, state=PrintState.PENDING, problem=None)])
    status.show_jobs(())
    assert not status.card.isVisible()
