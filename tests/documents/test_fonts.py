import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics

from app.documents import fallback, fonts
from app.documents.renderer import PdfRenderer
from app.domain.errors import BadInput
from tests.documents.forms import MATERIALS, SLIP, TICKET
from tests.documents.paper import fonts as fonts_in
from tests.documents.paper import text_of


@pytest.mark.parametrize("form", [SLIP, TICKET], ids=["slip", "ticket"])
def test_every_font_is_embedded_as_a_subset(renderer: PdfRenderer, form: object) -> None:
    found = fonts_in(renderer.render(form))
    assert found
    for font in found:
        assert font["/BaseFont"][7:].startswith("+NotoSansSC-")
        assert "/FontFile2" in font["/FontDescriptor"]


def test_marks_of_reprints_bring_no_other_font(renderer: PdfRenderer) -> None:
    marked = renderer.mark_reprint(renderer.render(SLIP), 1, SLIP.issued_at)
    for font in fonts_in(marked):
        assert font["/BaseFont"][7:].startswith("+NotoSansSC-")


def test_rare_characters_print_and_can_be_searched(renderer: PdfRenderer, rare_font: Path) -> None:
    form = replace(SLIP, applicant="㐀𠮷𲎯*", told_by="𲎯*")
    pdf = renderer.render(form)
    assert "申请人㐀𠮷𲎯*身份证件" in text_of(pdf)
    assert "告知人：𲎯*" in text_of(pdf)
    assert any(font["/BaseFont"].endswith("+Rare") for font in fonts_in(pdf))


def test_the_installed_font_draws_names_of_every_extension_up_to_f(renderer: PdfRenderer) -> None:
    """With the font that ``.ci/system-libraries`` installs: one character of each of the extensions B to F."""
    pdf = renderer.render(replace(SLIP, applicant="𠮷𪜀𫝀𫠠𬺰*"))
    assert "申请人𠮷𪜀𫝀𫠠𬺰*身份证件" in text_of(pdf)
    assert any(font["/BaseFont"].endswith("+HanaMinB") for font in fonts_in(pdf))


def test_a_rare_character_in_bold_falls_back_too(renderer: PdfRenderer, rare_font: Path) -> None:
    assert "𲎯县政务服务中心" in text_of(renderer.render(replace(TICKET, hall="𲎯县政务服务中心")))


def test_what_no_font_has_is_an_error_that_names_it(renderer: PdfRenderer) -> None:
    lost = "\u0378"  # not assigned, and never drawn by any font
    materials = (replace(MATERIALS[0], detail=f"姓名{lost}误写"), *MATERIALS[1:])
    with pytest.raises(BadInput) as caught:
        renderer.render(replace(SLIP, materials=materials))
    (problem,) = caught.value.problems
    assert problem.where == f"姓名{lost}误写"
    assert problem.what.params == {"character": lost, "code": "U+0378"}


def test_what_has_no_shape_is_passed_over(renderer: PdfRenderer) -> None:
    form = replace(SLIP, applicant="张\u200b\ufe00三\t\x07*\u2009李")
    assert "申请人张三*李身份证件" in text_of(renderer.render(form))


def test_a_font_that_cannot_be_embedded_is_passed_over(rare_font: Path) -> None:
    rare_font.write_bytes(b"OTTO" + rare_font.read_bytes()[4:])
    assert (rare_font, 0) in list(fallback.candidates("𲎯"))
    assert fonts._register(str(rare_font), 0) is None


def test_both_weights_hold_the_same_characters() -> None:
    fonts.load()
    regular, bold = (pdfmetrics.getFont(name).face.charToGlyph.keys() for name in (fonts.REGULAR, fonts.BOLD))
    assert regular == bold


def test_a_look_for_fonts_that_takes_too_long_is_given_up(
    rare_font: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def never(command: list[str], **_: object) -> None:
        asked.append(command)
        raise subprocess.TimeoutExpired(command, 2.0)

    monkeypatch.setattr(fallback.shutil, "which", lambda _: "/usr/bin/fc-list")
    monkeypatch.setattr(fallback.subprocess, "run", never)
    assert list(fallback.candidates("𲎯")) == list(fallback.candidates("\u0378")) == [(rare_font, 0)]
    assert len(asked) == 1, "fontconfig is asked once"


def test_the_fonts_are_looked_for_while_warming_up(
    rare_font: Path, renderer: PdfRenderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = subprocess.CompletedProcess([], 0, f"{rare_font}\t65537\t41-5a 378\n")
    monkeypatch.setattr(fallback.shutil, "which", lambda _: "/usr/bin/fc-list")
    monkeypatch.setattr(fallback.subprocess, "run", lambda *_, **__: listed)
    renderer.warm_up()
    monkeypatch.setattr(fallback.subprocess, "run", None)
    assert list(fallback.candidates("\u0378")) == [(rare_font, 0), (rare_font, 1)]
    assert list(fallback.candidates("\u0379")) == [(rare_font, 0)]
