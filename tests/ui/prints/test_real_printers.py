"""The queue on a real CUPS: a stopped printer, one that is missing, and a restart in between."""

from collections.abc import Iterator

import pytest

from app.domain.print_job import PaperKind, Printer, PrintJob, PrintState
from app.services.notices import consult
from app.services.printing import print_paper
from tests.print_server import PrintServer, print_server
from tests.services.at_work import GUIDE, HOUSE, HallAtWork
from tests.ui.prints.at_work import printed, printing, until
from ui.devices import printing as device
from ui.devices.printing import NoPaper, QtPaper
from ui.devices.printing_process import PrintingProcess

QUEUE = "station"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    """A print server with a roll and a stopped office printer, and a printing process that finds it."""
    process = PrintingProcess()
    monkeypatch.setattr(device, "_process", process)
    with print_server() as server:
        server.add_printer("roll")
        server.add_printer("office", state="Stopped")
        server.start()
        monkeypatch.setenv("CUPS_SERVER", server.address)
        yield server
    process.give_up()


async def _slip(hall: HallAtWork) -> PrintJob:
    number = (await hall.do(GUIDE, consult, HOUSE, frozenset())).number
    return await hall.do(GUIDE, print_paper, QUEUE, PaperKind.NOTICE, number)


async def _ticket(hall: HallAtWork) -> PrintJob:
    return await hall.do(GUIDE, print_paper, QUEUE, PaperKind.TICKET, (await hall.issue()).number)


async def test_what_a_stopped_printer_did_not_take_comes_out_after_a_restart(
    hall: HallAtWork, server: PrintServer
) -> None:
    slip, ticket = await _slip(hall), await _ticket(hall)
    printers = {Printer.TICKET: QtPaper("roll"), Printer.A4: QtPaper("office")}
    async with printing(hall.ports, hall.hall.origin, printers, QUEUE) as queue:
        failed = await until(queue, slip.paper.kind, slip.paper.number, PrintState.FAILED)
        await until(queue, ticket.paper.kind, ticket.paper.number, PrintState.PRINTED)
    assert failed.problem is not None
    assert (failed.id, failed.problem.code) == (slip.id, "device.printer_stopped")
    assert [arrived.printer for arrived in server.arrived()] == ["roll"]
    server.resume("office")
    async with printing(hall.ports, hall.hall.origin, printers, QUEUE) as queue:
        # Nothing comes out unasked: a person says that it is still wanted.
        again = await until(
            queue, slip.paper.kind, slip.paper.number, PrintState.FAILED
        )  # it waits for a person who still wants it
        await queue.retry(hall.command(GUIDE), again.id)
        await printed(queue)
        assert queue.open_jobs == ()
    titles = [(arrived.printer, arrived.title) for arrived in server.arrived()]
    assert titles == [("roll", f"{ticket.day}-{ticket.paper.number}"), ("office", slip.paper.number)]


async def test_paper_waits_for_a_printer_to_be_chosen(hall: HallAtWork, server: PrintServer) -> None:
    ticket = await _ticket(hall)
    nowhere = {Printer.TICKET: NoPaper(), Printer.A4: QtPaper("gone")}
    slip = await _slip(hall)
    async with printing(hall.ports, hall.hall.origin, nowhere, QUEUE) as queue:
        for job in (ticket, slip):
            await until(queue, job.paper.kind, job.paper.number, PrintState.FAILED)
        problems = {job.id: job.problem.code if job.problem else "" for job in queue.open_jobs}
    assert problems == {ticket.id: "device.no_printer", slip.id: "device.printer_missing"}
    roll = QtPaper("roll")
    async with printing(hall.ports, hall.hall.origin, roll, QUEUE) as queue:
        for job in (ticket, slip):
            await until(queue, job.paper.kind, job.paper.number, PrintState.FAILED)
            await queue.retry(hall.command(GUIDE), job.id)
        await printed(queue)
    assert sorted(arrived.title for arrived in server.arrived()) == sorted(
        (f"{ticket.day}-{ticket.paper.number}", slip.paper.number)
    )
