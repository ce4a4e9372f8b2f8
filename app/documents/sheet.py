"""What all forms on cut paper share: head and foot, numbers of pages, copies, watermark. Lengths are in points."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from reportlab.pdfgen.canvas import Canvas

from app.documents.blocks import Beside, Block, Gap, Rule, Stack, Text
from app.documents.canvas import new_canvas
from app.documents.pages import Page, paginate
from app.documents.qr import QrCode
from app.documents.styles import (
    BODY,
    BODY_CENTRE,
    BODY_RIGHT,
    ISSUER,
    KIND,
    SHEET_BOTTOM,
    SHEET_MARGIN,
    SHEET_TOP,
    SHEETS,
    SMALL,
    SMALL_CENTRE,
    SMALL_RIGHT,
    TITLE,
)
from app.documents.watermark import draw_watermark
from app.documents.words import Words
from app.ports.documents import Sheet
from app.texts import Texts

BOTH = ("stub", "applicant")
"""第一联 for the file, 第二联 for the applicant."""
OFFICE_AND_DEPARTMENT = ("stub", "department")
"""第一联 for the file, 第二联 for the department that is reminded."""
ONE = ("file",)
"""A form in one copy, which stays on file."""

_SAID_OF_COPIES = {
    BOTH: "paper.sheet.copies",
    OFFICE_AND_DEPARTMENT: "paper.sheet.copies_department",
    ONE: "paper.sheet.one_copy",
}
_QR = 54.0
_SIDE = 76.0  # the columns left and right of the title


@dataclass(frozen=True, kw_only=True)
class Face:
    """What stands around the blocks of a form. ``number`` None makes it a preview."""

    title: str
    kind: str = ""  # a line below the title
    hall: str
    authority: str
    number: str | None
    middle: str = ""  # between number and time
    issued_at: datetime
    qr: str = ""
    sheet: Sheet = Sheet.A4
    copies: tuple[str, ...] = BOTH


def render_sheet(face: Face, texts: Texts, blocks: Callable[[float], Iterable[Block]]) -> bytes:
    """The PDF of a form: all pages of the first copy, then those of the next. *blocks* are asked for a width."""
    return _Paper(face, texts).pdf(blocks)


class _Paper:
    def __init__(self, face: Face, texts: Texts) -> None:
        self.face = face
        self.words = Words(texts)
        self.texts = texts
        self.page_width, self.page_height = SHEETS[face.sheet]
        self.width = self.page_width - 2 * SHEET_MARGIN

    def pdf(self, blocks: Callable[[float], Iterable[Block]]) -> bytes:
        title = f"{self.face.title} {self._number}"
        size = (self.page_width, self.page_height)
        canvas = new_canvas(size, self.texts.language, title, self.face.authority)
        pages = paginate(blocks(self.width), self._room)
        for number, page in enumerate(pages, 1):
            canvas.beginForm(f"page{number}", 0, 0, self.page_width, self.page_height)
            self._draw(canvas, page, number, len(pages))
            canvas.endForm()
        for copy in self.face.copies:
            destination = Text.of(self.texts(f"paper.copy.{copy}"), BODY, _SIDE)
            for number in range(1, len(pages) + 1):
                canvas.doForm(f"page{number}")
                destination.draw(canvas, SHEET_MARGIN, self.page_height - SHEET_TOP)
                canvas.showPage()
        return canvas.finish()

    @property
    def _number(self) -> str:
        return self.face.number or self.texts("paper.preview_number")

    def _room(self, number: int) -> float:
        header = self._first_header if number == 1 else self._next_header
        return float(self.page_height - header.height - self._margins)

    @cached_property
    def _margins(self) -> float:
        """What head and foot take of every page, whatever the numbers in the foot are."""
        return float(SHEET_TOP + self._footer(1, 1).height + SHEET_BOTTOM)

    def _draw(self, canvas: Canvas, page: Page, number: int, count: int) -> None:
        if self.face.number is None:
            draw_watermark(canvas, self.texts("paper.preview"), self.page_width, self.page_height)
        header = self._first_header if number == 1 else self._next_header
        footer = self._footer(number, count)
        top = self.page_height - SHEET_TOP
        header.draw(canvas, SHEET_MARGIN, top)
        page.draw(canvas, SHEET_MARGIN, top - header.height)
        footer.draw(canvas, SHEET_MARGIN, SHEET_BOTTOM + footer.height)

    @cached_property
    def _first_header(self) -> Block:
        face, texts = self.face, self.texts
        middle = self.width - 2 * _SIDE
        issuer = texts("paper.sheet.issuer", hall=face.hall, authority=face.authority)
        lines = [
            Text.of(issuer, ISSUER, middle),
            Text.of(face.title, TITLE[texts.language], middle, bold=True),
        ]
        if face.kind:
            lines.append(Text.of(face.kind, KIND, middle))
        parts: list[tuple[float, Block]] = [(_SIDE, Stack(lines))]
        if face.qr:
            parts.append((self.width - _QR, self._qr()))
        return Stack([Beside(parts), Gap(10), self._numbers(), Gap(3)])

    def _qr(self) -> Block:
        caption = Text.of(self.texts("paper.sheet.qr_caption"), SMALL_CENTRE, _QR)
        return Stack([QrCode(self.face.qr, _QR), Gap(2), caption])

    def _numbers(self) -> Block:
        face, texts = self.face, self.texts
        return self._three_across(
            Text.of(texts("paper.sheet.number", number=self._number), BODY, self.width * 0.42),
            Text.of(face.middle, BODY_CENTRE, self.width * 0.28),
            Text.of(self.words.moment(face.issued_at), BODY_RIGHT, self.width * 0.3),
        )

    @cached_property
    def _next_header(self) -> Block:
        face, texts, middle = self.face, self.texts, self.width - 2 * _SIDE
        title = texts("paper.sheet.of_kind", title=face.title, kind=face.kind) if face.kind else face.title
        continued = texts("paper.sheet.continued", title=title)
        return Stack([Beside([(_SIDE, Text.of(continued, BODY_CENTRE, middle, bold=True))]), Gap(18)])

    def _footer(self, number: int, count: int) -> Block:
        texts = self.texts
        third = self.width / 3
        copies = texts(_SAID_OF_COPIES[self.face.copies])
        line = self._three_across(
            Text.of(copies, SMALL, third),
            Text.of(texts("paper.page", page=number, pages=count), SMALL_CENTRE, third),
            Text.of(texts("paper.sheet.number", number=self._number), SMALL_RIGHT, third),
        )
        return Stack([Rule(self.width, 8, 0.6), line])

    def _three_across(self, left: Text, middle: Text, right: Text) -> Block:
        return Beside([(0, left), (left.width, middle), (left.width + middle.width, right)])
