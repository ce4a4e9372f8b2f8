"""Printing on a real CUPS through the program's own process: what arrives, and what is said when nothing does."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from app.documents.renderer import PdfRenderer
from app.ports.documents import Roll
from app.ports.errors import DeviceFailed
from app.texts import Texts
from tests.documents.forms import CONSULTATION, SLIP, TICKET
from tests.print_server import Arrived, PrintServer, print_server
from ui.devices import printing
from ui.devices.printing import QtPaper, system_printers
from ui.devices.printing_process import PrintingProcess
from ui.devices.proof_page import ProofPage, render_proof_page

FORMS = {
    "80 mm": (TICKET, "Custom.226x377"),
    "58 mm": (replace(TICKET, roll=Roll.MM58), "Custom.164x370"),
    "notice": (SLIP, "A4"),
    "consultation": (CONSULTATION, "A4"),
}
SOON = 1.0


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    """A print server, and a printing process that finds it."""
    process = PrintingProcess()
    monkeypatch.setattr(printing, "_process", process)
    with print_server() as server:
        server.add_printer("ready")
        server.add_printer("stopped", state="Stopped")
        server.add_printer("rejecting", accepting="No")
        for device in ("jammed", "broken", "waiting"):
            server.add_printer(device, device)
        server.start()
        monkeypatch.setenv("CUPS_SERVER", server.address)
        yield server
    process.give_up()


@pytest.fixture
def renderer() -> PdfRenderer:
    return PdfRenderer(Texts("zh"))


@pytest.fixture
def slip(renderer: PdfRenderer) -> bytes:
    return renderer.render(SLIP)


def texts_of(arrived: Arrived) -> list[str]:
    """What stands on each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(arrived.pdf)).pages]


async def why_not(paper: QtPaper, pdf: bytes) -> str:
    """The code of the failure."""
    with pytest.raises(DeviceFailed) as failed:
        await paper.deliver(pdf, "slip")
    return failed.value.message.code


async def test_a_failure_names_the_printer(server: PrintServer, slip: bytes) -> None:
    with pytest.raises(DeviceFailed) as failed:
        await QtPaper("gone").deliver(slip, "slip")
    assert failed.value.message.params == {"printer": "gone"}


async def test_the_queues_are_offered(server: PrintServer) -> None:
    assert await system_printers() == ("broken", "jammed", "ready", "rejecting", "stopped", "waiting")


@pytest.mark.parametrize("name", FORMS)
async def test_a_form_arrives_as_it_was_made_on_its_own_paper(
    server: PrintServer, renderer: PdfRenderer, name: str
) -> None:
    form, size = FORMS[name]
    pdf = renderer.render(form)
    assert await QtPaper("ready").deliver(pdf, "号票 A023") == "ready"
    (arrived,) = server.arrived()
    assert arrived.pdf == pdf
    assert (arrived.printer, arrived.title, arrived.copies) == ("ready", "号票 A023", "1")
    assert f"PageSize={size}" in arrived.options.split()
    assert "print-scaling=none" in arrived.options.split()


async def test_a_person_s_own_variant_of_a_printer_prints_on_its_queue(
    server: PrintServer, slip: bytes
) -> None:
    await QtPaper("ready/draft").deliver(slip, "slip")
    assert [arrived.printer for arrived in server.arrived()] == ["ready"]


async def test_the_two_copies_of_a_slip_lie_on_two_sheets(server: PrintServer, slip: bytes) -> None:
    """The queue prints both sides by default: the applicant's copy would stand on the back of the hall's."""
    await QtPaper("ready").deliver(slip, "slip")
    (arrived,) = server.arrived()
    texts = texts_of(arrived)
    assert ["存根" in texts[0], "交申请人" in texts[1], len(texts)] == [True, True, 2]
    assert "Duplex=None" in arrived.options.split()


async def test_a_reprint_and_a_test_page_arrive(
    server: PrintServer, renderer: PdfRenderer, slip: bytes, dressed: QApplication
) -> None:
    await QtPaper("ready").deliver(renderer.mark_reprint(slip, 2, SLIP.issued_at), "again")
    await QtPaper("ready").deliver(render_proof_page(ProofPage("打印机测试页", ("3 号窗口",))), "proof")
    again, proof = (texts_of(arrived) for arrived in server.arrived())
    assert all("重印" in page for page in again)
    assert "打印机测试" in proof[0]


@pytest.mark.parametrize(
    ("printer", "code"),
    [
        ("gone", "device.printer_missing"),
        ("rejecting", "device.printer_rejects"),
        ("stopped", "device.printer_stopped"),
        ("jammed", "device.printer_stopped"),
        ("broken", "device.print_dropped"),
    ],
)
async def test_what_is_wrong_with_a_printer_is_told(
    server: PrintServer, slip: bytes, printer: str, code: str
) -> None:
    assert await why_not(QtPaper(printer), slip) == code
    await QtPaper("ready").deliver(slip, "next")
    assert [arrived.title for arrived in server.arrived()] == ["next"]


async def test_a_queue_that_was_stopped_prints_nothing_of_before_when_it_goes_on(
    server: PrintServer, slip: bytes
) -> None:
    await why_not(QtPaper("stopped"), slip)
    server.resume("stopped")
    await QtPaper("stopped").deliver(slip, "again")
    assert [arrived.title for arrived in server.arrived()] == ["again"]


async def test_a_job_that_sticks_is_taken_back_so_that_it_does_not_come_out_twice(
    server: PrintServer, slip: bytes
) -> None:
    assert await why_not(QtPaper("waiting", out_seconds=SOON), slip) == "device.printer_stuck"
    server.go()
    await QtPaper("waiting").deliver(slip, "again")
    assert [arrived.title for arrived in server.arrived()] == ["again"]


async def test_nobody_waits_for_a_job_that_sticks(server: PrintServer, slip: bytes) -> None:
    async with asyncio.TaskGroup() as tasks:
        sticking = tasks.create_task(QtPaper("waiting").deliver(slip, "first"))
        await QtPaper("ready").deliver(slip, "second")
        assert not sticking.done()
        server.go()
    assert sticking.result() == "waiting"


async def test_a_server_that_has_been_stopped_is_told_apart_from_a_printer_that_is_not_there(
    server: PrintServer, slip: bytes
) -> None:
    server.stop()
    assert await why_not(QtPaper("ready"), slip) == "device.print_service_away"
    server.start()
    await QtPaper("ready").deliver(slip, "again")
    assert [arrived.title for arrived in server.arrived()] == ["again"]


async def test_a_server_that_says_nothing_is_given_up(server: PrintServer, slip: bytes) -> None:
    await system_printers()
    server.freeze()
    assert await why_not(QtPaper("ready", seconds=SOON), slip) == "device.printer_silent"
    server.thaw()
    await QtPaper("ready").deliver(slip, "again")
    assert [arrived.title for arrived in server.arrived()] == ["again"]


async def test_a_server_that_falls_silent_during_a_print_leaves_it_open_whether_it_came_out(
    server: PrintServer, slip: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "ANSWER_SECONDS", SOON)
    async with asyncio.TaskGroup() as tasks:
        failing = tasks.create_task(why_not(QtPaper("waiting"), slip))
        await asyncio.to_thread(server.wait_for_job)
        server.freeze()
    assert failing.result() == "device.print_unknown"


async def test_a_full_disk_prints_no_half_document(server: PrintServer, slip: bytes) -> None:
    server.stop()
    server.start(full_disk=True)
    assert await why_not(QtPaper("ready"), slip) == "device.printer_refused"
    server.stop()
    assert server.kept_jobs() == []
    server.start()
    await QtPaper("ready").deliver(slip, "again")
    (arrived,) = server.arrived()
    assert (arrived.title, arrived.pdf) == ("again", slip)


async def test_what_is_no_pdf_is_not_handed_over(server: PrintServer) -> None:
    assert await why_not(QtPaper("ready"), b"not a document") == "device.unreadable_pdf"
    assert server.arrived() == []
