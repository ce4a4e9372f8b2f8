"""The one-time notification slip (一次性告知单), two copies in one PDF. Lengths are in points."""

from collections.abc import Iterator
from functools import cached_property

from reportlab.pdfgen.canvas import Canvas

from app.documents import slip_facts, slip_table
from app.documents.blocks import Beside, Block, Gap, Rule, Stack, Text
from app.documents.canvas import new_canvas
from app.documents.pages import Page, paginate
from app.documents.qr import QrCode
from app.documents.signatures import Signatures
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
from app.ports.documents import SlipForm
from app.texts import Texts

COPIES = ("stub", "applicant")

_QR = 54.0
_SIDE = 76.0  # the columns left and right of the title


def render_slip(form: SlipForm, texts: Texts) -> bytes:
    """Return the PDF of a slip: all pages of the copy for the file, then those of the applicant's."""
    return _Slip(form, texts).pdf()


class _Slip:
    def __init__(self, form: SlipForm, texts: Texts) -> None:
        self.form = form
        self.words = Words(texts)
        self.texts = texts
        self.page_width, self.page_height = SHEETS[form.sheet]
        self.width = self.page_width - 2 * SHEET_MARGIN

    def pdf(self) -> bytes:
        title = f"{self.texts('paper.slip.title')} {self._number}"
        canvas = new_canvas(
            (self.page_width, self.page_height), self.texts.language, title, self.form.authority
        )
        pages = paginate(self._blocks(), self._room)
        for number, page in enumerate(pages, 1):
            canvas.beginForm(f"page{number}", 0, 0, self.page_width, self.page_height)
            self._draw(canvas, page, number, len(pages))
            canvas.endForm()
        for copy in COPIES:
            destination = Text.of(self.texts(f"paper.copy.{copy}"), BODY, _SIDE)
            for number in range(1, len(pages) + 1):
                canvas.doForm(f"page{number}")
                destination.draw(canvas, SHEET_MARGIN, self.page_height - SHEET_TOP)
                canvas.showPage()
        return canvas.finish()

    @property
    def _number(self) -> str:
        return self.form.number or self.texts("paper.preview_number")

    def _blocks(self) -> Iterator[Block]:
        form, words, width = self.form, self.words, self.width
        yield slip_facts.about(form, words, width)
        yield slip_table.told(form, words, width)
        if form.materials:
            yield slip_table.materials(form, words, width)
        yield from slip_table.remarks(form, words, width)
        yield Gap(8)
        onwards, contacts = slip_facts.onwards(form, words, width)
        yield onwards
        # Together, so that nobody signs a page that says nothing.
        yield Stack([contacts, Gap(8), Signatures(form, words, width)])

    def _room(self, number: int) -> float:
        header = self._first_header if number == 1 else self._next_header
        return float(self.page_height - header.height - self._margins)

    @cached_property
    def _margins(self) -> float:
        """What head and foot take of every page, whatever the numbers in the foot are."""
        return float(SHEET_TOP + self._footer(1, 1).height + SHEET_BOTTOM)

    def _draw(self, canvas: Canvas, page: Page, number: int, count: int) -> None:
        if self.form.number is None:
            draw_watermark(canvas, self.texts("paper.preview"), self.page_width, self.page_height)
        header = self._first_header if number == 1 else self._next_header
        footer = self._footer(number, count)
        top = self.page_height - SHEET_TOP
        header.draw(canvas, SHEET_MARGIN, top)
        page.draw(canvas, SHEET_MARGIN, top - header.height)
        footer.draw(canvas, SHEET_MARGIN, SHEET_BOTTOM + footer.height)

    @cached_property
    def _first_header(self) -> Block:
        form, texts = self.form, self.texts
        middle = self.width - 2 * _SIDE
        issuer = texts("paper.slip.issuer", hall=form.hall, authority=form.authority)
        title = Stack(
            [
                Text.of(issuer, ISSUER, middle),
                Text.of(texts("paper.slip.title"), TITLE[texts.language], middle, bold=True),
                Text.of(texts(f"paper.slip.kind.{form.kind}"), KIND, middle),
            ]
        )
        parts: list[tuple[float, Block]] = [(_SIDE, title)]
        if form.qr:
            parts.append((self.width - _QR, self._qr()))
        return Stack([Beside(parts), Gap(10), self._numbers(), Gap(3)])

    def _qr(self) -> Block:
        caption = Text.of(self.texts("paper.slip.qr_caption"), SMALL_CENTRE, _QR)
        return Stack([QrCode(self.form.qr, _QR), Gap(2), caption])

    def _numbers(self) -> Block:
        form, texts = self.form, self.texts
        ticket = texts("paper.slip.ticket", number=form.ticket_number) if form.ticket_number else ""
        counter = self.words.counters([form.counter]) if form.counter else ""
        middle = "  ".join(filter(None, (ticket, counter)))
        return self._three_across(
            Text.of(texts("paper.slip.number", number=self._number), BODY, self.width * 0.42),
            Text.of(middle, BODY_CENTRE, self.width * 0.28),
            Text.of(self.words.moment(form.issued_at), BODY_RIGHT, self.width * 0.3),
        )

    @cached_property
    def _next_header(self) -> Block:
        texts = self.texts
        kind = texts(f"paper.slip.kind.{self.form.kind}")
        title = texts("paper.slip.continued", title=texts("paper.slip.title"), kind=kind)
        middle = self.width - 2 * _SIDE
        return Stack([Beside([(_SIDE, Text.of(title, BODY_CENTRE, middle, bold=True))]), Gap(18)])

    def _footer(self, number: int, count: int) -> Block:
        texts = self.texts
        third = self.width / 3
        line = self._three_across(
            Text.of(texts("paper.slip.copies"), SMALL, third),
            Text.of(texts("paper.page", page=number, pages=count), SMALL_CENTRE, third),
            Text.of(texts("paper.slip.number", number=self._number), SMALL_RIGHT, third),
        )
        return Stack([Rule(self.width, 8, 0.6), line])

    def _three_across(self, left: Text, middle: Text, right: Text) -> Block:
        return Beside([(0, left), (left.width, middle), (left.width + middle.width, right)])
