import os
import socket
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from app.ports.errors import DeviceFailed
from ui.devices.pdf_pages import UnreadablePdf, print_pages
from ui.devices.printing import NoPaper
from ui.devices.proof_page import TICKET_MM, ProofPage, render_proof_page

A4, TICKET, WIDE = (595.28, 841.89), (226.77, 400.0), (841.89, 595.28)

SILENT_PRINT_SERVER = """
import asyncio, sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from app.ports.errors import DeviceFailed
from ui.devices.printing import system_printers

async def main():
    try:
        print(await system_printers(4.0))
    except DeviceFailed as error:
        print(error.message.code)

asyncio.run(main())
"""


def document(*sizes: tuple[float, float]) -> bytes:
    """A PDF with pages of these sizes, each with a black square in its lower left corner."""
    file = BytesIO()
    canvas = Canvas(file)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.rect(0, 0, 72, 72, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def to_file(path: Path) -> QPrinter:
    """A printer that writes what it gets into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageMargins(QMarginsF(10, 10, 10, 10), QPageLayout.Unit.Millimeter)
    return printer


def sizes_of(path: Path) -> list[tuple[int, int]]:
    """The pages' sizes in whole points."""
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(path).pages]


def test_every_page_comes_out_on_paper_of_its_own_size(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    print_pages(to_file(path), document(A4, TICKET, WIDE))
    assert sizes_of(path) == [(595, 842), (227, 400), (842, 595)]


def test_the_page_fills_its_paper_whatever_margins_the_printer_had(
    qapp: QApplication, tmp_path: Path
) -> None:
    from PySide6.QtCore import QSize
    from PySide6.QtPdf import QPdfDocument

    path = tmp_path / "printed.pdf"
    print_pages(to_file(path), document(A4))
    printed = QPdfDocument()
    printed.load(str(path))
    image = printed.render(0, QSize(595, 842))
    assert image.pixelColor(2, 839).lightness() < 40
    assert image.pixelColor(70, 772).lightness() < 40
    assert image.pixelColor(78, 764).alpha() == 0 or image.pixelColor(78, 764).lightness() > 200


class TwoSided(QPrinter):
    """Prints both sides of the paper unless told otherwise; a printer that writes a file has no sides."""

    sides = QPrinter.DuplexMode.DuplexLongSide

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self.sides = duplex


def test_every_page_gets_a_sheet_of_its_own(qapp: QApplication, tmp_path: Path) -> None:
    printer = TwoSided(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_pages(printer, document(A4, A4))
    assert printer.sides is QPrinter.DuplexMode.DuplexNone


def test_what_is_no_pdf_is_not_printed(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(UnreadablePdf):
        print_pages(to_file(tmp_path / "printed.pdf"), b"not a document")


async def test_without_a_chosen_printer_the_station_says_so() -> None:
    with pytest.raises(DeviceFailed) as failed:
        await NoPaper().deliver(b"", "slip")
    assert failed.value.message.code == "device.no_printer"


def test_a_silent_print_server_holds_nobody_up() -> None:
    """Neither whoever asks for printers nor the end of the program waits for it."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        environment = {**os.environ, "CUPS_SERVER": f"127.0.0.1:{silent.getsockname()[1]}"}
        ended = subprocess.run(
            [sys.executable, "-c", SILENT_PRINT_SERVER],
            env=environment, capture_output=True, text=True, timeout=30, check=False,
        )  # fmt: skip
    # Where Qt finds no CUPS at all, it asks nobody.
    assert ended.stdout.strip() in {"device.printers_silent", "()"}, ended.stderr
    assert ended.returncode == 0, ended.stderr


def test_the_test_page_is_the_paper_s_size_and_can_be_read(qapp: QApplication) -> None:
    page = ProofPage("打印机测试页", ("青溪区政务服务中心", "3 号窗口"), TICKET_MM)
    (printed,) = PdfReader(BytesIO(render_proof_page(page))).pages
    assert (round(printed.mediabox.width), round(printed.mediabox.height)) == (227, 255)
    assert "打印机测试" in printed.extract_text()
