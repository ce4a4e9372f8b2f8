from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
import segno
from pypdf import PdfReader

from app.documents import renderer as renderer_module
from app.documents.renderer import PdfRenderer
from app.domain.errors import BadInput
from app.ports.documents import Form
from app.texts import Texts
from tests.documents.forms import CONSULTATION, HALL_TIME, QR, SLIP, TICKET
from tests.documents.paper import page_texts, rectangles, text_of

REPRINTED_AT = datetime(2027, 3, 20, 9, 12, tzinfo=HALL_TIME)


@pytest.mark.parametrize("form", [SLIP, CONSULTATION, TICKET], ids=["slip", "consultation", "ticket"])
def test_the_same_form_gives_the_same_bytes(renderer: PdfRenderer, form: Form) -> None:
    before = renderer.render(form)
    renderer.render(TICKET)
    assert renderer.render(form) == before


def test_threads_do_not_disturb_each_other(renderer: PdfRenderer) -> None:
    forms: list[Form] = [replace(TICKET, number=f"B{number:03d}") for number in range(12)]
    forms += [replace(SLIP, number=f"告{number}号", applicant=chr(0x4E00 + number)) for number in range(12)]
    expected = [renderer.render(form) for form in forms]
    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(renderer.render, forms)) == expected


def test_fonts_serve_one_document_at_a_time(
    renderer: PdfRenderer, english: PdfRenderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone: list[bool] = []

    def note(form: Form, texts: Texts) -> bytes:
        alone.append(renderer_module._ONE_AT_A_TIME.locked())
        return b""

    monkeypatch.setattr(renderer_module, "render_ticket", note)
    for one in (renderer, english):
        one.render(TICKET)
    assert alone == [True, True]


@pytest.mark.parametrize("form", [SLIP, TICKET], ids=["slip", "ticket"])
def test_the_qr_code_is_drawn_module_for_module(renderer: PdfRenderer, form: Form) -> None:
    matrix = segno.make(QR, error="m", boost_error=False, micro=False).matrix
    drawn = rectangles(renderer.render(form))
    # The first module row starts with a finder pattern, seven dark modules in one rectangle.
    left, top_row, width, module = next(
        box for box in drawn if box[2] == pytest.approx(7 * box[3], rel=0.01) and box[3] < 5
    )
    size = len(matrix)
    grid = [[0] * size for _ in range(size)]
    for x, y, wide, high in drawn:
        if high == pytest.approx(module, rel=0.01):
            row, column = round((top_row - y) / module), round((x - left) / module)
            for place in range(column, column + round(wide / module)):
                grid[row][place] = 1
    assert grid == [list(row) for row in matrix]
    assert width == pytest.approx(7 * module, rel=0.01)


def test_a_qr_text_that_readers_would_garble_is_refused(renderer: PdfRenderer) -> None:
    with pytest.raises(BadInput, match=r"paper\.error\.qr_not_ascii"):
        renderer.render(replace(SLIP, qr="告知单"))


@pytest.mark.parametrize("form", [SLIP, TICKET], ids=["slip", "ticket"])
def test_a_reprint_is_the_original_with_a_mark_on_every_page(renderer: PdfRenderer, form: Form) -> None:
    original = renderer.render(form)
    marked = renderer.mark_reprint(original, 2, REPRINTED_AT)
    mark = "重印第2次2027年3月20日09时12分"
    for before, after in zip(page_texts(original), page_texts(marked), strict=True):
        assert mark in after
        assert after.replace(mark, "") == before
    assert renderer.mark_reprint(original, 2, REPRINTED_AT) == marked


def test_the_mark_on_a_roll_covers_nothing(renderer: PdfRenderer) -> None:
    original = renderer.render(TICKET)
    heights = [
        float(PdfReader(BytesIO(pdf)).pages[0].mediabox.height)
        for pdf in (original, renderer.mark_reprint(original, 1, REPRINTED_AT))
    ]
    assert heights[1] - heights[0] > 20  # points: the height of the mark


def test_a_reprint_of_a_reprint_shows_the_count(renderer: PdfRenderer) -> None:
    marked = renderer.mark_reprint(renderer.render(SLIP), 3, REPRINTED_AT)
    assert text_of(marked).count("重印第3次") == 2  # on each copy


def test_what_is_no_pdf_cannot_be_marked(renderer: PdfRenderer) -> None:
    with pytest.raises(BadInput, match=r"paper\.error\.not_a_pdf"):
        renderer.mark_reprint(b"not a pdf", 1, REPRINTED_AT)


def test_the_file_names_itself(renderer: PdfRenderer) -> None:
    facts = PdfReader(BytesIO(renderer.render(SLIP))).metadata
    assert facts is not None
    assert facts.title == "一次性告知单 青溪农业农村告〔2026〕0027号"
    assert facts.author == "青溪区农业农村局"
